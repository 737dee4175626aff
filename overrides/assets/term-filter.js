// Which glossary entries a typed text finds: in either script, in English, or in pinyin with or without tones.
verbatim.define("termFilter", () => {
  const HAN = /\p{Script=Han}/u;
  const bare = text => text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFKC").toLowerCase();
  const words = text => text.replace(/[^\p{L}\p{N}]+/gu, " ");
  return {
    /** `folding`: pairs of characters, each with the one that may be typed for it. */
    make(folding) {
      const pairs = [...folding];
      const table = new Map();
      for (let at = 0; at < pairs.length; at += 2) table.set(pairs[at], pairs[at + 1]);
      const fold = text => [...bare(text)].map(letter => table.get(letter) ?? letter).join("").replace(/["“”「-』]/g, "").replace(/\s+/g, " ").trim();
      return {
        // Pinyin is kept without spaces and with u for ü, which keyboards write as v; English is found from the beginning of a word.
        entry: ({ zh, pinyin, en }) => ({
          zh: zh.map(fold),
          pinyin: bare(pinyin).replace(/[^a-z]/g, ""),
          en: en.map(form => ` ${words(fold(form))}`),
        }),
        finds(entry, typed) {
          const text = fold(typed);
          if (!text) return true;
          if (HAN.test(text)) return entry.zh.some(form => form.includes(text.replaceAll(" ", "")));
          const letters = text.replace(/[^a-z]/g, "").replaceAll("v", "u");
          const english = words(text).trim();
          return (letters.length > 1 ? entry.pinyin.includes(letters) : entry.pinyin.startsWith(letters) && letters !== "")
            || (english !== "" && entry.en.some(form => form.includes(` ${english}`)))
            || entry.zh.some(form => form.includes(text));
        },
      };
    },
  };
});
