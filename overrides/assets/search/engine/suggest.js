// Where nothing is found: the nearest term.  While a word is being typed: how it may go on.
verbatim.define("suggest", ({ words: { IS_HAN } }) => {
  /** Names with what they are compared by. */
  function named(names, fold) {
    return names.map(name => ({ ...name, folded: fold(name.text), grams: null }));
  }

  /** The name that shares most with the query: pairs of characters count, single ones a little; null where nothing is shared. */
  function nearest(query, names, fold) {
    const wanted = grams(fold(query));
    let best = null;
    for (const name of names) {
      name.grams ??= grams(name.folded);
      let shared = 0;
      for (const [gram, weight] of wanted) if (name.grams.has(gram)) shared += weight;
      const score = (2 * shared) / (total(wanted) + total(name.grams));
      if (score > (best?.score ?? 0)) best = { ...name, score };
    }
    return best;
  }

  /** The pairs of characters of a text, weight 1, and its characters: of Han weight a third, of Latin a tenth. */
  function grams(text) {
    const bare = text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    const found = new Map();
    for (let at = 0; at < bare.length; at++) {
      found.set(bare[at], IS_HAN.test(bare[at]) ? 0.34 : 0.1);
      if (at + 1 < bare.length) found.set(bare.slice(at, at + 2), 1);
    }
    return found;
  }

  function total(weights) {
    let sum = 0;
    for (const weight of weights.values()) sum += weight;
    return sum;
  }

  /** The last word as typed with what it still lacks, from the shortest name that begins with the query. */
  function completed(query, names, fold) {
    const typed = fold(query.trimStart());
    if (!typed.trim()) return "";
    const fits = names.filter(name => name.text.length > typed.length && name.folded.startsWith(typed));
    if (!fits.length) return "";
    const shortest = fits.reduce((a, b) => (b.text.length < a.text.length ? b : a));
    const rest = shortest.text.slice(typed.length).match(/^[^\s-]*/)[0];
    return rest ? query.split(/[\s-]+/).at(-1) + rest : "";
  }

  return { named, nearest, completed };
});
