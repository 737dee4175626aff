// While a word is being typed: how it may go on.
verbatim.define("suggest", () => {
  /** Names with what they are compared by. */
  const named = (names, fold) => names.map(name => ({ ...name, folded: fold(name.text) }));

  /** The last word as typed with what it still lacks, from the shortest name that begins with the query. */
  const completed = (query, names, fold) => {
    const typed = fold(query.trimStart());
    if (!typed.trim()) return "";
    const fits = names.filter(name => name.text.length > typed.length && name.folded.startsWith(typed));
    const [shortest] = fits.sort((a, b) => a.text.length - b.text.length);
    const rest = shortest?.text.slice(typed.length).match(/^[^\s-]*/)[0];
    return rest ? query.split(/[\s-]+/).at(-1) + rest : "";
  };

  return { named, completed };
});
