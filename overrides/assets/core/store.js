// What a reader chose, kept for the next page.  A browser may refuse to keep anything, or even to be asked.
verbatim.define("store", () => ({
  get(name) {
    try {
      return localStorage.getItem(`verbatim.${name}`);
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(`verbatim.${name}`, value);
    } catch { /* not kept; it is displayed all the same */ }
  },
}));
