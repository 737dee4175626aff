// Words near to others: by one or two letters, by being run together, by sound.
verbatim.define("near", () => {
  const MOST = 3; // words that are near to one

  /** How many letters two words differ by (one left out, put in, exchanged or swapped with the next counts as one); more than `most` is Infinity. */
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return Infinity;
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let at = 1; at <= one.length; at++) {
      const row = [at];
      for (let to = 1; to <= other.length; to++) {
        row[to] = Math.min(last[to] + 1, row[to - 1] + 1, last[to - 1] + (one[at - 1] === other[to - 1] ? 0 : 1));
        if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) row[to] = Math.min(row[to], before[to - 2] + 1);
      }
      if (Math.min(...row) > most) return Infinity;
      [before, last] = [last, row];
    }
    return last[other.length] <= most ? last[other.length] : Infinity;
  };

  const sorted = word => [...word].sort().join("");

  /** The words that are nearest to a mistyped one: a letter apart from five letters on, two from eight on or where only their order differs. */
  const closest = (word, known) => {
    if (word.length < 5) return [];
    const wide = word.length < 8 ? sorted(word) : "";
    let found = [];
    let least = 2;
    for (const one of known) {
      const apart = distance(word, one, least);
      if (apart > least || (apart === 2 && wide && sorted(one) !== wide)) continue;
      if (apart < least) found = [];
      least = apart;
      found.push(one);
    }
    return found.slice(0, MOST);
  };

  /** Two known words that are run together. */
  const apart = (word, known) => {
    for (let at = word.length - 3; at >= 3; at--) if (known.has(word.slice(0, at)) && known.has(word.slice(at))) return [word.slice(0, at), word.slice(at)];
    return null;
  };

  const ENDING = /^(?:e|y|l|i?er|or|ant|i?al|ic|ical|ism|ist|ive?|(?:il|iv)?ity|e?ness|ment|ance|ate|ator|(?:ic)?ation|t?ion)?$/;

  /** The known words of the family of one: they begin with the same five letters or more, and both go on as derived words do. */
  const kin = (word, known) => {
    return [...known].filter(one => {
      let at = 0;
      while (at < word.length && word[at] === one[at]) at++;
      return at >= 5 && ENDING.test(word.slice(at)) && ENDING.test(one.slice(at));
    }).slice(0, MOST);
  };

  const outside = letter => (letter === undefined || !/[\u3400-\u9fff]/.test(letter) ? 1 : 0);

  /**
   * A function that gives the sound of a Han character as one character, any other as it is.  `firsts` are the first characters of the syllables in the pinyin
   * order, which browsers know; `back` has for each a digit of base 36, how far before it that one stands which it is heard as.  A browser without that order knows no sounds.
   */
  const sounds = ([firsts, back]) => {
    const { compare } = new Intl.Collator("zh-u-co-pinyin");
    const ordered = [...firsts].every((one, at) => at % 20 || !at || compare(firsts[at - 20], one) < 0);
    const known = new Map();
    const find = one => {
      let [low, high] = [0, firsts.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (compare(firsts[middle], one) > 0) high = middle;
        else low = middle + 1;
      }
      return String.fromCharCode(0xe000 + low - parseInt(back[low - 1] ?? 0, 36));
    };
    return one => {
      if (!ordered || outside(one)) return one;
      if (!known.has(one)) known.set(one, find(one));
      return known.get(one);
    };
  };

  /**
   * A function that gives for some Han characters those of a text that sound so.  `sound` gives the sound of a character.  What is found
   * begins and ends where words may: four characters anywhere, fewer beside a mark or where one of them is as typed.
   */
  const sounding = (sound, text) => {
    const spoken = words => Array.from(words, sound).join("");
    const heard = spoken(text);
    return words => {
      const wanted = spoken(words);
      const found = new Set();
      for (let at = heard.indexOf(wanted); at >= 0 && found.size < MOST; at = heard.indexOf(wanted, at + 1)) {
        const one = text.slice(at, at + words.length);
        const ends = outside(text[at - 1]) + outside(text[at + words.length]);
        const same = [...words].some((each, place) => each === one[place]);
        if (words.length + ends + (same ? 1 : 0) > 3 && (words.length > 2 || same)) found.add(one);
      }
      return [...found];
    };
  };

  /** A function that gives for a Han character those of some others that sound like it, itself among them. */
  const alike = (sound, others) => one => [one, ...others.filter(other => other !== one && sound(other) === sound(one))].join("");

  /** Those of some pinyin that differ least from a run of six letters or more, by one of them, or by two of ten; each is `{run}`. */
  const pinyin = (letters, all) => {
    const most = letters.length < 10 ? 1 : 2;
    const found = all.map(one => ({ ...one, apart: distance(letters, one.run, most) })).filter(({ apart }) => apart <= most);
    const least = Math.min(...found.map(({ apart }) => apart));
    return found.filter(({ apart }) => apart === least);
  };

  return { pinyin, distance, closest, apart, kin, sounds, sounding, alike };
});
