// The search itself: a query in, the theme's items out.  Knows neither the theme's messages nor where files come from.

const AT_ONCE = 8; // parts fetched for one query before anything is shown

/**
 * A finder for readers of one language; `get(name)` promises the content of a file of the index.
 * `more()` loads lists.js, which only an index in parts needs.
 * Queries in Chinese need the folding of characters, those in letters the pinyin, none both: for each sort one index.
 */
function makeFinder(own, get, more) {
  const indexes = {};
  return async query => {
    const sort = IS_HAN.test(query) ? "characters" : /\p{L}/u.test(query) ? "sounds" : "plain";
    indexes[sort] ??= makeIndex(own, get, more, sort);
    indexes[sort].catch(() => delete indexes[sort]);
    return (await indexes[sort])(query);
  };
}

/** A finder for one sort of queries. */
async function makeIndex(own, get, more, sort) {
  const [index, table] = await Promise.all([get("index"), sort === "plain" ? [] : get(sort)]);
  const head = unpacked(index, "head");
  const whole = unpacked(index, "part");
  if (!whole) await more();
  const fold = folder(sort === "characters" ? table : ["", ""]);
  const synonyms = head.synonyms.map(pair => pair.map(one => fold(one)));
  const shared = headDocuments(head, fold, sort === "sounds" ? table : []);
  const names = shared.filter(one => one.forms).flatMap(one =>
    ["zh", "en"].flatMap(lang => one.forms[lang].map(text => ({ text, lang, page: one.page, anchor: one.anchor }))));
  const lists = new Set((head.lists ?? "").split(" "));
  const parts = new Map(whole ? [["all", partDocuments(whole, fold)]] : []);
  const world = { own, other: own === "zh" ? "en" : "zh", words: Object.fromEntries(head.words.map((key, at) => [key, head[own].words[at]])), fold, directory: head.directory, terms: [] };

  /** The documents of a part, fetched once. */
  async function documentsOf(part) {
    if (!parts.has(part)) parts.set(part, partDocuments(unpacked(await get(`part-${part}`), "part"), fold));
    return parts.get(part);
  }

  /** All sentences and sections with an address; of a link whatever it leads to. */
  async function addressed(query) {
    const id = address(query);
    const linked = query.includes("#");
    if (!id || !(linked || /\d$/.test(id))) return [];
    const fits = one => one.id === id && (linked || one.kind === "sentence" || one.kind === "place");
    const mine = shared.filter(fits);
    if (whole) return [...parts.get("all").filter(fits), ...mine];
    const name = listName(`@${id}`);
    const found = lists.has(name) ? numbers(await get(`list-${name}`), `@${id}`, false) : [];
    const loaded = await Promise.all(partsOf(new Set(found), head.parts).slice(0, AT_ONCE).map(one => documentsOf(one.part)));
    return [...loaded.flat().filter(fits), ...mine];
  }

  /** The result of some readings in the parts that may hold them, and how many candidates were left unread. */
  async function among(wanted) {
    if (whole) return { ...search([...parts.get("all"), ...shared], wanted, own), left: 0 };
    const found = new Set();
    for (const one of await Promise.all(wanted.map(reading => candidates(reading, lists, get)))) for (const number of one) found.add(number);
    const where = partsOf(found, head.parts);
    for (let first = 0; ; first += AT_ONCE) {
      const loaded = await Promise.all(where.slice(first, first + AT_ONCE).map(one => documentsOf(one.part)));
      const result = search([...loaded.flat(), ...shared], wanted, own);
      const rest = where.slice(first + AT_ONCE);
      if (result.hits.length || !rest.length) return { ...result, left: rest.reduce((sum, one) => sum + one.inside, 0) };
    }
  }

  /** Terms and people whose pinyin the query is: wholly, or some words of it. */
  function spoken(query) {
    const run = letters(query);
    const plain = one => one.pinyin?.replace(/[ ]/g, "").replace(/v/g, "u");
    return {
      whole: run ? shared.filter(one => plain(one) === run) : [],
      some: run.length > 3 ? shared.filter(one => one.pinyin && sounds(one.pinyin, run)) : [],
    };
  }

  const asHit = one => ({ one, spans: {}, foreign: false, exact: true, changed: "" });

  /** The hits of a query that is neither empty nor an address. */
  async function hitsOf(query) {
    const { whole, some } = spoken(query);
    const sounding = whole.flatMap(one => one.forms.zh.map(form => reading(fold(form))));
    const wanted = [...readings(query, fold, synonyms), ...sounding];
    const result = wanted.length ? await among(wanted) : { way: "none", hits: [], left: 0 };
    for (const hit of result.hits) if (sounding.some(one => one.text === hit.changed)) hit.changed = "";
    return result.hits.length || !some.length ? result : { way: "pinyin", hits: some.map(asHit), left: 0 };
  }

  const sayings = { loose: "find_loose", parts: "find_parts", open: "find_open" };

  /** The items for a query, and how its last word may go on. */
  return async function find(query) {
    if (!fold(query).trim()) return { items: [], suggest: [] };
    const there = (await addressed(query)).map(asHit);
    const { way, hits, left } = there.length ? { way: "address", hits: there, left: 0 } : await hitsOf(query);
    world.terms = hits.filter(hit => hit.exact && hit.one.forms).map(hit => hit.one);
    const said = [sayings[way] ? world.words[sayings[way]] : "", left ? world.words.find_more.replace("#", left) : ""].filter(Boolean).join(" ");
    const items = hits.length
      ? saying(hits.map((hit, at) => item(hit, hits.length - at, world)), said)
      : nothing(query.trim(), nearest(query, names, fold), world);
    const going = completed(query, names, fold);
    return { items, suggest: going ? [going] : [] };
  };
}
