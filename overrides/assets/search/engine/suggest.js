// While a word is being typed: how it may go on.
verbatim.define("suggest", () => {
  /** Names with what they are compared by. */
  const named = (names, fold) => names.map(name => ({ ...name, folded: fold(name.text) }));

  /** The last word of what is typed: empty after a space or a hyphen. */
  const lastOf = typed => typed.match(/[^\s-]*$/)[0];

  /** The last word as typed with what it still lacks, from the shortest name that begins with the query. */
  const completed = (query, names, fold) => {
    const typed = fold(query.trimStart());
    if (!typed.trim()) return "";
    const fits = names.filter(name => name.text.length > typed.length && name.folded.startsWith(typed));
    const [shortest] = fits.sort((a, b) => a.text.length - b.text.length);
    const rest = shortest?.text.slice(typed.length).match(/^[^\s-]*/)[0];
    return rest ? lastOf(query) + rest : "";
  };

  /** What is typed, its last word completed; empty where the completion does not begin with that word. */
  const whole = (typed, completion) => {
    const last = lastOf(typed);
    return last && completion.startsWith(last) ? typed.slice(0, -last.length) + completion : "";
  };

  return { named, completed, whole };
});
