// The place on the page that an address names.  A fragment may be cut or edited by hand: one that cannot be decoded names no place.
verbatim.define("place", () => {
  const named = (hash = location.hash, page = document) => {
    try {
      return page.getElementById(decodeURIComponent(hash.slice(1)) || " "); // no id has a space; of an empty one Firefox complains
    } catch {
      return null;
    }
  };
  return {
    named,
    arrive(reveal) {
      const look = (/** @type {boolean} */ first) => {
        const target = named();
        if (target && reveal(target, first)) target.scrollIntoView();
      };
      addEventListener("hashchange", () => look(false));
      look(true);
    },
  };
});
