// Where a query stands in a text.  Both are tokens; a hit is a list of spans [first, end] of tokens, or null.
verbatim.define("match", ({ words: { BREAK } }) => {
  /** Every place where the tokens of `wanted` follow one another in `text`; with `loose` marks between clauses do not count. */
  const phrase = (text, wanted, loose) => {
    if (!holds(text, wanted)) return null;
    /** @type {Verbatim.Span[]} */
    const spans = [];
    for (let first = 0; first < text.list.length; first++) {
      if (text.list[first] !== wanted[0] && text.joined[first] !== wanted[0]) continue;
      const end = follows(text, first, wanted, loose);
      if (end) spans.push([first, end]);
      if (end) first = end - 1;
    }
    return spans.length ? spans : null;
  };

  /** Whether a text has all of some tokens, wherever: most have not, which a set of them tells at once. */
  const holds = (text, wanted) => {
    text.all ??= new Set([...text.list, ...text.joined]);
    return wanted.every(one => text.all.has(one));
  };

  /** The end of `wanted` in `text` if it begins at `first`, else 0. */
  const follows = (text, first, wanted, loose) => {
    let at = first;
    for (const one of wanted) {
      while (loose && at > first && text.list[at] === BREAK) at++;
      if (text.list[at] === one) at++;
      else if (text.joined[at] === one) at += 2;
      else return 0;
    }
    return at;
  };

  /** The places of all of `parts` (lists of tokens) if each stands somewhere in `text`; with `open` the last word may go on. */
  const every = (text, parts, open) => {
    /** @type {Verbatim.Span[]} */
    const spans = [];
    for (const [number, part] of parts.entries()) {
      const found = phrase(text, part, true) ?? (open && number === parts.length - 1 ? opening(text, part) : null);
      if (!found) return null;
      spans.push(...found);
    }
    return spans.sort((a, b) => a[0] - b[0]);
  };

  /** How many tokens of a text hold all of `parts` where these are nearest to one another. */
  const width = (text, parts) => {
    const places = parts.map(part => phrase(text, part, true) ?? []);
    const reach = first => Math.max(...places.map(found => found.find(([at]) => at >= first)?.[1] ?? Infinity)) - first;
    return Math.min(...places.flat().map(([first]) => reach(first)));
  };

  /** The words of `text` that begin with the one word of `part`. */
  const opening = (text, part) => {
    if (part.length !== 1) return null;
    /** @type {Verbatim.Span[]} */
    const spans = [];
    for (const [at, one] of text.list.entries()) if (text.words[at] && one.startsWith(part[0])) spans.push([at, at + 1]);
    return spans.length ? spans : null;
  };

  /** Token spans as spans of characters. */
  const characters = (text, spans) => spans.map(([first, end]) => [text.starts[first], text.ends[end - 1]]);

  return { phrase, follows, every, width, characters };
});
