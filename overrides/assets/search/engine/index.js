// The files of the index as something that can be asked: by words, by address, by sound, by most of the words.
verbatim.define("index", ({ words: { IS_HAN, tokens }, match: { phrase }, query: parsed, rank: { search }, documents, suggest }) => {
  const AT_ONCE = 6; // parts fetched for one query before anything is displayed
  const SURE = 0.97; // of the weight of a query: where a sentence holds so much, no other words are looked for
  const GRADED = 5, LATER = 3; // parts fetched for most of the words of a query, and again for what sounds like them
  const IN_ALL = 8; // parts fetched for one query, after which most of its words fetch none
  const FILES = 32; // of characters that no text has
  const WORD = /^[\u3400-\u9fff]{2,4}$/; // what may be one word of the readers, although the texts hold its pieces
  const asHit = one => ({ one, spans: {}, foreign: false, exact: true, changed: "", reason: "", instead: [] });

  /** An index with the texts of some languages, which `fold` folds. */
  async function makeIndex(own, get, more, fold, langs) {
    const [codes, ...texts] = await Promise.all(["index", ...langs].map(get));
    const file = { codes, ...Object.fromEntries(langs.map((lang, at) => [lang, texts[at]])) };
    const head = documents.unpacked(file, "head");
    const whole = documents.unpacked(file, "part");
    const postings = whole ? null : await more("postings");
    if (head.zh) fold.learn(head.zh.fold);
    const shared = documents.headDocuments(head, fold);
    const forms = suggest.named(shared.flatMap(one => langs.flatMap(lang => (one.forms?.[lang] ?? []).map(text => ({ text, lang })))), fold);
    const named = shared.filter(one => one.forms);
    const lists = new Set((head.lists ?? "").split(" "));
    const parts = new Map(whole ? [["all", documents.partDocuments(whole, fold)]] : []);
    const strings = Object.fromEntries(head.words.map((key, at) => [key, head[own].words[at]]));
    const speakers = Object.fromEntries(shared.filter(one => one.kind === "person").map(one => [one.id, one.names]));
    const names = Object.fromEntries(head.people.map(([id], at) => [id, head[own].people[at][0]]));

    let fetched = 0; // parts, for the query that is being answered
    /** The documents of a part, fetched once. */
    async function documentsOf(part) {
      if (!parts.has(part)) fetched++;
      if (!parts.has(part)) parts.set(part, documents.partDocuments(documents.unpacked(await get(`part-${part}`), "part"), fold));
      return parts.get(part);
    }

    /** The Han characters that the posting lists know. */
    const others = () => [...lists].filter(name => /^[3-9][0-9a-f]{3}$/.test(name)).map(name => String.fromCharCode(parseInt(name, 16)));
    const seen = new Set([JSON.stringify(file), ...others()].join(""));
    /** Begins with a query: learns what those characters of a query stand for that the texts lack. */
    async function learn(query) {
      fetched = 0;
      const strange = [...query].filter(one => IS_HAN.test(one) && !seen.has(one));
      const names = [...new Set(strange.map(one => `characters-${one.charCodeAt(0) % FILES}`))];
      for (const pairs of await Promise.all(names.map(get))) fold.learn(pairs);
      for (const one of strange) seen.add(one);
    }

    let reader = null;
    /** What is said about some parts, and about terms and people, in the languages of the index. */
    async function saidOf(loaded) {
      reader ??= (await more("about")).reader({ langs, get, named, fold, whole, parts });
      return reader(loaded);
    }

    const loadedFor = async found => {
      const where = postings.partsOf(found, head.parts);
      return { where, load: list => Promise.all(list.map(one => documentsOf(one.part))) };
    };

    /** All sentences and sections with an address; of a link whatever it leads to. */
    async function addressed(query) {
      const id = parsed.address(query);
      const linked = query.includes("#");
      if (!id || !(linked || /\d$/.test(id))) return [];
      const fits = one => one.id === id && (linked || one.kind === "sentence" || one.kind === "place");
      const mine = shared.filter(fits);
      if (whole) return [...parts.get("all").filter(fits), ...mine].map(asHit);
      const name = postings.listName(`@${id}`);
      const found = lists.has(name) ? postings.numbers(await get(`list-${name}`), `@${id}`, false) : [];
      const { where, load } = await loadedFor(new Set(found));
      return [...(await load(where.slice(0, AT_ONCE))).flat().filter(fits), ...mine].map(asHit);
    }

    const places = () => shared.filter(one => one.kind !== "person" || one.page);

    /** The result of some readings in the parts that may hold them, and how many candidates were left unread. */
    async function among(wanted, about) {
      if (whole) return { ...search([...parts.get("all"), ...places(), ...(about ? await saidOf(["all"]) : [])], wanted, own), left: 0 };
      const found = new Set();
      for (const one of await Promise.all(wanted.map(reading => postings.candidates(reading, lists, get)))) for (const number of one) found.add(number);
      const { where, load } = await loadedFor(found);
      const now = where.slice(0, AT_ONCE);
      const loaded = await load(now);
      const result = search([...loaded.flat(), ...places(), ...(about ? await saidOf(now.map(one => one.part)) : [])], wanted, own);
      return { ...result, left: where.slice(AT_ONCE).reduce((sum, one) => sum + one.inside, 0) };
    }

    /** What some files of the languages of the index hold under a name, folded. */
    const all = (files, name) => files.flatMap(file => (name ? file[name] : file)).map(one => fold(one));
    const NO_SYNONYMS = { pairs: [], synonyms: new Map() };

    /** The languages in which a query is written, of those of the index. */
    const written = query => langs.filter(lang => (lang === "zh" ? IS_HAN : /[a-z]/i).test(query));

    const questions = {};
    /** The words of questions by what they count for. */
    async function questionWords(query) {
      const langs = written(query);
      const files = await Promise.all(langs.map(lang => get(`words-${lang}`)));
      const lists = name => all(files, name).map(one => tokens(one).list);
      return (questions[langs] ??= {
        said: files.map(({ said }) => said),
        weak: { nothing: new Set(all(files, "nothing")), little: new Set(all(files, "little")) },
        roles: { asks: lists("asks"), answers: lists("answers"), who: lists("who") },
        amounts: lists("amount"),
      });
    }

    const other = {};
    let last = { query: "", found: NO_SYNONYMS };
    const answered = { query: "", known: false };
    /** Whether some sentence holds nearly all that a query says as it was typed; of an index in parts nobody knows. */
    async function isAnswered(query) {
      const [{ graded, units }, { weak }] = await Promise.all([more("graded"), questionWords(query)]);
      if (answered.query !== query) {
        const wanted = whole ? units.units(fold(query), vocabularyOf([], units, weak), NO_SYNONYMS.synonyms) : [];
        const typed = !wanted.some(({ ways }) => ways.length > 1) && !(wanted.length > 1 && WORD.test(fold(query).trim()));
        const sure = typed ? graded(parts.get("all") ?? [], wanted, speakers, own) : null;
        Object.assign(answered, { query, known: sure !== null && !sure.near && sure.share >= SURE });
      }
      return answered.known;
    }

    /** What readers say for words of the texts, of what a query may hold, as pairs and as a table; nothing where a sentence answers it anyway, which spares the files. */
    async function otherWords(query) {
      const [{ units }, { said }, sure] = await Promise.all([more("graded"), questionWords(query), isAnswered(query)]);
      if (sure) return NO_SYNONYMS;
      const names = units.sayings(fold(query), said);
      if (!other[names]) {
        const files = await Promise.all(names.map(get));
        other[names] = all(files, "").map(line => line.split("|")).flatMap(([text, ...say]) => say.map(one => [one, text]));
      }
      if (last.query !== query) {
        const pairs = units.saidIn(fold(query), other[names]);
        last = { query, found: { pairs, synonyms: units.table(pairs) } };
      }
      return last.found;
    }

    /** The hits of a query as it is typed. */
    async function strict(query, about) {
      const wanted = parsed.readings(query, fold, []);
      return wanted.length ? among(wanted, about) : { way: "none", hits: [], left: 0 };
    }

    /** The hits of a query in other words; then without the words around it that say nothing. */
    async function changed(query, about) {
      const [{ units }, { weak }, { pairs, synonyms }] = await Promise.all([more("graded"), questionWords(query), otherWords(query)]);
      const typed = fold(query).trim();
      const others = parsed.readings(query, fold, pairs);
      const result = others.length > 1 ? await among(others, about) : { way: "none", hits: [], left: 0 };
      if (result.hits.length) return result;
      const core = units.core(typed, units.units(typed, vocabularyOf([], units, weak), synonyms));
      return core ? among(parsed.readings(core, fold, pairs), about) : result;
    }

    /** The terms and people whose pinyin a query is, or nearly is, by their number. */
    async function spoken(query) {
      const [pinyin, sounds] = await Promise.all([more("pinyin"), get("sounds")]);
      return pinyin.spoken(query, sounds, () => more("near"));
    }

    /** What holds the forms of some names, by their numbers: the Chinese ones, if their texts are there, else the English ones. */
    async function sounding(numbers) {
      const lang = head.zh ? "zh" : "en";
      const wanted = numbers.flatMap(at => named[at].forms[lang].map(form => parsed.reading(fold(form))));
      const { hits, ...rest } = await among(wanted, false);
      for (const hit of hits) hit.changed = "";
      return { ...rest, way: "pinyin", hits };
    }

    let sound = null;
    const known = new Map();
    /** What is known of the texts of some documents and of all that is shared. */
    function vocabularyOf(loaded, units, weak, now = "") {
      const name = whole ? "all" : now;
      if (!known.has(name)) {
        const all = [...(whole ? parts.get("all") : loaded), ...shared];
        known.set(name, units.vocabulary(all.flatMap(one => langs.flatMap(lang => (one[lang] ? [one[lang].seen] : []))), weak));
      }
      const found = known.get(name);
      const years = () => (whole ? parts.get("all") : loaded).map(one => one.day?.slice(0, 4));  // any sentence of an event is of its year
      if (found.of !== weak) Object.assign(found, { of: weak, weak: { ...weak, little: new Set([...weak.little, ...years()]) } });
      return found;
    }

    /** A folded text as units; what is near to other words is fetched only where the texts lack one of its own. */
    async function unitsOf(units, text, vocabulary, synonyms) {
      const found = units.units(text, vocabulary, synonyms);
      const strange = found.filter(one => one.strange);
      if (!strange.length) return found;
      const [near, others] = await Promise.all([more("near"), listed(strange.map(one => one.typed))]);
      return units.units(text, { ...vocabulary, near, listed: others }, synonyms);
    }

    /** English words that are no slips for words of the texts, as many as tell whether some words are. */
    async function listed(words) {
      const { units } = await more("graded");
      return new Set((await Promise.all(units.spellings(words).map(get))).join(" ").split(" "));
    }

    /** The nearest of some words to one; none to a word that is no slip. */
    const closest = async (word, words) => ((await listed([word])).has(word) ? [] : (await more("near")).closest(word, words));

    /** Whether a text holds one of some lists of tokens. */
    const holdsAny = (seen, lists) => lists.some(list => phrase(seen, list, true));

    /** Whether a query may be a question about who speaks: it holds a word of such questions or a name. */
    function namesSpeakers(query, synonyms, roles) {
      const seen = tokens(fold(query));
      const names = Object.values(speakers).flat().map(name => name.list);
      const held = holdsAny(seen, [...names, ...Object.values(roles).flat()]);
      const said = new Set(names.map(list => list.join(" ")));
      return held || [...synonyms.values()].some(list => said.has(list.join(" ")));
    }

    /** The hits of a question about who asks, answers or says something. */
    async function whose(query) {
      const [{ graded, units }, { weak, roles }, { synonyms }] = await Promise.all([more("graded"), questionWords(query), otherWords(query)]);
      const none = { way: "none", hits: [], left: 0 };
      if (!namesSpeakers(query, synonyms, roles)) return none;
      const who = await more("who");
      const asked = who.understood(fold(query.trim()), who.named(speakers, synonyms), roles);
      if (!asked) return none;
      const { now, left } = whole ? { now: ["all"], left: 0 } : await who.partsFor(asked, rest => partsWith(rest, synonyms, weak), { postings, lists, get, counts: head.parts }, AT_ONCE);
      const loaded = (await Promise.all(now.map(documentsOf))).flat();
      const wanted = await unitsOf(units, asked.rest, vocabularyOf(loaded, units, weak, String(now)), synonyms);
      if (!wanted.some(one => !one.weak)) asked.rest = "";
      const sentences = loaded.filter(one => one.kind === "sentence");
      return { way: "who", hits: who.hits(asked, sentences, only => graded(sentences, wanted, {}, own, { only }), shared, asHit), left };
    }

    /** The parts that hold most of a text, the best first. */
    const partsWith = (text, synonyms, weak, alike = null) => postings.weighed(text, synonyms, { lists, nothing: weak.nothing, get, counts: head.parts, closest, alike });

    /** The documents that hold most of a query; `homophones` are the syllables, if what sounds alike is to be considered. */
    async function mostOf(query, homophones, about) {
      const [{ graded, units }, { weak, amounts }, { synonyms }] = await Promise.all([more("graded"), questionWords(query), otherWords(query)]);
      const text = query.trim();
      const typed = fold(text);
      const near = homophones && (await more("near"));
      if (homophones) sound ??= near.sounds(homophones);
      let now = ["all"];
      if (!whole) {
        const alike = homophones && near.alike(sound, others());
        const found = await partsWith(typed, synonyms, weak, alike);
        let left = Math.min(homophones ? LATER : GRADED, IN_ALL - fetched);
        now = found.slice(0, AT_ONCE).filter(part => parts.has(part) || left-- > 0);
      }
      const loaded = (await Promise.all(now.map(documentsOf))).flat();
      const vocabulary = vocabularyOf(loaded, units, weak, String(now));
      const alike = homophones && (vocabulary.sounding ??= near.sounding(sound, vocabulary.han));
      const wanted = await unitsOf(units, typed, { ...vocabulary, alike }, synonyms);
      const result = graded([...loaded, ...places(), ...(about ? await saidOf(now) : [])], wanted, speakers, own, { wished: about === true, amount: holdsAny(tokens(typed), amounts) });
      const missing = units.spoken(text, typed, result.missing);
      return { ...result, missing, way: result.near ? "near" : result.share > 0.999 && !result.hits.some(hit => hit.reason) ? "parts" : "most", left: 0 };
    }

    /** Whether the texts of the own language hold every Latin word of a query, so that it needs no others; of an index in parts nobody knows. */
    function knows(query) {
      const latin = tokens(fold(query)).list.filter(one => /^[a-z]/.test(one));
      const seen = whole ? [...parts.get("all"), ...shared].flatMap(one => (one[own] ? [one[own].seen] : [])) : [];
      return latin.every(one => seen.some(({ list }) => list.includes(one)));
    }

    return { learn, knows, addressed, strict, whose, changed, spoken, sounding, graded: mostOf, strings, names, forms, directory: head.directory };
  }

  return { makeIndex };
});
