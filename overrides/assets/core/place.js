// The place on the page that an address names.  Every id is plain ASCII, so that nothing needs decoding.
verbatim.define("place", () => {
  const named = (hash = location.hash, page = document) => page.getElementById(hash.slice(1) || " "); // no id has a space; of an empty one Firefox complains
  return {
    named,
    arrive(reveal, miss) {
      const look = (/** @type {Event | void} */ change) => {
        const target = named();
        if (target) {
          if (reveal(target, change)) target.scrollIntoView();
        } else if (location.hash) miss?.();
      };
      addEventListener("hashchange", look);
      look();
    },
  };
});
