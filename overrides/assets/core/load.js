// Fetches components, their style sheets and data when they are first needed: data as scripts, because a page opened from a folder may
// load nothing else.
verbatim.define("load", () => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const files = new URL("..", script.src);  // of this build: what a page fetches later belongs to the same state of the texts
  const root = new URL("../..", files);
  const strings = script.dataset;
  /** @type {Record<string, Promise<void>>} */
  const started = {};

  /** @param {string} file below the folder of this build */
  const fetched = file => started[file] ??= new Promise((done, fail) => {
    const onerror = () => {
      delete started[file];  // it may arrive at the next attempt
      fail(new Error(file));
    };
    const { href } = new URL(file, files), sheet = file.endsWith(".css");
    const wanted = sheet ? { rel: "stylesheet", href } : { src: href };
    document.head.append(Object.assign(document.createElement(sheet ? "link" : "script"), { ...wanted, onload: done, onerror }));
  });
  const dressed = strings.dressed.split(" ");  // these bring a style sheet along

  return {
    root,
    strings,
    async part(name) {
      await Promise.all([
        name in verbatim.parts || fetched(`assets/${name}.js`),
        dressed.includes(name) && fetched(`assets/${name}.css`),
      ]);
      if (!(name in verbatim.parts)) throw new Error(name);  // it arrived, but could not be run
      return verbatim.parts[name];
    },
    async value(name) {
      if (!(name in verbatim.values)) await fetched(`${name}.js`);
      return verbatim.values[name];
    },
  };
});
