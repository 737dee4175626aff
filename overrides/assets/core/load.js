// Fetches components, their style sheets and data when they are first needed: data as scripts, because a page opened from a folder may
// load nothing else.  All lie in folders below files/ that are named by what is in them: the scripts in that of the page's own build.
verbatim.define("load", () => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("../../..", script.src), [code] = script.src.split("/").slice(-3);
  const strings = script.dataset;
  /** @type {Record<string, Promise<void>>} */
  const started = {};

  const fetched = file => started[file] ??= new Promise((done, fail) => {
    const onerror = () => {
      delete started[file];  // it may arrive at the next attempt
      fail(new Error(file));
    };
    const { href } = new URL(file, root), sheet = file.endsWith(".css");
    const wanted = sheet ? { rel: "stylesheet", href } : { src: href };
    document.head.append(Object.assign(document.createElement(sheet ? "link" : "script"), { ...wanted, onload: done, onerror }));
  });
  const dressed = strings.dressed.split(" ");  // these bring a style sheet along

  return {
    root,
    strings,
    code,
    fetched,
    async part(name) {
      const file = `files/${code}/assets/${name}.`;
      await Promise.all([name in verbatim.parts || fetched(`${file}js`), dressed.includes(name) && fetched(`${file}css`)]);
      if (!(name in verbatim.parts)) throw new Error(name);  // it arrived, but could not be run
      return verbatim.parts[name];
    },
    async value(name) {
      const bare = name.slice(9);  // without the folder
      if (!(bare in verbatim.values)) await fetched(`files/${name}.js`);
      return verbatim.values[bare];
    },
  };
});
