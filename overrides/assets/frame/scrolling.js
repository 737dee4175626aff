// Fetches what follows the scrolling at the first scroll.
verbatim.define("scrolling", ({ load, painted }) => {
  const follow = () => load.part("scroll").catch(() => addEventListener("scroll", follow, { once: true, passive: true }));
  painted().then(() => {
    if (scrollY) follow();
    else addEventListener("scroll", follow, { once: true, passive: true });
  });
});
