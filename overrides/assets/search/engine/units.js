// A query as units: what each of its words is looked for by, the word as typed first, then words that stand for it.
verbatim.define("units", ({ words: { BREAK, IS_HAN, stem, tokens }, little }) => {
  const CHANGED = 0.9, SIMILAR = 0.8; // what a word of the same meaning is worth, and one of similar sound or spelling
  const LONGEST = 12; // Han characters, or words, that are taken for one
  const COST = { stop: 0.9, known: 1, changed: 0.95, similar: 1.5, single: 1.6 };

  const PARTICLE = /^[的了是嗎吗呢]|[的了是嗎吗呢]$|..等$/; // no piece begins or ends so

  const PLACES = 4096, FILES = 256; // numbers of the beginnings of what readers say, and the files by their remainders
  const SPELLINGS = 64; // files of English words, by the remainders of such numbers

  /** The number of a word or its beginning, as hooks/verbatim/search/other_words.py counts. */
  const place = key => [...key].reduce((number, letter) => (number * 31 + letter.charCodeAt(0)) % PLACES, 0);

  /** The files of English words that may hold some words, if these are English. */
  const spellings = words => [...new Set(words.filter(one => /^[a-z]/.test(one)).map(one => `spelling-${place(one) % SPELLINGS}`))];

  const way = (list, worth, why) => ({ list, worth, why });

  /**
   * What is known of the texts: the stems of their words (`short` ones by the words themselves), their Han characters as one string; and
   * the words of `weak`, which say little.  `near` and `alike` find what is near to a word or sounds like it, where that is wanted.
   */
  const vocabulary = (texts, weak) => {
    const stems = new Set();
    const short = new Map();
    const lines = [];
    const spaced = [];
    for (const { list, starts, ends, folded } of texts) {
      for (const [at, one] of list.entries()) {
        if (!/^[a-z]/.test(one)) continue;
        stems.add(one);
        if (one.length === 4) short.set(folded.slice(starts[at], ends[at]), one);
      }
      lines.push(list.join(""));
      spaced.push(list.join(" "));
    }
    return { stems, short, han: lines.join("\n"), words: ` ${spaced.join(" \n ")} `, near: null, alike: null, listed: new Set(), weak };
  };

  /** Synonyms by their tokens. */
  const table = pairs => new Map(pairs.map(([say, text]) => [tokens(say).list.join(" "), tokens(text).list]));

  /**
   * The files of what readers say that a folded text needs: by the beginnings of its words.  `said` are the numbers in use, each as a step from the one before; `z` is a mere step.
   */
  const sayings = (text, said) => {
    const { list } = tokens(text);
    const used = new Set();
    for (const steps of said) {
      let at = 0;
      for (const step of steps) {
        at += parseInt(step, 36);
        if (step !== "z") used.add(at);
      }
    }
    const places = list.map((one, at) => place(IS_HAN.test(one) ? (one + (list[at + 1] ?? "")).slice(0, 2) : one));
    return [...new Set(places.filter(place => used.has(place)).map(place => `say-${place % FILES}`))];
  };

  /** Those of some pairs of what readers say and what the texts say that a folded text holds; none within a longer one. */
  const saidIn = (text, pairs) => {
    const key = one => ` ${tokens(one).list.join(" ")} `;
    const held = key(text);
    const some = pairs.map(pair => [key(pair[0]), pair]).filter(([one]) => held.includes(one));
    return some.filter(([one]) => !some.some(([other]) => other !== one && other.includes(one))).map(([, pair]) => pair);
  };

  /** The units of a folded text; `strange` is a word that the texts lack.  What is near to such a word is looked for if `known.near` is there. */
  const units = (text, known, synonyms) => {
    const seen = tokens(text);
    const found = [];
    for (let at = 0; at < seen.list.length;) {
      let end = at + 1;
      if (IS_HAN.test(seen.list[at]) || isLetter(seen, at)) {
        while (IS_HAN.test(seen.list[end] ?? "")) end++;
        found.push(...hanUnits(seen.list.slice(at, end), known, synonyms).map(one => ({ ...one, first: at + one.first, end: at + one.end })));
      } else if (seen.list[at] !== BREAK) {
        const { unit, length } = wordUnit(seen, at, known, synonyms, text);
        if (unit) found.push({ ...unit, first: at, end: at + length });
        end = at + length;
      }
      at = end;
    }
    return found;
  };

  /** Whether a token is a single letter that Han characters follow at once, as in the name of a grade. */
  const isLetter = ({ list, starts, ends }, at) => /^[a-z]$/.test(list[at]) && IS_HAN.test(list[at + 1] ?? "") && ends[at] === starts[at + 1];

  /** The unit that begins at a word or number, if it says anything, and how many tokens it takes. */
  const wordUnit = (seen, at, known, synonyms, text) => {
    const { list, joined } = seen;
    for (let length = Math.min(LONGEST, list.length - at); length > 0; length--) {
      const typed = list.slice(at, at + length);
      const other = synonyms.get(typed.join(" "));
      if (other) return { unit: unitOf(typed, [way(other, CHANGED, "changed")]), length };
    }
    const pair = list.slice(at, at + 2), [one] = pair;
    const isKnown = each => known.stems.has(each), isLittle = each => known.weak.little.has(each);
    if (joined[at] && (isKnown(joined[at]) || known.words.includes(` ${pair.join(" ")} `))) return { unit: unitOf(pair, [way([joined[at]], 1, "")]), length: 2 };
    if (/^\w{2,4}$/.test(text.slice(seen.starts[at], seen.ends[at + 1])) && pair[1] && !pair.some(isKnown)) return { unit: unitOf(pair), length: 2 };  // 5G is not 5
    if (/^\d/.test(one)) return pair[1] === "%" ? { unit: unitOf(pair), length: 2 } : { unit: { ...unitOf([one]), weak: isLittle(one) }, length: 1 };
    if (little.STOP.has(one)) return { unit: null, length: 1 };
    const run = stem(text.slice(seen.starts[at], seen.ends[at + 1]).replace(" ", ""));  // not the stems of both, run together
    if (!pair.every(isKnown) && isKnown(run)) return { unit: unitOf(pair, [way([run], 1, "")]), length: 2 };
    const weak = isLittle(one);
    const strange = !weak && !isKnown(one);
    const others = strange && known.near ? similar(one, text.slice(seen.starts[at], seen.ends[at]), known) : [];
    const meant = others.flatMap(({ list }) => list);
    return { unit: { ...unitOf([one], others), weak: weak || (meant.length > 0 && meant.every(isLittle)), strange }, length: 1 };
  };

  const unitOf = (typed, others = []) => ({ typed: typed.join(" "), ways: [way(typed, 1, ""), ...others], weak: false });

  /**
   * Words of the texts that a reader may have meant by an unknown one, unless it is `listed` as an English word; those that say little
   * only for want of others.  A short stem is not compared itself.
   */
  const similar = (word, typed, { near, ...known }) => {
    const two = near.apart(word, known.stems);
    if (two) return [way(two, 1, "")];
    const family = near.kin(word, known.stems);
    const found = family.length || known.listed.has(word) ? family : word.length > 4 ? near.closest(word, known.stems) : near.closest(typed, known.short.keys()).map(one => known.short.get(one));
    const able = found.filter(one => !little.STOP.has(one)), telling = able.filter(one => !known.weak.little.has(one));
    return (telling.length ? telling : able).map(one => way([one], SIMILAR, "similar"));
  };

  /** The units of a run of Han characters: cut into as few pieces as can be, each known to the texts or to the synonyms. */
  const hanUnits = (run, known, synonyms) => {
    const best = Array.from({ length: run.length + 1 }, () => ({ cost: Infinity, piece: null, from: 0 }));
    best[0].cost = 0;
    for (let at = 0; at < run.length; at++) {
      for (let end = Math.min(run.length, at + LONGEST); end > at; end--) {
        const piece = pieceOf(run.slice(at, end), known, synonyms);
        if (piece && best[at].cost + piece.cost < best[end].cost) best[end] = { cost: best[at].cost + piece.cost, piece, from: at };
      }
    }
    const pieces = [];
    for (let at = run.length; at > 0; at = best[at].from) pieces.unshift({ ...best[at].piece, first: best[at].from, end: at });
    const isWord = run.length === 2 && pieces.some(one => one.stop) && pieces.some(one => one.single);  // 就業 is more than 業
    return isWord ? [{ ...unitOf([run.join("")]), ways: [way(run, 1, "")], first: 0, end: 2 }] : joinedSingles(pieces);
  };

  /** Some Han characters as one piece with what it costs; null where they are none. */
  const pieceOf = (list, known, synonyms) => {
    const text = list.join("");
    const other = list.length > 1 && synonyms.get(list.join(" "));
    if (known.weak.nothing.has(text)) return { cost: COST.stop, stop: true };
    const piece = { list, ways: [way(list, 1, "")], weak: known.weak.little.has(text), single: list.length === 1, cost: COST.single };
    if (piece.single) return { ...piece, weak: known.han.includes(text) };
    const here = !PARTICLE.test(text) && known.han.includes(text);
    if (other) return { ...piece, weak: false, ways: [...piece.ways, way(other, CHANGED, "changed")], cost: COST.changed };
    if (here || piece.weak) return { ...piece, cost: COST.known - list.length / 100 };
    const alike = PARTICLE.test(text) ? [] : known.alike?.(text) ?? [];
    return alike.length ? { ...piece, ways: [...piece.ways, ...alike.map(one => way([...one], SIMILAR, "similar"))], cost: COST.similar } : null;
  };

  /** Pieces as units: those that say nothing left out, single characters beside one another made one. */
  const joinedSingles = pieces => {
    const found = [];
    let open = null;
    for (const piece of pieces) {
      if (piece.single && open) {
        open.list.push(...piece.list);
        open.ways = [way(open.list, 1, "")];
        open.weak = false;
        open.end = piece.end;
      } else if (!piece.stop) {
        found.push({ ...piece, list: [...piece.list] });
      }
      open = piece.single ? found.at(-1) : null;
    }
    return found.map(({ list, ways, weak, first, end }) => ({ typed: list.join(""), ways, weak, first, end }));
  };

  /** A folded text without the words around it that say nothing; empty where such words stand between others, or none do. */
  const core = (text, found) => {
    const { list, starts, ends } = tokens(text);
    const whole = found.every((one, at) => at === 0 || one.first === found[at - 1].end);
    const [first, last] = [found[0], found.at(-1)];
    return !first || !whole || last.end - first.first === list.length ? "" : text.slice(starts[first.first], ends[last.end - 1]);
  };

  /** Some units as they were typed. */
  const spoken = (text, folded, some) => {
    const { starts, ends } = tokens(folded);
    return some.map(({ first, end }) => text.slice(starts[first], ends[end - 1]));
  };

  return { vocabulary, table, spellings, sayings, saidIn, units, core, spoken };
});
