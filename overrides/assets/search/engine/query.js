// What a reader typed, understood: one reading of it or several, each a phrase and its parts.
verbatim.define("query", ({ words: { BREAK, IS_HAN, tokens }, little }) => {
  const SHORTEST_OPEN = 4; // letters of an unfinished word from which it is completed
  const MOST_READINGS = 6;
  const LONGEST = 1000; // characters of a query that are looked at: a page that was pasted takes seconds
  const SYLLABLES = /^(?:(?:[csz]h|[b-df-hj-np-twxyz])?[aeiouv]+(?:ng?|r)?)+$/;

  /** A query without what pasting brings along: soft hyphens, marks of no width, words that the end of a line cuts. */
  const cleaned = query => {
    const whole = query.slice(0, LONGEST).replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "").replace(/(\p{L})[-‐]\s+(?=\p{Ll})/gu, "$1-");
    return whole.replace(/(?<=[\u3400-\u9fff])\s*\n\s*(?=[\u3400-\u9fff])/g, "");
  };

  /** The readings of a query: as typed, and with the words that the text uses for the reader's own. */
  const readings = (query, fold, synonyms) => {
    const typed = fold(query).trim();
    let found = [typed];
    for (const [say, text] of synonyms) {
      const changed = found.map(one => replaced(one, say, text)).filter(one => one !== null);
      found = [...found, ...changed.filter(one => !found.includes(one))].slice(0, MOST_READINGS);
    }
    return found.map(reading).filter(one => one.phrase.length);
  };

  /** A folded text with a word for another, in English as a whole word in any number; null where it does not stand there. */
  const replaced = (text, say, other) => {
    if (!text.includes(say)) return null;
    const changed = IS_HAN.test(say) ? text.replaceAll(say, other) : text.replace(new RegExp(`(?<!\\w)${say.replace(/\W/g, "\\$&")}(?=s?(?!\\w))`, "g"), other);
    return changed === text ? null : changed;
  };

  /** One reading: its tokens as a phrase, and the parts that must all be there where the phrase is not. */
  const reading = text => {
    const phrase = trimmed(tokens(text).list);
    const words = text.split(/\s+/).filter(Boolean);
    const chinese = IS_HAN.test(text);
    const parts = words.flatMap(word => clauses(tokens(word).list)).filter(part => part.length);
    const telling = parts.filter(part => part.length > 1 || !little.STOP.has(part[0]));
    const last = words.at(-1) ?? "";
    return {
      text,
      phrase,
      clauses: phrase.filter(token => token !== BREAK),
      joined: /[a-z]-[a-z]/.test(text) ? trimmed(tokens(text.replace(/([a-z])-(?=[a-z])/g, "$1")).list) : null,
      parts: telling.length ? telling : parts,
      pieces: chinese && /[a-z]/.test(text) ? telling.flatMap(scripts) : [],
      spaced: chinese && words.length > 1,
      sentences: long(text),
      open: /^[a-z]+$/.test(last) && last.length >= SHORTEST_OPEN,
    };
  };

  /** Tokens cut where Han characters begin or end. */
  const scripts = list => {
    const found = [];
    for (const [at, one] of list.entries()) {
      if (at && IS_HAN.test(one) === IS_HAN.test(list[at - 1])) found.at(-1).push(one);
      else found.push([one]);
    }
    return found;
  };

  /** Tokens without marks at either end. */
  const trimmed = list => {
    let first = 0;
    let end = list.length;
    while (list[first] === BREAK) first++;
    while (end > first && list[end - 1] === BREAK) end--;
    return list.slice(first, end);
  };

  /** Tokens cut where a mark parts clauses. */
  const clauses = list => {
    const found = [[]];
    for (const one of list) {
      if (one === BREAK) found.push([]);
      else found.at(-1).push(one);
    }
    return found;
  };

  /** The sentences of a pasted passage, where it has more than one. */
  const long = text => {
    const found = text.split(/[。！？!?;；\n]+|\.\s/).map(one => trimmed(tokens(one).list)).filter(one => one.length > 3);
    return found.length > 1 ? found : [];
  };

  /** The address in a query: a sentence number wherever it stands, another one at the end; in a link, also a short one (`s/q1-2/`), or in a citation, in any hyphens. */
  const address = query => {
    const typed = query.normalize("NFKC").toLowerCase().replace(/[‐-―−]/g, "-").replace(/[^\p{L}\d]+$/u, "");
    const found = typed.match(/(?:^|[^a-z0-9-])([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:\.html)?$/);
    return typed.match(/(?<![a-z\d-])q\d+(-a\d+)?-\d+(?![a-z\d-])/)?.[0] ?? found?.[1] ?? "";
  };

  /** Whether a query is a sentence number alone, be there such a sentence or not. */
  const isNumber = query => !/\s/.test(query.trim()) && /^q\d+(-a\d+)?-\d+$/.test(address(query));

  /** A query in small letters without tones. */
  const bare = query => query.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  /** Letters as in pinyin without tones and spaces. */
  const letters = query => {
    const typed = bare(query);
    return /^[a-z' -]+$/.test(typed) ? typed.replace(/v/g, "u").replace(/[^a-z]/g, "") : "";
  };

  /** Whether a query may be pinyin, be it mistyped: every word letters in the order that syllables have, and none that only English has. */
  const spoken = query => {
    const other = word => (little.STOP.has(word) && word.length > 2) || !SYLLABLES.test(word);
    return letters(query).length > 1 && !bare(query).trim().split(/[\s'-]+/).some(other);
  };

  return { cleaned, readings, reading, address, isNumber, letters, spoken };
});
