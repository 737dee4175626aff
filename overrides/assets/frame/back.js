// A page that comes back from the browser's memory shows what was chosen when it was left; where that has changed, it is loaded again.
verbatim.define("back", ({ store }) => {
  const chosen = () => `${["scheme", "view", "reading"].map(store.get)}`;
  let left;
  addEventListener("pagehide", () => { left = chosen(); });
  addEventListener("pageshow", ({ persisted }) => { if (persisted && chosen() !== left) location.reload(); });
});
