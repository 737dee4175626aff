// One character for each: full-width as half-width, small letters, one form for all variants of a Han character.
// One to one, so that a place in the folded text is the same place in the text itself.
verbatim.define("fold", () => {
  /** A function that folds a text; `fold.learn` takes two strings: at each place of the second stands what becomes the character at that place of the first. */
  const folder = () => {
    const heads = new Map();
    const fold = one => {
      const normal = one > "~" ? one.normalize("NFKC").toLowerCase() : one.toLowerCase();
      const single = normal.length === 1 ? normal : one;
      return heads.get(single) ?? single;
    };
    const known = new Map();
    const folding = text => {
      let folded = "";
      for (let at = 0; at < text.length; at++) {
        const one = text[at];
        if (!known.has(one)) known.set(one, fold(one));
        folded += known.get(one);
      }
      return folded;
    };
    const learn = ([firsts, others]) => {
      const forms = [...firsts];
      for (const [at, one] of [...others].entries()) heads.set(one, forms[at]);
      known.clear();
    };
    return Object.assign(folding, { learn });
  };

  return { folder };
});
