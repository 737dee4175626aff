// What waits while a reader types: the query for a pause between keys, and for a longer one what is fetched for a word that may only be begun.
verbatim.define("typing", () => {
  const PAUSE = 60; // ms: a query takes less than that
  const SETTLED = 300; // ms without a key
  const had = new Set(["index", "zh", "en"]);  // of the files, those that any query needs, and those that are here
  let turn = 0, typed = 0, waiting;
  /** A new turn, which overtakes all before it; what is returned says whether another has overtaken it. */
  const next = () => {
    clearTimeout(waiting);
    waiting = undefined;
    const mine = ++turn;
    return () => mine !== turn;
  };
  return {
    next,
    /** Calls `ask` unless another key follows. */
    soon(ask) {
      next();
      typed = performance.now();
      waiting = setTimeout(ask, PAUSE);
    },
    waits: () => waiting,
    /** Fetches as `fetch` does, once keys settle; fails for what a later key has overtaken. */
    settled: fetch => async name => {
      const mine = turn, left = typed + SETTLED - performance.now();
      if (!had.has(name) && left > 0) {
        await new Promise(done => setTimeout(done, left));
        if (mine !== turn) throw new Error(name);
      }
      const got = await fetch(name);
      had.add(name);
      return got;
    },
  };
});
