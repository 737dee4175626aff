// The search itself: a query in, hits out.  Knows neither the page nor where files come from.
verbatim.define("finder", ({ words, fold: { folder }, query: parsed, rank: { search }, documents, suggest, results }) => {
  const AT_ONCE = 8; // parts fetched for one query before anything is displayed
  const { IS_HAN } = words;
  const SAYINGS = { loose: "find_loose", parts: "find_parts", open: "find_open" };
  const asHit = one => ({ one, spans: {}, foreign: false, exact: true, changed: "" });

  /**
   * A finder for readers of one language; `get(name)` promises the content of a file of the index, `more()` the component
   * `postings`, which only an index in parts needs.
   * Queries in Chinese need the folding of characters, those in letters the pinyin, none both: for each sort one index.
   */
  function make(own, get, more) {
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
    const head = documents.unpacked(index, "head");
    const whole = documents.unpacked(index, "part");
    const postings = whole ? null : await more();
    const fold = folder(sort === "characters" ? table : ["", ""]);
    const synonyms = head.synonyms.map(pair => pair.map(one => fold(one)));
    const shared = documents.headDocuments(head, fold, sort === "sounds" ? table : []);
    const names = suggest.named(shared.filter(one => one.forms).flatMap(one =>
      ["zh", "en"].flatMap(lang => one.forms[lang].map(text => ({ text, lang, page: one.page, anchor: one.anchor })))), fold);
    const lists = new Set((head.lists ?? "").split(" "));
    const parts = new Map(whole ? [["all", documents.partDocuments(whole, fold)]] : []);
    const strings = Object.fromEntries(head.words.map((key, at) => [key, head[own].words[at]]));
    /** @type {Verbatim.Context} */
    const context = { own, other: own === "zh" ? "en" : "zh", strings, fold, directory: head.directory, terms: [] };

    /** The documents of a part, fetched once. */
    async function documentsOf(part) {
      if (!parts.has(part)) parts.set(part, documents.partDocuments(documents.unpacked(await get(`part-${part}`), "part"), fold));
      return parts.get(part);
    }

    /** All sentences and sections with an address; of a link whatever it leads to. */
    async function addressed(query) {
      const id = parsed.address(query);
      const linked = query.includes("#");
      if (!id || !(linked || /\d$/.test(id))) return [];
      const fits = one => one.id === id && (linked || one.kind === "sentence" || one.kind === "place");
      const mine = shared.filter(fits);
      if (whole) return [...parts.get("all").filter(fits), ...mine];
      const name = postings.listName(`@${id}`);
      const found = lists.has(name) ? postings.numbers(await get(`list-${name}`), `@${id}`, false) : [];
      const loaded = await Promise.all(postings.partsOf(new Set(found), head.parts).slice(0, AT_ONCE).map(one => documentsOf(one.part)));
      return [...loaded.flat().filter(fits), ...mine];
    }

    /** The result of some readings in the parts that may hold them, and how many candidates were left unread. */
    async function among(wanted) {
      if (whole) return { ...search([...parts.get("all"), ...shared], wanted, own), left: 0 };
      const found = new Set();
      for (const one of await Promise.all(wanted.map(reading => postings.candidates(reading, lists, get)))) for (const number of one) found.add(number);
      const where = postings.partsOf(found, head.parts);
      for (let first = 0; ; first += AT_ONCE) {
        const loaded = await Promise.all(where.slice(first, first + AT_ONCE).map(one => documentsOf(one.part)));
        const result = search([...loaded.flat(), ...shared], wanted, own);
        const rest = where.slice(first + AT_ONCE);
        if (result.hits.length || !rest.length) return { ...result, left: rest.reduce((sum, one) => sum + one.inside, 0) };
      }
    }

    /** Terms and people whose pinyin the query is: wholly, or some words of it. */
    function spoken(query) {
      const run = parsed.letters(query);
      const plain = one => one.pinyin?.replace(/[ ]/g, "").replace(/v/g, "u");
      return {
        whole: run ? shared.filter(one => plain(one) === run) : [],
        some: run.length > 3 ? shared.filter(one => one.pinyin && parsed.sounds(one.pinyin, run)) : [],
      };
    }

    /** The hits of a query that is neither empty nor an address. */
    async function hitsOf(query) {
      const { whole, some } = spoken(query);
      const sounding = whole.flatMap(one => one.forms.zh.map(form => parsed.reading(fold(form))));
      const wanted = [...parsed.readings(query, fold, synonyms), ...sounding];
      const result = wanted.length ? await among(wanted) : { way: "none", hits: [], left: 0 };
      for (const hit of result.hits) if (sounding.some(one => one.text === hit.changed)) hit.changed = "";
      return result.hits.length || !some.length ? result : { way: "pinyin", hits: some.map(asHit), left: 0 };
    }

    /** What a query finds, in words: see `Verbatim.Found`. */
    return async function find(query) {
      if (!fold(query).trim()) return { hits: [], message: "", nearest: null, completion: "" };
      const there = (await addressed(query)).map(asHit);
      const { way, hits, left } = there.length ? { way: "address", hits: there, left: 0 } : await hitsOf(query);
      context.terms = hits.filter(hit => hit.exact && hit.one.forms).map(hit => hit.one);
      return {
        hits: hits.map(hit => results.hit(hit, context)),
        message: results.message(hits.length, SAYINGS[way], left, query.trim(), strings),
        nearest: hits.length ? null : results.nearest(suggest.nearest(query, names, fold), context),
        completion: suggest.completed(query, names, fold),
      };
    };
  }

  return { make };
});
