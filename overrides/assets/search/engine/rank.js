// Which documents answer a query, the best first.
// A document is a sentence, a row, a term, a person or a heading: `kind`, and for each language `text` and `seen` (its tokens).
verbatim.define("rank", ({ match: { every, follows, phrase, width } }) => {
  const LANGS = ["zh", "en"];
  /** How a reading may be met, the strictest first; a looser way is tried only where a stricter one finds nothing at all. */
  const WAYS = [
    { name: "phrase", of: (text, one) => (one.spaced ? every(text, one.parts) : phrase(text, one.phrase) ?? (one.joined && phrase(text, one.joined))) },
    { name: "loose", of: (text, one) => (one.spaced ? null : phrase(text, one.clauses, true)) },
    { name: "parts", of: (text, one) => (one.parts.length > 1 ? every(text, one.parts) : null) },
    { name: "parts", across: true },
    { name: "passage", of: (text, one) => one.sentences.map(sentence => phrase(text, sentence)).find(Boolean) },
    { name: "open", of: (text, one) => (one.open ? every(text, one.parts, true) : null) },
  ];

  /**
   * Places in the list: a term or name that is the query itself, then sentences, then what merely holds it; own language first,
   * words as typed before their other forms, and words that stand near one another before those that are scattered.
   */
  const ORDER = { sentence: 1, term: 2, person: 2, row: 3, note: 4, place: 4 };

  /** The places in both languages of a document of what a reading says in words of both; null where one of its pieces stands in neither. */
  const across = (one, { pieces }) => {
    const spans = {};
    for (const piece of pieces) {
      const found = LANGS.map(lang => [lang, one[lang] && phrase(one[lang].seen, piece, true)]).filter(([, places]) => places);
      if (!found.length) return null;
      for (const [lang, places] of found) spans[lang] = [...(spans[lang] ?? []), ...places].sort((a, b) => a[0] - b[0]);
    }
    return pieces.length ? spans : null;
  };

  /** The hits of some readings among some documents: `{way, hits}`, each hit with its document, spans and language. */
  const search = (documents, wanted, own) => {
    const other = own === "zh" ? "en" : "zh";
    for (const way of WAYS) {
      const hits = documents.map(one => met(one, wanted, way, own, other)).filter(Boolean);
      if (hits.length) return { way: way.name, hits: ranked(hits) };
    }
    return { way: "none", hits: [] };
  };

  /** A document as a hit, if some reading is met in some language; in each language the first reading that is. */
  const met = (one, wanted, way, own, other) => {
    const { spans, first } = way.across ? mixed(one, wanted) : single(one, wanted, way, own, other);
    if (first < 0) return null;
    const foreign = !spans[own];
    const { seen } = one[foreign ? other : own];
    const literal = seen.folded.includes(wanted[first].text);
    const wide = way.name === "parts" ? width(seen, wanted[first].parts) : 0;
    return { one, spans, foreign, literal, wide, reason: "", instead: [], exact: wanted.some(reading => isName(one, reading)), changed: first > 0 ? wanted[first].text : "" };
  };

  /** The first reading that a document meets in words of both languages, and where. */
  const mixed = (one, wanted) => {
    const found = wanted.map(reading => across(one, reading));
    const first = found.findIndex(Boolean);
    return { first, spans: found[first] };
  };

  /** The first reading that a document meets in each language, and where; `first` is that of the own language, if there is one. */
  const single = (one, wanted, way, own, other) => {
    const spans = {};
    let first = -1;
    for (const lang of [own, other]) {
      let found;
      const at = one[lang] ? wanted.findIndex(reading => (found = way.of(one[lang].seen, reading))) : -1;
      if (found) spans[lang] = found;
      if (first < 0) first = at;
    }
    return { first, spans };
  };

  /** Whether a reading is a name of the document: a form of a term, a person's name; marks between clauses do not count. */
  const isName = (one, reading) => (one.names ?? []).some(({ seen }) => follows(seen, 0, reading.clauses, true) === seen.list.length);

  /** Hits in the order in which they are shown; equals stay in the order of the text. */
  const ranked = hits => {
    const place = hit => (hit.exact ? 0 : ORDER[hit.one.kind] + (hit.foreign ? 10 : 0)) + (hit.changed ? 0.5 : 0) + (hit.literal ? 0 : 0.2);
    return hits.map(hit => ({ ...hit, place: place(hit) })).sort((a, b) => a.place - b.place || a.wide - b.wide);
  };

  return { search };
});
