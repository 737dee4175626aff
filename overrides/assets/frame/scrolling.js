// Fetches what follows the scrolling at the first scroll.
verbatim.define("scrolling", ({ load }) => {
  const follow = () => load.part("scroll").catch(() => addEventListener("scroll", follow, { once: true, passive: true }));
  if (scrollY) follow();
  else addEventListener("scroll", follow, { once: true, passive: true });
});
