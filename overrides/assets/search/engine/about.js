// What is said about the texts as documents: notes, definitions, notes to rows and terms, renderings seen elsewhere.
verbatim.define("about", ({ documents: { both, seeing } }) => {
  /** What is said of terms and people, as further texts of theirs. */
  function aboutHead(about, documents, fold) {
    const terms = both(about, "terms").map(([also, zh, en], at) => saying(documents[at], zh, en && [en, ...also].join(" "), fold));
    const people = both(about, "people").map(([, zh, en], at) => saying(documents[terms.length + at], zh, en, fold));
    return [...terms, ...people];
  }

  /** What is said of the sentences and rows of a part: notes as documents, and further texts of the rows. */
  function aboutPart(about, documents, fold) {
    const rows = new Map(documents.filter(one => one.kind === "row").map(one => [one.id, one]));
    const notes = both(about, "notes").map(([[at, id], zh, en]) => {
      const { speaker, ...rest } = documents[at];
      return { ...rest, kind: "note", at: rest.id, id, anchor: `note-${id}`, zh: seeing(zh, fold), en: seeing(en, fold) };
    });
    return [...notes, ...both(about, "rows").map(([id, zh, en]) => saying(rows.get(id), zh, en, fold))];
  }

  /** A document by what is said about it; it is displayed by its own words. */
  function saying(one, zh, en, fold) {
    const texts = { zh: seeing(zh, fold), en: seeing(en, fold) };
    return { ...one, names: [], about: true, own: one, ...texts };
  }

  return { head: aboutHead, part: aboutPart };
});
