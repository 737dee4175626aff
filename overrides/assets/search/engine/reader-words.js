// The words of readers that a query holds: those that build a question, and those that stand for words of the texts.
verbatim.define("readerWords", ({ words: { IS_HAN, tokens }, units, graded: { graded }, vocabulary }) => {
  const SURE = 0.97; // of the weight of a query: where a sentence holds so much, no other words are looked for
  const WORD = /^[\u3400-\u9fff]{2,4}$/; // what may be one word of the readers, although the texts hold its pieces
  const NUMBER = /[十百千]|.[万萬亿億成]/; // what may be a number in words
  const NO_OTHERS = { pairs: [], synonyms: new Map() };

  /** What some files hold under a name, folded. */
  const all = (fold, files, name) => files.flatMap(file => (name ? file[name] : file)).map(one => fold(one));

  /** The words of questions by what they count for, in the languages in which a query is written. */
  const ofQuestions = async ({ langs, get, fold, kept }, query) => {
    const written = langs.filter(lang => (lang === "zh" ? IS_HAN : /[a-z]/i).test(query));
    const files = await Promise.all(written.map(lang => get(`words-${lang}`)));
    const set = name => new Set(all(fold, files, name));
    const lists = name => all(fold, files, name).map(one => tokens(one).list);
    return (kept[`words ${written}`] ??= {
      said: files.map(({ said }) => said),
      weak: { nothing: set("nothing"), little: set("little") },
      roles: Object.fromEntries(["asks", "answers", "who", "speaker"].map(name => [name, lists(name)])),
      amounts: lists("amount"),
    });
  };

  /** Whether some sentence holds nearly all that a query says as it was typed; of an index in parts nobody knows. */
  const isAnswered = ({ own, whole, shelf, speakers }, typed, known) => {
    const wanted = whole ? units.units(typed, known, NO_OTHERS.synonyms) : [];
    if (wanted.some(({ ways }) => ways.length > 1) || (wanted.length > 1 && WORD.test(typed.trim()))) return false;
    const sure = graded(shelf.all, wanted, speakers, own);
    return !sure.near && sure.share >= SURE;
  };

  /** What readers say for words of the texts, of what a query may hold, as pairs. */
  const pairsIn = async ({ get, fold, kept }, typed, said) => {
    const names = units.sayings(typed, said);
    const lines = (kept[`says ${names}`] ??= all(fold, await Promise.all(names.map(get)), "").map(line => line.split("|")));
    return units.saidIn(typed, lines.flatMap(([text, ...say]) => say.map(one => [one, text])));
  };

  /** Such words as pairs and as a table; none where a sentence answers the query anyway, which spares the files. */
  const others = async (index, query, { said, weak }) => {
    const typed = index.fold(query);
    if (isAnswered(index, typed, vocabulary.of(index, { names: ["all"], documents: index.shelf.all }, weak))) return NO_OTHERS;
    const numbers = NUMBER.test(typed) ? (await index.more("numbers")).pairs(typed) : [];
    const pairs = [...numbers, ...(await pairsIn(index, typed, said))];
    return { pairs, synonyms: units.table(pairs) };
  };

  /** All that readers' words tell of a query; kept for the last one, of which it is asked several times. */
  const of = async (index, query) => {
    const { last } = index.kept;
    if (last?.query === query) return last;
    const words = await ofQuestions(index, query);
    return (index.kept.last = { query, ...words, ...(await others(index, query, words)) });
  };

  return { of };
});
