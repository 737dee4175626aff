// Data that all events share, which lie in a folder of their own that nearly every edit names anew: no page names it, so that none changes
// with it; current/ says which it is.
verbatim.define("shared", ({ load }) => {
  /** @type {Promise<string> | undefined} */
  let folder;
  /**
   * The name of that folder, tried with the first value that is wanted: the browser may have kept the name of one that is gone, and is then
   * asked past what it kept.
   */
  const current = async (name, past = "") => {
    await load.fetched(`current/${load.code}.js${past}`);
    const found = verbatim.values.current;
    return past ? found : load.value(`${found}/${name}`).then(() => found, () => current(name, `?${Date.now()}`));
  };
  return async name => {
    folder ??= current(name);  // while the page is open it is the same: what is fetched later belongs to the same state of the texts
    folder.catch(() => { folder = undefined; });
    return load.value(`${await folder}/${name}`);
  };
});
