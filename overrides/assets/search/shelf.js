// The shelf of an index in parts: which of them a query needs, each fetched once.
verbatim.define("shelf", ({ documents, postings }) => {
  const AT_ONCE = 6; // parts fetched for one query before anything is displayed
  const GRADED = 5, LATER = 3; // parts fetched for most of the words of a query, and again for what sounds like them
  const IN_ALL = 8; // parts fetched for one query, after which most of its words fetch none

  /** The documents of a part, fetched once. */
  const documentsOf = async (shelf, name) => {
    if (!shelf.parts.has(name)) {
      shelf.fetched++;
      shelf.parts.set(name, documents.partDocuments(documents.unpacked(await shelf.get(shelf.file("part", name)), "part"), shelf.fold));
    }
    return shelf.parts.get(name);
  };

  /** Some parts by their names, with their documents, and how many sentences of others are left unread. */
  const taken = async (shelf, names, left = 0) => ({ names, left, documents: (await Promise.all(names.map(name => documentsOf(shelf, name)))).flat() });

  /** The parts that hold some sentences, the newest first, as many as are fetched at once. */
  const holding = (shelf, sentences) => {
    const where = postings.partsOf(sentences, shelf.counts);
    return taken(shelf, where.slice(0, AT_ONCE).map(one => one.part), where.slice(AT_ONCE).reduce((sum, one) => sum + one.inside, 0));
  };

  /** The numbers of the sentences that have an id, or in which somebody of that id begins to speak. */
  const numbered = async ({ lists, get }, id) => {
    const name = postings.listName(`@${id}`);
    return lists.has(name) ? postings.numbers(await get(`list-${name}`), `@${id}`, false) : new Set();
  };

  /** The parts that may meet some readings. */
  const meeting = async (shelf, wanted) => {
    const found = await Promise.all(wanted.map(reading => postings.candidates(reading, shelf.lists, shelf.get)));
    return holding(shelf, new Set(found.flatMap(one => [...one])));
  };

  /** The names of the parts that hold most of what is wished, the best first. */
  const weighed = ({ lists, get, counts, characters }, /** @type {Verbatim.Wish} */ { text, synonyms, alike, ...wish }) => postings.weighed(text, synonyms, { ...wish, lists, get, counts, alike: alike?.([...characters]) });

  /** Those of them that are there, or few enough to be fetched. */
  const most = async (shelf, wish) => {
    const found = await weighed(shelf, wish);
    let left = Math.min(wish.alike ? LATER : GRADED, IN_ALL - shelf.fetched);
    return taken(shelf, found.slice(0, AT_ONCE).filter(name => shelf.parts.has(name) || left-- > 0));
  };

  /** By part, the newest first, how many times some people or outlets begin to speak in it. */
  const turnsOf = async (shelf, ids) => {
    const found = await Promise.all(ids.map(id => numbered(shelf, id)));
    return new Map(postings.partsOf(new Set(found.flatMap(one => [...one])), shelf.counts).map(({ part, inside }) => [part, inside]));
  };

  /** The parts in which somebody speaks, and of what is wished; in which somebody speaks at all where none is of that. */
  const by = async (shelf, ids, wish) => {
    const turns = ids.length ? await turnsOf(shelf, ids) : null;
    const theirs = [...(turns?.keys() ?? [])];
    const found = wish.text ? await weighed(shelf, wish) : theirs;
    const some = turns ? found.filter(part => turns.has(part)) : found;
    const wanted = some.length ? some : theirs;
    return taken(shelf, wanted.slice(0, AT_ONCE), wanted.slice(AT_ONCE).reduce((sum, part) => sum + (turns?.get(part) ?? 1), 0));
  };

  /** The Han characters that begin some lists. */
  const hanOf = names => names.filter(name => /^[3-9][0-9a-f]{3}$/.test(name)).map(name => String.fromCharCode(parseInt(name, 16))).join("");

  /** The shelf of an index with such a head. */
  const make = (head, get, fold) => {
    const names = (head.lists ?? "").split(" ");
    const places = Object.entries(head.parts).flatMap(([event, counts]) => counts.map((count, at) => ({ event, count, at })));
    const file = (kind, part) => `${places[part].event}-${kind}-${places[part].at}`;
    const shelf = { get, fold, file, counts: places.map(one => one.count), lists: new Set(names), characters: hanOf(names), parts: new Map(), fetched: 0 };
    return {
      all: [],
      characters: shelf.characters,
      parts: shelf.parts,
      file,
      begin() { shelf.fetched = 0; },
      addressed: async id => holding(shelf, await numbered(shelf, id)),
      meeting: wanted => meeting(shelf, wanted),
      most: wish => most(shelf, wish),
      by: (ids, wish) => by(shelf, ids, wish),
    };
  };

  return { make };
});
