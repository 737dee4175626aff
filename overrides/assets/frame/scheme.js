// The light and the dark scheme; the first one is set before anything is painted (overrides/main.html).  A page may have no button for it.
verbatim.define("scheme", ({ store }) => {
  const button = /** @type {HTMLButtonElement?} */ (document.querySelector("[name=scheme]"));
  const bar = document.querySelector(".md-header");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const { dataset } = document.body;

  // Browsers colour their own parts by these.
  const metas = ["theme-color", "color-scheme"].map(name => document.head.appendChild(Object.assign(document.createElement("meta"), { name })));
  const show = scheme => {
    dataset.mdColorScheme = scheme;
    button?.setAttribute("aria-pressed", String(scheme === "slate"));
    const { backgroundColor, colorScheme } = getComputedStyle(bar);
    [metas[0].content, metas[1].content] = [backgroundColor, colorScheme];
  };
  button?.addEventListener("click", () => {
    show(dataset.mdColorScheme === "slate" ? "default" : "slate");
    store.set("scheme", dataset.mdColorScheme);
  });
  dark.addEventListener("change", () => { if (!store.get("scheme")) show(dark.matches ? "slate" : "default"); });
  show(dataset.mdColorScheme);
  if (button) button.hidden = false;
});
