// Fetches components, their style sheets and data when they are first needed: data as scripts, because a page opened from a folder may
// load nothing else.  Folders below files/ are named by what is in them: that of the scripts, which is the page's own; those of events,
// which a page names where it wants one; and that of what all events share, which nearly every edit changes: current/ says which it is.
verbatim.define("load", () => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("../../..", script.src), code = script.src.split("/").at(-3);
  const strings = script.dataset;
  /** @type {Record<string, Promise<void>>} */
  const started = {};
  /** @type {Promise<string> | undefined} */
  let shared;

  /** @param {string} file from the site's root */
  const fetched = file => started[file] ??= new Promise((done, fail) => {
    const onerror = () => {
      delete started[file];  // it may arrive at the next attempt
      fail(new Error(file));
    };
    const { href } = new URL(file, root), sheet = file.endsWith(".css");
    const wanted = sheet ? { rel: "stylesheet", href } : { src: href };
    document.head.append(Object.assign(document.createElement(sheet ? "link" : "script"), { ...wanted, onload: done, onerror }));
  });

  /**
   * The folder of what all events share, tried with the first file that is wanted of it: the browser may have kept the name of one that is
   * gone, and is then asked past what it kept.
   */
  const current = async (file, past = "") => {
    await fetched(`current/${code}.js${past}`);
    const folder = `files/${verbatim.values.current}/`;
    return past ? folder : fetched(folder + file).then(() => folder, () => current(file, `?${Date.now()}`));
  };
  /** Fetches from that folder, which stays the same while the page is open: what is fetched later belongs to the same state of the texts. */
  const fetchedShared = async file => {
    shared ??= current(file);
    shared.catch(() => { shared = undefined; });
    return fetched(await shared + file);
  };
  const dressed = strings.dressed.split(" ");  // these bring a style sheet along

  return {
    root,
    strings,
    async part(name) {
      const file = `files/${code}/assets/${name}.`;
      await Promise.all([name in verbatim.parts || fetched(`${file}js`), dressed.includes(name) && fetched(`${file}css`)]);
      if (!(name in verbatim.parts)) throw new Error(name);  // it arrived, but could not be run
      return verbatim.parts[name];
    },
    async value(name) {
      const bare = name.replace(/^\w{8}\//, "");  // without a folder, which only names of an event's data have
      if (!(bare in verbatim.values)) await (bare === name ? fetchedShared(`${name}.js`) : fetched(`files/${name}.js`));
      return verbatim.values[bare];
    },
  };
});
