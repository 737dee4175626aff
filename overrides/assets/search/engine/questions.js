// What an index holds of a query that no text answers as it was typed: in other words, by who speaks, by most of what it says.
verbatim.define("questions", ({ words: { tokens }, match: { phrase }, query: parsed, index: { said, places }, exact: { NONE, asHit, among }, units, graded: { graded }, readerWords, vocabulary }) => {
  const WHOLE = 0.999; // of the weight of a query: all of it, but for rounding

  /** The hits of a query in other words; then without the words around it that say nothing. */
  const changed = async (index, query, about) => {
    const { weak, pairs, synonyms } = await readerWords.of(index, query);
    const typed = index.fold(query).trim();
    const others = parsed.readings(query, index.fold, pairs);
    const result = others.length > 1 ? await among(index, others, about) : NONE;
    if (result.hits.length) return result;
    const known = vocabulary.of(index, { names: ["all"], documents: index.shelf.all }, weak);
    const core = units.core(typed, units.units(typed, known, synonyms));
    return core ? among(index, parsed.readings(core, index.fold, pairs), about) : result;
  };

  /** Whether a text holds one of some lists of tokens. */
  const holdsAny = (seen, lists) => lists.some(list => phrase(seen, list, true));

  /** Whether a query may be a question about who speaks: it holds a word of such questions or a name. */
  const namesSpeakers = ({ fold, speakers }, query, { synonyms, roles }) => {
    const names = Object.values(speakers).flat().map(name => name.list);
    const own = new Set(names.map(list => list.join(" ")));
    return holdsAny(tokens(fold(query)), [...names, ...Object.values(roles).flat()]) || [...synonyms.values()].some(list => own.has(list.join(" ")));
  };

  /** What a shelf needs to find the parts that hold most of a folded text. */
  const wish = (index, text, { synonyms, weak }, alike) => ({ text, synonyms, nothing: weak.nothing, alike, closest: (word, words) => vocabulary.closest(index, word, words) });

  /** The hits of a question about who asks, answers or says something. */
  const whose = async (index, query) => {
    const words = await readerWords.of(index, query);
    if (!namesSpeakers(index, query, words)) return NONE;
    const who = await index.more("who");
    const asked = who.understood(index.fold(query.trim()), who.named(index.speakers, words.synonyms), words.roles);
    if (!asked) return NONE;
    const found = await index.shelf.by(asked.by, wish(index, asked.rest, words));
    const wanted = await vocabulary.unitsOf(index, asked.rest, vocabulary.of(index, found, words.weak), words.synonyms);
    if (!wanted.some(one => !one.weak)) asked.rest = "";
    const sentences = found.documents.filter(one => one.kind === "sentence");
    const held = only => graded(sentences, wanted, {}, index.own, { only });
    return { way: "who", hits: who.hits(asked, sentences, held, index.shared, asHit), left: found.left };
  };

  /** What gives the sounds of characters: the syllables `homophones`, if what sounds alike is to be considered. */
  const soundsOf = async ({ more, kept }, homophones) => {
    const near = homophones && (await more("near"));
    if (near) kept.sound ??= near.sounds(homophones);
    return near && { among: others => near.alike(kept.sound, others), within: text => near.sounding(kept.sound, text) };
  };

  /** The documents that hold most of a query; `homophones` are the syllables, if what sounds alike is to be considered. */
  const most = async (index, query, homophones, about) => {
    const words = await readerWords.of(index, query);
    const sounds = await soundsOf(index, homophones);
    const text = query.trim();
    const typed = index.fold(text);
    const found = await index.shelf.most(wish(index, typed, words, sounds?.among));
    const known = vocabulary.of(index, found, words.weak);
    const alike = sounds && (known.sounding ??= sounds.within(known.han));
    const wanted = await vocabulary.unitsOf(index, typed, { ...known, alike }, words.synonyms);
    const amount = holdsAny(tokens(typed), words.amounts);
    const all = [...found.documents, ...places(index), ...(await said(index, found.names, about))];
    const result = graded(all, wanted, index.speakers, index.own, { wished: about === true, amount });
    const way = result.near ? "near" : result.share > WHOLE && !result.hits.some(hit => hit.reason) ? "parts" : "most";
    return { ...result, way, missing: units.spoken(text, typed, result.missing), left: 0 };
  };

  return { changed, whose, most };
});
