// Fetches components and data when they are first needed: always as scripts, because a page opened from a folder may load nothing else.
verbatim.define("load", () => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("..", script.src);
  const strings = script.dataset;
  /** @type {Record<string, Promise<void>>} */
  const started = {};

  /** @param {string} path from the site's root, without the ending */
  const fetched = path => started[path] ??= new Promise((done, fail) => {
    const onerror = () => {
      delete started[path];  // it may arrive at the next attempt
      fail(new Error(path));
    };
    document.head.append(Object.assign(document.createElement("script"), { src: new URL(`${path}.js`, root).href, onload: done, onerror }));
  });

  return {
    root,
    strings,
    async part(name) {
      if (!(name in verbatim.parts)) await fetched(`assets/${name}`);
      return verbatim.parts[name];
    },
    async value(name) {
      if (!(name in verbatim.values)) await fetched(name);
      return verbatim.values[name];
    },
  };
});
