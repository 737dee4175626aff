// What an index holds of a query as it was typed: at an address, word for word, by names that sound so.
verbatim.define("exact", ({ words: { tokens }, query: parsed, rank: { search }, index: { said, places } }) => {
  const NONE = { way: "none", hits: [], left: 0 };

  /** A document as a hit that no word of the query is marked in. */
  const asHit = one => ({ one, spans: {}, foreign: false, exact: true, changed: "", reason: "", instead: [] });

  /** All sentences and sections with an address; of a link whatever it leads to. */
  const addressed = async ({ shelf, shared }, query) => {
    const id = parsed.address(query);
    const linked = query.includes("#");
    if (!id || !(linked || /\d$/.test(id))) return [];
    const fits = one => one.id === id && (linked || one.kind === "sentence" || one.kind === "place");
    const { documents } = await shelf.addressed(id);
    return [...documents, ...shared].filter(fits).map(asHit);
  };

  /** The hits of some readings in the parts that may hold them, and how many candidates were left unread. */
  const among = async (index, wanted, about) => {
    if (!wanted.length) return NONE;
    const { names, documents, left } = await index.shelf.meeting(wanted);
    return { ...search([...documents, ...places(index), ...(await said(index, names, about))], wanted, index.own), left };
  };

  /** The hits of a query as it is typed. */
  const strict = (index, query, about) => among(index, parsed.readings(query, index.fold, []), about);

  /** The terms and people whose pinyin a query is, or nearly is, by their number. */
  const spoken = async ({ more, get }, query) => {
    const [pinyin, sounds] = await Promise.all([more("pinyin"), get("sounds")]);
    return pinyin.spoken(query, sounds, () => more("near"));
  };

  /** What holds the forms of some names, by their numbers: the Chinese ones, if their texts are there, else the English ones. */
  const sounding = async (index, numbers) => {
    const lang = index.langs.includes("zh") ? "zh" : "en";
    const wanted = numbers.flatMap(at => index.named[at].forms[lang].map(form => parsed.reading(index.fold(form))));
    const found = await among(index, wanted, false);
    return { ...found, way: "pinyin", hits: found.hits.map(hit => ({ ...hit, changed: "" })) };
  };

  /** Whether the texts of the own language hold every Latin word of a query, so that it needs no others; of an index in parts nobody knows. */
  const knows = ({ own, fold, whole, shelf, shared }, query) => {
    const latin = tokens(fold(query)).list.filter(one => /^[a-z]/.test(one));
    const seen = whole ? [...shelf.all, ...shared].flatMap(one => (one[own] ? [one[own].seen] : [])) : [];
    return latin.every(one => seen.some(({ list }) => list.includes(one)));
  };

  return { NONE, asHit, addressed, among, strict, spoken, sounding, knows };
});
