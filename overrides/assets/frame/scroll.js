// What follows the scrolling: the page's title in the header, the place in the table of contents, the button back to the top.
// Fetched at the first scroll.
verbatim.define("scroll", ({ place }) => {
  const header = document.querySelector(".md-header");
  const main = document.querySelector(".md-main");
  const title = document.querySelector(".md-header__title");
  const heading = document.querySelector(".md-content h1");
  const button = document.querySelector(".md-top");
  const lists = [...document.querySelectorAll(".toc")].map(list =>
    [...list.querySelectorAll(".md-nav__link")]
      .map(link => ({ link, target: place.named(link.hash) }))
      .filter(({ target }) => target));
  let before = 0, jumped = -Infinity, waiting = false;

  const follow = link => {
    const box = link.closest(".md-sidebar");
    if (link.offsetHeight && box) box.scrollTo({ top: link.offsetTop - box.clientHeight / 2 });
  };
  const mark = (list, line, end) => {
    const reached = ({ target }) => target.getBoundingClientRect().top < Math.max(line, parseFloat(getComputedStyle(target).scrollMarginTop) + 2);
    const last = end ? list.length - 1 : list.findLastIndex(reached);
    for (const [place, { link }] of list.entries()) {
      link.classList.toggle("md-nav__link--passed", place <= last);
      if (place !== last) link.classList.remove("md-nav__link--active");
      else if (!link.classList.contains("md-nav__link--active")) {
        link.classList.add("md-nav__link--active");
        follow(link);
      }
    }
  };
  const look = () => {
    waiting = false;
    const height = header.offsetHeight;
    if (heading) title.classList.toggle("md-header__title--active", heading.getBoundingClientRect().bottom <= height);
    const line = height + 0.8 * (main.firstElementChild.offsetTop - main.offsetTop);
    const end = scrollY + innerHeight >= Math.floor(document.body.offsetHeight);
    for (const list of lists) mark(list, line, end && scrollY > 0);
    if (button && scrollY !== before) button.hidden = scrollY > before || scrollY <= 0 || performance.now() <= jumped + 250;
    before = scrollY;
  };
  const scrolled = () => { if (!waiting) waiting = Boolean(requestAnimationFrame(look)); };
  addEventListener("scroll", scrolled, { passive: true });
  // Not for a quarter of a second after a jump to a place on the page: a jump up asks for the place, not for a way back.
  addEventListener("hashchange", () => { jumped = performance.now(); });
  button?.addEventListener("click", () => scrollTo({ top: 0 }));
  scrolled();
});
