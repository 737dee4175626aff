// Copies a text: by the clipboard where a page may use it, else (a page from a folder) as a selection.
verbatim.define("clipboard", () => ({
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const before = /** @type {HTMLElement} */ (document.activeElement);
      const area = Object.assign(document.createElement("textarea"), { value: text });
      area.style.position = "fixed";
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      before?.focus({ preventScroll: true });
    }
  },
}));
