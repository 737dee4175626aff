// Small habits of a page: at a place on the page the navigation and the search close, and a closed part that holds the place opens; the
// navigation closes where it has a place of its own again, and what the signs mean where the reader goes on.  An address of no place is told.
verbatim.define("details", ({ load, place, notice }) => {
  addEventListener("hashchange", () => {
    for (const toggle of document.querySelectorAll(".md-toggle:checked")) toggle.click();
  });
  const navigation = document.querySelector("#__navigation");
  const close = () => navigation?.hidePopover?.();
  navigation?.addEventListener("click", ({ target }) => { if (target.closest("a")) close(); });
  matchMedia("(min-width: 76.25em)").addEventListener("change", close);
  const signs = document.querySelector(".signs");
  for (const type of signs ? ["pointerdown", "keydown"] : []) {
    addEventListener(type, ({ key, target }) => { if (key ? key === "Escape" : !signs.contains(target)) signs.open = false; });
  }
  place.arrive(target => {
    const closed = target.closest("details:not([open])");
    return closed && (closed.open = true);
  }, () => load.part("astray").then(astray => astray.tell()).catch(notice.failed));

  // The name of a sign, and words cut short, as a tooltip: written into the page for each sign it would be half a kilobyte.
  document.addEventListener("pointerover", ({ target }) => {
    const sign = target.closest?.(".ref, .mark");
    if (sign) sign.title = sign.getAttribute("aria-label");
    const words = target.closest?.(".md-ellipsis");
    if (words && words.offsetWidth < words.scrollWidth) (words.closest("a") ?? words).title = words.innerText;
  });
});
