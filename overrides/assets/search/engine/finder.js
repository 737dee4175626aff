// The search itself: a query in, hits out.  Knows neither the page nor where files come from.
verbatim.define("finder", ({ words, fold: { folder }, query: parsed, index: { opened, learn }, exact, suggest, results }) => {
  const { IS_HAN } = words;
  const SAYINGS = { who: "find_who", loose: "find_loose", parts: "find_parts", most: "find_most", near: "find_near", open: "find_open" };
  const TELLING = /[\u3400-\u9fff].*[\u3400-\u9fff].*[\u3400-\u9fff]|[a-z]{5}/i; // what may be looked for in notes as well: no mere number or syllable
  const WHOLE = 0.999; // of the weight of a query: all of it, but for rounding
  const NEARLY = 0.9; // of it: so much cannot be there where the last word is only begun

  /**
   * A finder for readers of one language; `get(name)` promises the content of a file of the index, `more(name)` a component
   * that not every query needs: `questions`, `near`, `pinyin`, `who`, `about`, and `shelf` for an index in parts.
   * A query fetches the texts of the languages in which it is written and in which it is read, and nothing else at first.
   * @returns {Verbatim.Find}
   */
  function make(own, get, more) {
    const made = {};
    /** @type {Verbatim.Lang} */
    const other = own === "zh" ? "en" : "zh";

    const fold = folder();

    function indexOf(langs) {
      made[langs] ??= opened(own, get, more, fold, langs);
      made[langs].catch(() => delete made[langs]);
      return made[langs];
    }

    /** The languages that a query needs. */
    function langsOf(query, twins) {
      const wanted = { zh: IS_HAN.test(query), en: /[a-z]/i.test(query.normalize("NFKC")) };
      return twins || wanted[other] ? [own, other] : [own];
    }

    /** What a query finds in its words themselves, and in which index; the other language is asked where the own one holds nothing. */
    async function byWords(query, index, about) {
      const there = await exact.addressed(index, query);
      if (there.length) return { way: "address", hits: there, left: 0, index };
      let begun = null; // several words of which the last may go on: only where no other word stands for it
      for (const way of ["strict", "changed"]) {
        const asked = way === "strict" ? exact.strict : (await more("questions")).changed;
        const result = await asked(index, query, false);
        if (result.way === "open" && /\S\s+\S/.test(query)) begun = { ...result, index };
        else if (result.hits.length) return { ...(about ? await asked(index, query, true) : result), index };
        const other = way === "strict" && !begun && (await elsewhere(query, index));
        if (other) return other;
        const whose = way === "strict" && (await (await more("questions")).whose(index, query));
        if (whose && whose.hits.length) return { ...whose, index };
      }
      return begun ?? { way: "none", hits: [], left: 0, index };
    }

    /** What a query finds by its sound, or, where it is a number, in the other language; null where it may be anything else. */
    async function elsewhere(query, index) {
      const found = await bySound(query, index);
      if (found || /[^\d\s.,%]/.test(query.normalize("NFKC"))) return found;
      const both = await indexOf([own, other]);
      const there = await exact.strict(both, query, false);
      return there.hits.length ? { ...there, index: both } : null;
    }

    /** What the names are found in of which a query is the pinyin, or nearly; null where it is none. */
    async function bySound(query, index) {
      const names = parsed.spoken(query) ? await exact.spoken(index, query) : [];
      const found = names.length ? await exact.sounding(index, names.map(one => one.at)) : { hits: [] };
      return found.hits.length ? { ...found, way: names.some(one => one.near) ? "similar" : found.way, index } : null;
    }

    /** What a query finds in most of its words, in other words or in similar ones; what sounds alike is fetched once something is there to read, or where nothing is. */
    async function byMost(query, index, about) {
      const { most } = await more("questions");
      const first = await most(index, query, null, about);
      if (first.share >= WHOLE || !IS_HAN.test(query) || (first.hits.length && !about)) return { ...first, index };
      const second = await most(index, query, await get("homophones"), about);
      return { ...(second.share > first.share && !(second.near && !first.near) ? second : first), index };
    }

    /**
     * What a query finds, in words: see `Verbatim.Found`.  `twins` asks for the texts of the other language as well, `about` for
     * what is said about the texts, "more" for that which holds more of the query than the texts; where `further` is set, it may.
     */
    return async function find(typed, { twins = false, about = false } = {}) {
      const query = parsed.cleaned(typed);
      const langs = langsOf(query, twins);
      const alone = own === "zh" && !twins && langs.length > 1 && IS_HAN.test(query) ? await indexOf([own]) : null;
      const first = alone && exact.knows(alone, query) ? alone : await indexOf(langs);
      await learn(first, query);
      if (!fold(query).trim()) return { hits: [], message: "", nearest: null, completion: "", further: false, narrowing: null };
      let found = await byWords(query, first, about);
      if (!found.hits.length || found.way === "open") {
        const most = await byMost(query, first, about);
        if (!found.hits.length || most.share >= NEARLY) found = most;
      }
      const { hits, left, way, index } = found;
      const { strings } = index;
      const terms = hits.filter(hit => hit.exact && hit.one.forms).map(hit => hit.one);
      const context = { own, other, strings, fold, directory: index.directory, names: index.names, terms };
      const arranged = results.arranged(hits.map(hit => results.hit(hit, context)));
      const said = { count: arranged.length, saying: SAYINGS[way], left, query: query.trim(), instead: results.instead(hits, own), missing: found.missing ?? [] };
      return {
        hits: arranged,
        narrowing: results.narrowing(arranged, about === true || (about && !arranged.length), strings),
        message: results.message(said, strings),
        nearest: hits.length ? null : results.nearest(found.words ?? [], strings),
        completion: suggest.completed(query, first.forms, fold),
        further: !about && (!hits.length || way === "most" || way === "near") && TELLING.test(query),
      };
    };
  }

  return { make };
});
