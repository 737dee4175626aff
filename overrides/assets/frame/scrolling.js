// Fetches what follows the scrolling at the first scroll.
verbatim.define("scrolling", ({ load }) => {
  const follow = () => load.part("scroll").catch(listen);
  const listen = () => addEventListener("scroll", follow, { once: true, passive: true });
  // Called once the page is laid out, where reading the way scrolled costs nothing; again is no harm.
  new ResizeObserver(() => { if (scrollY) follow(); else listen(); }).observe(document.body);
});
