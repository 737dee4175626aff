// Small habits of a page: at a place on the page the drawer and the search close, and a closed part that holds the place opens.
verbatim.define("details", ({ place }) => {
  // A long page laid out at once holds a phone up for a second, so its far parts are laid out while the browser is idle.
  const far = [...document.querySelectorAll("table.rows tbody tr")];
  const idle = globalThis.requestIdleCallback ?? (call => setTimeout(call, 50));
  const lay = () => {
    const batch = location.hash ? far.length : 6;  // a place in the address must stay where it is
    for (const element of far.splice(0, batch)) element.style.contentVisibility = "visible";
    if (far.length) idle(lay);
  };
  if (location.hash) lay();
  else if (far.length) idle(lay);

  addEventListener("hashchange", () => {
    for (const toggle of document.querySelectorAll(".md-toggle:checked")) toggle.click();
  });
  place.arrive(target => {
    const closed = target.closest("details:not([open])");
    if (!closed) return false;
    return closed.open = true;
  });

  // The name of a sign, and words cut short, as a tooltip: written into the page for each sign it would be half a kilobyte.
  document.addEventListener("pointerover", ({ target }) => {
    const sign = target.closest?.(".ref, .mark");
    if (sign) sign.title = sign.getAttribute("aria-label");
    const words = target.closest?.(".md-ellipsis");
    if (words && words.offsetWidth < words.scrollWidth) (words.closest("a") ?? words).title = words.innerText;
  });
});
