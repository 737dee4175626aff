// The light and the dark scheme; the first one is set before anything is painted (overrides/main.html).  A page may have no button for it.
verbatim.define("scheme", ({ store }) => {
  const button = /** @type {HTMLButtonElement?} */ (document.querySelector("[name=scheme]"));
  const bar = document.querySelector(".md-header");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const { dataset } = document.body;

  // Browsers colour their own parts by it; a header's colour is read once it is laid out, where that costs nothing.
  const colour = document.head.appendChild(Object.assign(document.createElement("meta"), { name: "theme-color" }));
  const laidOut = new ResizeObserver(() => { colour.content = getComputedStyle(bar).backgroundColor; });
  const show = scheme => {
    dataset.mdColorScheme = scheme;
    button?.setAttribute("aria-pressed", `${scheme === "slate"}`);
    laidOut.disconnect();
    laidOut.observe(bar);  // anew, so that it is called
  };
  button?.addEventListener("click", () => {
    show(dataset.mdColorScheme === "slate" ? "default" : "slate");
    store.set("scheme", dataset.mdColorScheme);
  });
  dark.addEventListener("change", () => { if (!store.get("scheme")) show(dark.matches ? "slate" : "default"); });
  show(dataset.mdColorScheme);
  if (button) button.hidden = false;
});
