// The words of the texts that a query is compared with, and what is near to those of a query that the texts lack.
verbatim.define("vocabulary", ({ units, index: { texts } }) => {
  /** What is known of the texts of some documents, found in the parts of those names, and of all that is shared. */
  const of = (index, { names, documents }, weak) => {
    const known = (index.kept[`known ${names}`] ??= units.vocabulary(texts(index, [...documents, ...index.shared]), weak));
    const years = () => documents.map(one => one.day?.slice(0, 4)); // any sentence of an event is of its year
    if (known.of !== weak) Object.assign(known, { of: weak, weak: { ...weak, little: new Set([...weak.little, ...years()]) } });
    return known;
  };

  /** A folded text as units; what is near to other words is fetched only where the texts lack one of its own. */
  const unitsOf = async (index, text, known, synonyms) => {
    const found = units.units(text, known, synonyms);
    const strange = found.filter(one => one.strange);
    if (!strange.length) return found;
    const [near, others] = await Promise.all([index.more("near"), listed(index, strange.map(one => one.typed))]);
    return units.units(text, { ...known, near, listed: others }, synonyms);
  };

  /** English words that are no slips for words of the texts, as many as tell whether some words are. */
  const listed = async ({ get }, words) => new Set((await Promise.all(units.spellings(words).map(get))).join(" ").split(" "));

  /** The nearest of some words to one; none to a word that is no slip. */
  const closest = async (index, word, words) => (await listed(index, [word])).has(word) ? [] : (await index.more("near")).closest(word, words);

  return { of, unitsOf, closest };
});
