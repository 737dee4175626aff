// The readings of a Chinese text: as received, edited Traditional, Simplified.  Every change keeps the length of the text, so that
// links and marks inside a sentence keep their places.  The same rules are in hooks/verbatim/text/readings.py.
verbatim.define("readingText", () => {
  const escape = text => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const replacer = pairs => {
    const finds = Object.keys(pairs).sort((a, b) => b.length - a.length).map(escape);
    const pattern = new RegExp(finds.join("|") || "(?!)", "g");
    return text => text.replace(pattern, found => pairs[found]);
  };
  // Marks within a quotation: where the mainland's marks surround it, they are single ones.
  const single = text => text.replace(/“/g, "‘").replace(/”/g, "’");
  const within = text => text.replace(/「[^「」]*」/g, single);
  return {
    single,
    /** The readings on a page of an event; on a page of none, slips are known only where there is one event. */
    make({ slips, slips_of: byEvent, words, characters, traditional = {} }, event) {
      const table = new Map();
      for (let at = 0; at < characters.length; at += 2) table.set(characters[at], characters[at + 1]);
      const edited = replacer(byEvent?.[event] ?? slips);
      const known = new RegExp(`(${Object.keys(words).sort((a, b) => b.length - a.length).map(escape).join("|") || "(?!)"})`);
      const back = replacer(traditional);
      const letters = text => [...text].map(letter => table.get(letter) ?? letter).join("");
      return {
        received: text => text,
        edited,
        hans_received: text => text,
        hans_edited: text => back(edited(text)),
        hans_simplified: edited,
        simplified: text => within(edited(text)).split(known).map(piece => words[piece] ?? letters(piece)).join(""),
      };
    },
  };
});
