// The light and the dark scheme; the first one is shown before anything is painted (overrides/main.html).
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
  const inputs = [...form.querySelectorAll("input")];
  const offer = index => { for (const [place, input] of inputs.entries()) input.nextElementSibling.hidden = place !== index; };
  const change = index => {
    document.body.setAttribute("data-md-color-switching", "");
    showPalette(index);
    offer(index);
    tell();
    setTimeout(() => document.body.removeAttribute("data-md-color-switching"));
  };
  form.addEventListener("change", ({ target }) => {
    if (here()) return;
    const index = inputs.indexOf(target);
    change(index);
    try { localStorage.setItem(paletteKey, JSON.stringify({ index, color: palettes[index] })); } catch { /* not kept, still shown */ }
  });
  form.addEventListener("keydown", event => {
    if (here() || event.key !== "Enter") return;
    const next = inputs[(inputs.findIndex(input => !input.nextElementSibling.hidden) + 1) % inputs.length];
    next.click();
    next.focus();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { if (!here()) change(firstPalette()); });
  offer(firstPalette());
  tell();
})();
