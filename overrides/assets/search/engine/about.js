// What is said about the texts as documents: notes, definitions, notes to rows and terms, renderings seen elsewhere.
verbatim.define("about", ({ documents: { both, seeing, unpacked } }) => {
  /** What is said of terms and people, as further texts of theirs. */
  const aboutHead = (about, documents, fold) => {
    const terms = both(about, "terms").map(([also, zh, en], at) => saying(documents[at], zh, en && [en, ...also].join(" "), fold));
    const people = both(about, "people").map(([, zh, en], at) => saying(documents[terms.length + at], zh, en, fold));
    return [...terms, ...people];
  };

  /** What is said of the sentences and rows of a part: notes as documents, and further texts of the rows. */
  const aboutPart = (about, documents, fold) => {
    const rows = new Map(documents.filter(one => one.kind === "row").map(one => [one.id, one]));
    const notes = both(about, "notes").map(([[at, id], zh, en]) => {
      const { speaker, ...rest } = documents[at];
      return { ...rest, kind: "note", at: rest.id, id, anchor: `note-${id}`, zh: seeing(zh, fold), en: seeing(en, fold) };
    });
    return [...notes, ...both(about, "rows").map(([id, zh, en]) => saying(rows.get(id), zh, en, fold))];
  };

  /** A document by what is said about it; it is displayed by its own words. */
  const saying = (one, zh, en, fold) => {
    const texts = { zh: seeing(zh, fold), en: seeing(en, fold) };
    return { ...one, names: [], about: true, own: one, ...texts };
  };

  /** A function that promises what is said about some parts of an index, and about terms and people: each file is fetched once. */
  const reader = ({ langs, get, named, fold, whole, shelf }) => {
    const said = new Map();
    return async loaded => {
      const texts = await Promise.all(langs.map(lang => get(`about-${lang}`)));
      const shared = texts.reduce((all, one) => ({ ...all, ...one }));
      if (!said.has("head")) said.set("head", aboutHead(unpacked(shared, "head"), named, fold));
      for (const part of loaded) {
        const file = whole ? shared : await get(shelf.file("about", part));
        if (!said.has(part)) said.set(part, aboutPart(unpacked(file, "part"), shelf.parts.get(part), fold));
      }
      return ["head", ...loaded].flatMap(name => said.get(name));
    };
  };

  return { reader };
});
