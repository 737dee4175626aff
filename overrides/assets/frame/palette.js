// The light and the dark scheme; the first one is set before anything is painted (overrides/main.html).
verbatim.define("palette", ({ store }) => {
  const form = document.querySelector("[data-md-component=palette]");
  const bar = document.querySelector(".md-header");
  const dark = matchMedia("(prefers-color-scheme: dark)");

  // Browsers colour their own parts by these; a new scheme is displayed without the transitions of hovering.
  const metas = ["theme-color", "color-scheme"].map(name => document.head.appendChild(Object.assign(document.createElement("meta"), { name })));
  const inputs = [...form.querySelectorAll("input")];
  const offer = () => {
    const { mdColorScheme } = document.body.dataset;
    for (const input of inputs) input.nextElementSibling.hidden = input.dataset.mdColorScheme !== mdColorScheme;
    const { backgroundColor, colorScheme } = getComputedStyle(bar);
    [metas[0].content, metas[1].content] = [backgroundColor, colorScheme];
  };
  const change = scheme => {
    document.body.dataset.mdColorSwitching = "";
    document.body.dataset.mdColorScheme = scheme;
    offer();
    setTimeout(() => delete document.body.dataset.mdColorSwitching);
  };
  form.addEventListener("change", ({ target }) => {
    change(target.dataset.mdColorScheme);
    store.set("scheme", target.dataset.mdColorScheme);
  });
  form.addEventListener("keydown", event => {
    if (event.key !== "Enter") return;
    const next = inputs[(inputs.findIndex(input => !input.nextElementSibling.hidden) + 1) % inputs.length];
    next.click();
    next.focus();
  });
  dark.addEventListener("change", () => { if (!store.get("scheme")) change(dark.matches ? "slate" : "default"); });
  offer();
});
