// Past a few transcripts the index lies in parts: which of them a query needs is read from posting lists.
// `keys` and the names of the lists are made by hooks/verbatim/search/postings.py.
verbatim.define("postings", ({ words: { BREAK, IS_HAN, tokens }, little }) => {
  const MOST_KEYS = 6; // of a long query some keys are enough: the matching is done on the text itself
  const MOST_LISTS = 12; // keys of a query that need not all be met: each may cost a file

  /** Tokens without marks, and without the sign of a percentage that stands beside others. */
  const unmarked = list => list.filter(one => one !== BREAK && (one !== "%" || list.length === 1));

  /** The keys of some lists of tokens, as the posting lists have them: of many a few; marks do not count. */
  const keys = lists => {
    const found = lists.flatMap(list => keysOf(unmarked(list)));
    const step = Math.max(1, found.length / MOST_KEYS);
    return [...new Set(Array.from({ length: Math.min(found.length, MOST_KEYS) }, (_, at) => found[Math.floor(at * step)]))];
  };

  /** Pairs of Han characters, a single one alone, and everything else. */
  const keysOf = list => {
    const han = at => at >= 0 && at < list.length && IS_HAN.test(list[at]);
    return list.flatMap((one, at) => {
      if (!han(at)) return [one];
      if (han(at + 1)) return [one + list[at + 1]];
      return han(at - 1) ? [] : [one];
    });
  };

  /** The name of the list that holds a key. */
  const listName = key => {
    if (IS_HAN.test(key[0])) return key.charCodeAt(0).toString(16);
    const bare = key.replace(/[^a-z0-9]/g, "");
    if (key.startsWith("@")) return `a${bare.slice(0, 4)}`;
    return `w${bare.length < 4 ? bare : bare.slice(0, 2)}`;
  };

  /** The sentences that a key leads to; a single character, and a word still being typed, lead to all that begin with it. */
  const numbers = (list, key, open) => {
    const found = new Set();
    const all = open || (key.length === 1 && IS_HAN.test(key));
    for (const [one, gaps] of Object.entries(list)) {
      if (one !== key && !(all && one.startsWith(key))) continue;
      let at = 0;
      for (const gap of gaps.split(" ")) found.add((at += parseInt(gap, 36)));
    }
    return found;
  };

  /** The sentences that may meet one reading: those that hold all its keys; `get` fetches a file. */
  const candidates = async (reading, known, get) => {
    const sets = reading.sentences.length ? reading.sentences.map(one => [one]) : [reading.parts];
    const found = new Set();
    for (const set of sets) {
      const wanted = keys(set);
      const lists = await Promise.all(wanted.map(key => (known.has(listName(key)) ? get(`list-${listName(key)}`) : {})));
      /** @type {Set<number> | undefined} */
      let left;
      for (const [at, key] of wanted.entries()) {
        const open = reading.open && at === wanted.length - 1;
        const here = numbers(lists[at], key, open);
        left = !left ? here : new Set([...left].filter(number => here.has(number)));
      }
      for (const number of left ?? []) found.add(number);
    }
    return found;
  };

  /** For each part the number of candidates in it, the newest first; parts without any are left out. */
  const partsOf = (found, counts) => {
    const parts = [];
    let first = 0;
    for (const [part, count] of counts.entries()) {
      let inside = 0;
      for (let number = first; number < first + count; number++) inside += found.has(number);
      if (inside) parts.push({ part, inside });
      first += count;
    }
    return parts;
  };

  /** The keys of a query that need not all be met, and of the words that stand for its own; `nothing` are the words that say nothing. */
  const looseKeys = (text, synonyms, nothing) => {
    const { list } = tokens(text);
    const words = [...nothing].filter(one => one.length > 1 && IS_HAN.test(one)).sort((a, b) => b.length - a.length);
    const telling = words.reduce((left, word) => left.replaceAll(word, "\n"), text).split("\n").map(piece => tokens(piece).list);
    const found = telling.flatMap(piece => keysOf(unmarked(piece).filter(one => !little.STOP.has(one))));
    const whole = ` ${list.join(" ")} `;
    for (const [say, other] of synonyms) if (whole.includes(` ${say} `)) found.push(...keysOf(other));
    return [...new Set(found)].slice(0, MOST_LISTS);
  };

  /** The keys of the texts that stand for a key of a query, each with its list: itself; or words near to it, or pairs that sound like it. */
  const standIns = async (key, list, { listOf, closest, alike }) => {
    if (Object.hasOwn(list, key) || (IS_HAN.test(key) && (!alike || key.length < 2))) return [[key, list]];
    if (!IS_HAN.test(key)) return (await closest(key, Object.keys(list))).map(one => [one, list]);
    const [firsts, seconds] = [...key].map(alike);
    const lists = await Promise.all([...firsts].map(listOf));
    return lists.flatMap(other => Object.keys(other).filter(one => seconds.includes(one[1])).map(one => [one, other]));
  };

  /**
   * The parts by how much of a query their best sentence may hold, the best first; a rare key counts more than a frequent one.
   * `closest` and `alike` give words that are near to one and characters that sound like one, the latter only where they are wanted.
   */
  const weighed = async (text, synonyms, { lists: known, nothing, get, counts, closest, alike }) => {
    const total = counts.reduce((sum, one) => sum + one, 0);
    const listOf = key => (known.has(listName(key)) ? get(`list-${listName(key)}`) : {});
    const found = await Promise.all(looseKeys(text, synonyms, nothing).map(async key => standIns(key, await listOf(key), { listOf, closest, alike })));
    const weight = new Map();
    for (const [key, list] of found.flat()) {
      const holding = numbers(list, key, false);
      for (const number of holding) weight.set(number, (weight.get(number) ?? 0) + Math.log(1 + total / holding.size));
    }
    let first = 0;
    const parts = counts.map((count, part) => {
      let best = 0;
      for (let number = first; number < first + count; number++) best = Math.max(best, weight.get(number) ?? 0);
      first += count;
      return { part, best };
    });
    return parts.filter(one => one.best).sort((a, b) => b.best - a.best).map(one => one.part);
  };

  return { listName, numbers, candidates, partsOf, weighed };
});
