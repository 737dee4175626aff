// While a word is being typed: how it may go on.  Of pinyin: the names that sound so, or nearly so.
verbatim.define("suggest", ({ near }) => {
  /** Names with what they are compared by. */
  function named(names, fold) {
    return names.map(name => ({ ...name, folded: fold(name.text) }));
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

  const run = pinyin => pinyin.replaceAll(" ", "").replaceAll("v", "u");

  /** The documents whose pinyin differs from some letters by one or two of them. */
  function nearly(letters, documents) {
    if (letters.length < 6) return [];
    const most = letters.length < 10 ? 1 : 2;
    const all = documents.map(one => ({ one, apart: near.distance(letters, run(one.pinyin), most) })).filter(({ apart }) => apart <= most);
    const least = Math.min(...all.map(({ apart }) => apart));
    return all.filter(({ apart }) => apart === least).map(({ one }) => one);
  }

  return { named, completed, nearly, run };
});
