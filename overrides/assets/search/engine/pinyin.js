// Names by their pinyin.
verbatim.define("pinyin", ({ query: { letters } }) => {
  const SURE = 6; // letters of a pinyin from which one may be mistyped

  /** Whether some whole words of a pinyin, run together, are the letters. */
  const sounds = (pinyin, wanted) => {
    const words = pinyin.replace(/v/g, "u").split(" ");
    return words.some((_, first) => {
      let run = "";
      for (const word of words.slice(first)) {
        run += word;
        if (run === wanted) return true;
      }
      return false;
    });
  };

  /** Those of some pinyin that a query is, or has words of, or nearly is, by their number; `near()` promises what finds the latter. */
  const spoken = async (query, pinyin, near) => {
    const wanted = letters(query);
    const all = pinyin.map((words, at) => ({ words, at, run: words.replaceAll(" ", "").replaceAll("v", "u") })).filter(one => one.run);
    const exact = all.filter(one => one.run === wanted);
    if (exact.length) return exact;
    const some = wanted.length > 3 ? all.filter(one => sounds(one.words, wanted)) : [];
    if (some.length || wanted.length < SURE) return some;
    return (await near()).pinyin(wanted, all);
  };

  return { spoken };
});
