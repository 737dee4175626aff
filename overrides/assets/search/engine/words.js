// A text as a list of tokens: Han characters one by one, whole numbers, stems of words.  Quotation marks, brackets, hyphens and
// spaces fall away; a mark that parts clauses is a token of its own in Chinese.
// `tokens` and `stem` are in hooks/verbatim/search/tokens.py as well; a test compares the two.
verbatim.define("words", () => {
  const HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
  const TOKEN = new RegExp(`[${HAN}]|\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)?|[a-z]+|%|[,;:!?.、。…]`, "g");
  const IS_HAN = new RegExp(`[${HAN}]`);
  const HYPHEN = /^[-‐‑]$/;
  const BREAK = ",";

  /** An English word without the endings of its ordinary forms, so that the forms meet; not always itself a word. */
  const stem = word => {
    if (word === "percent") return "%";
    if (word.length > 3) word = singular(word);
    for (const ending of ["ing", "ed"]) {
      if (!word.endsWith(ending)) continue;
      const rest = word.slice(0, -ending.length);
      if (!/[aeiouy]/.test(rest) || word.endsWith("eed")) continue;
      if (rest.length > 2) word = rest;
      else if (/^[aeiou]/.test(rest)) word = `${rest}e`;
      break;
    }
    if (word.length > 3 && word.endsWith("e")) word = word.slice(0, -1);
    return word.length > 3 && /([^aeiou])\1$/.test(word) ? word.slice(0, -1) : word;
  };

  /** A word without the ending of the plural or of the third person. */
  const singular = word => {
    if (!word.endsWith("s") || /(ss|us|is)$/.test(word)) return word;
    if (/(sses|shes|ches|xes|zzes)$/.test(word)) return word.slice(0, -2);
    return word.endsWith("ies") && word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  };

  /**
   * A folded text with its tokens: `list`, their places (`starts`, `ends`), and `joined`: for the first half of a hyphenated word
   * the stem of the whole, for a reader who writes it as one.
   */
  const tokens = folded => {
    const found = { folded, list: [], starts: [], ends: [], joined: [], words: [] };
    const chinese = IS_HAN.test(folded);
    let before = null;
    for (const match of folded.matchAll(TOKEN)) {
      const [text] = match;
      const word = text >= "a" && text < "{";  // which follows z
      const mark = !word && !/[\d%]/.test(text[0]) && !IS_HAN.test(text);
      if (mark && !chinese) continue;
      if (word && before?.word && HYPHEN.test(folded.slice(before.end, match.index))) {
        found.joined[found.list.length - 1] = stem(before.text + text);
      }
      found.list.push(mark ? BREAK : word ? stem(text) : text.replaceAll(",", ""));
      found.starts.push(match.index);
      found.ends.push(match.index + text.length);
      found.words.push(word);
      before = { word, text, end: match.index + text.length };
    }
    return found;
  };

  return { IS_HAN, BREAK, stem, tokens };
});
