// The search itself: a query in, hits out.  Knows neither the page nor where files come from.
verbatim.define("finder", ({ words: { IS_HAN }, fold: { folder }, query: parsed, index: { opened, learn }, exact, suggest, results }) => {
  const NOTHING = { hits: [], message: "", nearest: null, completion: "", further: false, narrowing: null }; // what is found where nothing is asked
  const TELLING = /[\u3400-\u9fff].*[\u3400-\u9fff].*[\u3400-\u9fff]|[a-z]{5}/i; // what may be looked for in notes as well: no mere number or syllable
  const WHOLE = 0.999; // of the weight of a query: all of it, but for rounding
  const NEARLY = 0.9; // of it: so much cannot be there where the last word is only begun

  /** @returns {Verbatim.Lang} */
  const otherOf = own => (own === "zh" ? "en" : "zh");

  /** Whether a query is written in the language that is not its reader's, at least in part. */
  const isForeign = (query, own) => (own === "zh" ? /[a-z]/i.test(query.normalize("NFKC")) : IS_HAN.test(query));

  /** The index that a query is asked of; a Chinese query with Latin words needs the Chinese texts alone where they hold these. */
  const indexFor = async (query, own, indexOf, twins) => {
    const both = twins || isForeign(query, own);
    const alone = both && !twins && own === "zh" && IS_HAN.test(query) ? await indexOf(false) : null;
    return alone && exact.knows(alone, query) ? alone : indexOf(both);
  };

  /** What a query finds when it is asked in some way, and whether that is only several words of which the last may go on. */
  const asked = async (ask, query, index, about) => {
    const result = await ask(index, query, false);
    const begun = result.way === "open" && /\S\s+\S/.test(query);
    return { ...(about && !begun && result.hits.length ? await ask(index, query, true) : result), begun };
  };

  /** What the names are found in of which a query is the pinyin, or nearly; null where it is none. */
  const bySound = async (query, index) => {
    const names = parsed.spoken(query) ? await exact.spoken(index, query) : [];
    const found = names.length ? await exact.sounding(index, names.map(one => one.at)) : { hits: [] };
    return found.hits.length ? found : null;
  };

  /** What a query finds by its sound, or, where it is a number, in the other language; null where it may be anything else. */
  const elsewhere = async (query, index, indexOf) => {
    const found = await bySound(query, index);
    if (found || /[^\d\s.,%]/.test(query.normalize("NFKC"))) return found;
    const both = await indexOf(true);
    const there = await exact.strict(both, query, false);
    return there.hits.length ? { ...there, index: both } : null;
  };

  /**
   * What a query finds in its words themselves, and in which index if not in that one; the other language is asked where the own one
   * holds nothing.  Several words of which the last is only begun count where no other words stand for them.
   */
  const byWords = async (query, index, indexOf, about) => {
    const there = await exact.addressed(index, query);
    const isNumber = parsed.isNumber(query);  // what holds its digits would be taken for it
    if (there.length || isNumber) return { way: there.length ? "address" : "none", hits: there, left: 0, isNumber };
    const typed = await asked(exact.strict, query, index, about);
    if (typed.hits.length && !typed.begun) return typed;
    const other = typed.begun ? null : await elsewhere(query, index, indexOf);
    if (other) return other;
    const { whose, changed } = await index.more("questions");
    const who = await whose(index, query);
    if (who.hits.length) return who;
    const found = await asked(changed, query, index, about);
    return found.hits.length ? found : typed;
  };

  /** What a query finds in most of its words, in other words or in similar ones; what sounds alike is fetched once something is there to read, or where nothing is. */
  const byMost = async (query, index, about) => {
    const { most } = await index.more("questions");
    const first = await most(index, query, null, about);
    if (first.share >= WHOLE || !IS_HAN.test(query) || (first.hits.length && !about)) return first;
    const second = await most(index, query, await index.get("homophones"), about);
    return second.share > first.share && !(second.near && !first.near) ? second : first;
  };

  /** What a query finds in its words, else in most of them; in most also where the last word is only begun, if these weigh nearly all. */
  const best = async (query, index, indexOf, about) => {
    const found = await byWords(query, index, indexOf, about);
    if (found.isNumber || (found.hits.length && found.way !== "open")) return found;
    const most = await byMost(query, index, about);
    return found.hits.length && most.share < NEARLY ? found : most;
  };

  /** What was found, in words: see `Verbatim.Found`. */
  const displayed = (query, { hits, left, way, index, words = [], missing = [] }, about) => {
    const { own, strings, fold, directory, names } = index;
    const terms = hits.filter(hit => hit.exact && hit.one.forms).map(hit => hit.one);
    const context = { own, other: otherOf(own), strings, fold, directory, names, terms };
    const arranged = results.arranged(hits.map(hit => results.hit(hit, context)));
    const said = { count: arranged.length, saying: strings[way], left, query: query.trim(), instead: results.instead(hits, own), missing };
    return {
      hits: arranged,
      narrowing: { strings, more: about !== true && !(about && !arranged.length) },
      message: results.message(said, strings),
      nearest: hits.length ? null : results.nearest(words, strings),
      further: !about && (!hits.length || way === "most" || way === "near") && TELLING.test(query),
    };
  };

  /**
   * What a query finds, in words: see `Verbatim.Found`.  `twins` asks for the texts of the other language as well, `about` for
   * what is said about the texts, "more" for that which holds more of the query than the texts; where `further` is set, it may.
   */
  const find = async (typed, own, indexOf, /** @type {Parameters<Verbatim.Find>[1]} */ { twins = false, about = false }) => {
    const query = parsed.cleaned(typed);
    const index = await indexFor(query, own, indexOf, twins);
    await learn(index, query);
    if (!index.fold(query).trim()) return NOTHING;
    const found = await best(query, index, indexOf, about);
    return { ...displayed(query, { index, ...found }, about), completion: suggest.completed(query, index.forms, index.fold) };
  };

  /**
   * A finder for readers of one language; `get(name)` promises the content of a file of the index, `more(name)` a component
   * that not every query needs: `questions`, `near`, `numbers`, `pinyin`, `who`, `about`, and `shelf` for an index in parts.
   * A query fetches the texts of the languages in which it is written and in which it is read, and nothing else at first.
   * @returns {Verbatim.Find}
   */
  const make = (own, get, more) => {
    const made = {};
    const fold = folder();
    const indexOf = both => {
      const langs = both ? [own, otherOf(own)] : [own];
      made[langs] ??= opened(own, get, more, fold, langs);
      made[langs].catch(() => delete made[langs]);
      return made[langs];
    };
    return (typed, wish = {}) => find(typed, own, indexOf, wish);
  };

  return { make, NOTHING };
});
