// Fetches the theme's script and its whole style sheet, once the search is wanted (wake.js): nothing else on a page needs them.
(() => {
  const content = id => document.getElementById(id).content;
  const arrived = element => new Promise((done, fail) => { element.onload = done; element.onerror = fail; });

  // The whole sheets go before the cut one, so that its rules win until all are here; then it is taken away.
  const dress = async () => {
    const cut = document.getElementById("cut");
    const links = [...content("theme-sheets").querySelectorAll("link")].map(link => document.importNode(link));
    const all = Promise.all(links.map(arrived));
    cut.before(...links);
    await all;
    cut.remove();
  };

  // What the theme's pages set in their head for its script.
  const prepare = () => {
    const base = new URL(JSON.parse(document.getElementById("__config").textContent).base, location);
    const key = (name, scope) => `${scope.pathname}.${name}`;
    globalThis.__md_scope = base;
    globalThis.__md_get = (name, storage = localStorage, scope = base) => JSON.parse(storage.getItem(key(name, scope)));
    globalThis.__md_set = (name, value, storage = localStorage, scope = base) => {
      try { storage.setItem(key(name, scope), JSON.stringify(value)); } catch { /* not kept */ }
    };
    document.documentElement.dataset.theme = "whole";
    for (const told of document.querySelectorAll("meta[name=theme-color], meta[name=color-scheme]")) told.remove(); // it tells its own
  };
  const wake = async () => {
    prepare();
    await verbatim.load(content("theme-script").querySelector("script").getAttribute("src"), location);
    document.dispatchEvent(new Event("DOMContentLoaded")); // it waits for this, which has long been; no one else does
    await verbatim.load("search/page.js");
  };
  let whole;
  verbatim.theme = () => whole ??= Promise.all([dress(), wake()]);
})();
