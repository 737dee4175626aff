// The light and the dark scheme; what is shown at first is set in the header, before anything is painted (partials/javascripts).
// The theme's script does the same once it is here, with the same record of the choice.
(() => {
  const here = () => "document$" in globalThis;
  const form = document.querySelector("[data-md-component=palette]");
  const bar = document.querySelector(".md-header");

  // Browsers colour their own parts by these; a new scheme is shown without the transitions of hovering.
  const told = ["theme-color", "color-scheme"].map(name => document.head.appendChild(Object.assign(document.createElement("meta"), { name })));
  const tell = () => {
    const { backgroundColor, colorScheme } = getComputedStyle(bar);
    [told[0].content, told[1].content] = [backgroundColor, colorScheme];
  };
  const change = show => {
    document.body.setAttribute("data-md-color-switching", "");
    const color = show();
    tell();
    setTimeout(() => document.body.removeAttribute("data-md-color-switching"));
    return color;
  };
  form.addEventListener("change", ({ target }) => {
    if (here()) return;
    const index = palettes.indexOf(target);
    const color = change(() => showPalette(index));
    try { localStorage.setItem(paletteKey, JSON.stringify({ index, color })); } catch { /* not kept, still shown */ }
  });
  form.addEventListener("keydown", event => {
    if (here() || event.key !== "Enter") return;
    const next = palettes[(palettes.findIndex(input => !input.nextElementSibling.hidden) + 1) % palettes.length];
    next.click();
    next.focus();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { if (!here()) change(startPalette); });
  tell();
})();
