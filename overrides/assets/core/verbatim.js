// The one name that our scripts share.  A component registers itself under the name of its file and gets what registered before it;
// a data script hands over one value under its own path below its folder, without the ending.
globalThis.verbatim = (() => {
  const parts = /** @type {Verbatim.Parts} */ ({});
  /** @type {Record<string, any>} */
  const values = {};
  return {
    parts,
    values,
    define(name, make) {
      if (!(name in parts)) parts[name] = make(parts) ?? {};
    },
    data(name, value) {
      values[name] = value;
    },
  };
})();
