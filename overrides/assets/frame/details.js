// Small habits of the theme that a page keeps before the theme's script is here: drawer and search close when the reader goes to a
// place on the page, a closed part that holds that place opens, everything is open in print, words cut short say themselves in full.
(() => {
  const here = () => "document$" in globalThis;
  const reveal = () => {
    const closed = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details:not([open])");
    if (!closed) return;
    closed.open = true;
    closed.scrollIntoView();
  };
  addEventListener("hashchange", () => {
    if (here()) return;
    reveal();
    for (const toggle of document.querySelectorAll(".md-toggle:checked")) toggle.click();
  });
  if (location.hash) reveal();

  // A long page laid out at once holds a phone up for a second, so its far parts are laid out while nothing else is to be done.
  const far = [...document.querySelectorAll(".entry, table.rows tbody tr")];
  const idle = globalThis.requestIdleCallback ?? (call => setTimeout(call, 50));
  const lay = () => {
    const here = location.hash ? far.length : 6; // who comes to a place must find it where it stays
    for (const one of far.splice(0, here)) one.style.contentVisibility = "visible";
    if (far.length) idle(lay);
  };
  if (location.hash) lay();
  else if (far.length) idle(lay);

  let opened = [];
  addEventListener("beforeprint", () => {
    if (here()) return;
    opened = [...document.querySelectorAll("article details:not([open])")];
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
    opened = [];
  });

  // Who points at a sign is told what it is called; written into the page for each it would be half a kilobyte.
  document.addEventListener("pointerover", ({ target }) => {
    const sign = target.closest?.(".ref, .mark");
    if (sign) sign.title = sign.getAttribute("aria-label");
    const words = target.closest?.(".md-ellipsis");
    if (words && words.offsetWidth < words.scrollWidth) (words.closest("a") ?? words).title = words.innerText;
  });
})();
