// One character for each: full-width as half-width, small letters, one form for all variants of a Han character.
// One to one, so that a place in the folded text is the same place in the text itself.
verbatim.define("fold", () => {
  /** A function that folds a text; at each place of `heads` stands what the character at the same place of `others` becomes. */
  function folder([firsts, others]) {
    const heads = new Map([...others].map((one, at) => [one, firsts[at]]));
    const fold = one => {
      const normal = one > "~" ? one.normalize("NFKC").toLowerCase() : one.toLowerCase();
      const single = normal.length === 1 ? normal : one;
      return heads.get(single) ?? single;
    };
    const known = new Map();
    return text => {
      let folded = "";
      for (let at = 0; at < text.length; at++) {
        const one = text[at];
        if (!known.has(one)) known.set(one, fold(one));
        folded += known.get(one);
      }
      return folded;
    };
  }

  return { folder };
});
