// What the reader's first move fetches.  Until the theme's script is here its keys are heard by this script, and no letter typed is lost.
(() => {
  const here = () => "document$" in globalThis;
  if (scrollY) verbatim.load("frame/scroll.js");
  else addEventListener("scroll", () => verbatim.load("frame/scroll.js"), { once: true, passive: true });

  const box = document.querySelector("[data-md-component=search-query]");
  const toggle = document.querySelector("#__search");
  if (!box) return;
  const want = () => here() || verbatim.load("frame/theme.js").then(() => verbatim.theme());
  box.addEventListener("focus", () => {
    if (!here() && !toggle.checked) toggle.click();
    want();
  });
  toggle.addEventListener("change", () => { if (toggle.checked && !here()) box.focus(); });
  for (const near of [box.form, document.querySelector("header [for=__search]")])
    for (const type of ["pointerover", "touchstart"]) near.addEventListener(type, want, { once: true, passive: true });
  box.form.addEventListener("submit", event => event.preventDefault());

  const typing = ({ target }) => target.matches?.("input:not([type=radio]), select, textarea, [contenteditable]");
  const keys = { prev: [",", "p"], next: [".", "n"], search: ["/", "f", "s"], close: ["Escape", "Tab"] };
  addEventListener("keydown", event => {
    if (here() || event.metaKey || event.ctrlKey || event.isComposing) return;
    const asks = name => keys[name].includes(event.key);
    if (toggle.checked && asks("close")) {
      toggle.click();
      box.blur();
    }
    if (toggle.checked || typing(event)) return;
    const page = ["prev", "next"].filter(asks).map(rel => document.querySelector(`link[rel=${rel}]`)).find(Boolean);
    if (page) location.assign(page.href);
    if (!asks("search")) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  const query = new URLSearchParams(location.search);
  if (query.has("q") || toggle.checked || document.activeElement === box) want();
  else if (query.has("h")) verbatim.load("search/page.js");
})();
