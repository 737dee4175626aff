// The files of the index, opened: a record with what all queries need and the shelf that the texts of its parts come from.
verbatim.define("index", ({ words: { IS_HAN }, documents, suggest, painted }) => {
  const FILES = 32; // of characters that no text has
  const FEW = 100; // documents that are read without a picture between

  /**
   * An index with the texts of some languages, which `fold` folds: see `Verbatim.Index`.  What all queries read is divided into
   * tokens a few documents at a time, so that what is typed meanwhile is displayed between them.
   */
  const opened = async (own, get, more, fold, langs) => {
    const [codes, ...contents] = await Promise.all(["index", ...langs].map(get));
    const file = { codes, ...Object.fromEntries(langs.map((lang, at) => [lang, contents[at]])) };
    const head = documents.unpacked(file, "head");
    const content = documents.unpacked(file, "part");
    if (head.zh) fold.learn(head.zh.fold);
    const shared = documents.headDocuments(head, fold);
    const shelf = content ? whole(documents.partDocuments(content, fold)) : (await more("shelf")).make(head, get, fold);
    for (const [at, one] of [...shelf.all, ...shared].entries()) {
      if (at % FEW === 0) await painted();
      texts({ langs }, [one]);
    }
    const characters = new Set(JSON.stringify(file) + shelf.characters);
    return { own, langs, get, more, fold, shared, shelf, characters, kept: {}, whole: Boolean(content), directory: head.directory, ...named(head, shared, own, langs, fold) };
  };

  /** The names that an index holds: of the interface, of people and outlets by their ids, of all that a query may be completed to. */
  const named = (head, shared, own, langs, fold) => {
    const some = shared.filter(one => one.forms);
    const forms = some.flatMap(one => langs.flatMap(lang => one.forms[lang]?.map(text => ({ text, lang })) ?? []));
    return {
      named: some,
      forms: suggest.named(forms, fold),
      strings: Object.fromEntries(head.words.map((key, at) => [key, head[own].words[at]])),
      speakers: Object.fromEntries(some.filter(one => one.kind === "person").map(one => [one.id, one.names.map(({ seen }) => seen)])),
      names: Object.fromEntries(head.people.map(([id], at) => [id, head[own].people[at][0]])),
    };
  };

  /** The shelf of an index in one file: everything, whatever is asked. */
  const whole = all => {
    const every = async () => ({ names: ["all"], documents: all, left: 0 });
    return { all, characters: "", parts: new Map([["all", all]]), begin() {}, addressed: every, meeting: every, most: every, by: every };
  };

  /** Begins with a query: learns what those characters of it stand for that the texts lack. */
  const learn = async ({ characters, shelf, get, fold }, query) => {
    shelf.begin();
    const strange = [...query].filter(one => IS_HAN.test(one) && !characters.has(one));
    const names = [...new Set(strange.map(one => `characters-${one.charCodeAt(0) % FILES}`))];
    for (const pairs of await Promise.all(names.map(get))) fold.learn(pairs);
    for (const one of strange) characters.add(one);
  };

  /** What is said about some parts, and about terms and people, in the languages of the index; nothing where it is not wanted. */
  const said = async (index, names, wanted) => {
    if (!wanted) return [];
    index.kept.about ??= (await index.more("about")).reader(index);
    return index.kept.about(names);
  };

  /** What is the same for all parts: terms, headings, and people with a page. */
  const places = ({ shared }) => shared.filter(one => one.kind !== "person" || one.page);

  /** The texts of some documents in the languages of an index. */
  const texts = ({ langs }, some) => some.flatMap(one => langs.flatMap(lang => (one[lang] ? [one[lang].seen] : [])));

  return { opened, learn, said, places, texts };
});
