// The forms of a citation: facts in, text out.  What a citation of a sentence or of a register entry knows is in `Verbatim.Facts`.
verbatim.define("citation", () => {
  const month = day => new Date(`${day}T12:00:00`).toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" });
  const chinese = day => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");
  const single = quote => quote.replaceAll("“", "‘").replaceAll("”", "’");
  const STOP = { zh: "。", en: "." };
  const BETWEEN = { zh: "", en: " " };
  const sentences = (lang, parts) => parts.filter(Boolean).map(part => (/[.。]$/.test(part) ? part : part + STOP[lang])).join(BETWEEN[lang]);
  const note = facts => sentences(facts.lang, [facts.id, facts.office, facts.sentence, ...facts.notes]);

  const LATEX = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
  const latex = value => value.replace(/[\\~^{}%&$#_]/g, sign => LATEX[sign] ?? `\\${sign}`);
  // Braces keep a name that is one whole from being split, and the words of a quotation from losing their capitals.
  const field = (name, value) => (value ? [`  ${name} = {${value}},`] : []);
  const tag = (name, value) => (value ? [`${name}  - ${value}`] : []);
  // BibTeX's styles turn a name around and put a space between its parts: a Chinese one is given whole, and sorts by its family name all the same.
  const author = facts => (facts.filed && facts.lang !== "zh" ? latex(facts.filed) : facts.speaker && `{${latex(facts.speaker)}}`);

  const plain = {
    zh(facts) {
      const who = facts.speaker ? `${facts.speaker}${facts.office ? `（${facts.office}）` : ""}：` : "";
      const day = facts.day ? `，${chinese(facts.day)}` : "";
      return sentences("zh", [`${who}「${facts.quote}」，${facts.event}${day}，《${facts.site}》${facts.id}，${facts.url}`, facts.sentence, ...facts.notes]);
    },
    en(facts) {
      const who = facts.speaker ? `${facts.speaker}${facts.office ? ` (${facts.office})` : ""}, ` : "";
      const day = facts.day ? `, ${month(facts.day)}` : "";
      return sentences("en", [
        `${who}“${single(facts.quote)}” ${facts.event}${day}`, `${facts.site}, ${facts.id}`, facts.url, facts.sentence, ...facts.notes,
      ]);
    },
  };

  return {
    link: facts => facts.url,
    plain: facts => plain[facts.lang](facts),
    bibtex: facts => [
      `@misc{${facts.key}-${facts.id}-${facts.lang},`,
      ...field("author", author(facts)),
      ...field("title", `{${latex(facts.quote.replace(/。$/, ""))}}`),  // the style sets its own full stop, and knows only the Latin one
      ...field("howpublished", latex(facts.event)),
      ...field("date", facts.day), ...field("year", facts.day?.slice(0, 4)),
      ...field("organization", `{${latex(facts.site)}}`), ...field("url", facts.url),
      ...field("language", facts.tag), ...field("langid", facts.lang === "zh" ? "chinese-traditional" : "english"),
      ...field("note", latex(note(facts))), "}",
    ].join("\n"),
    ris: facts => [
      "TY  - CPAPER", ...tag("ID", `${facts.key}-${facts.id}-${facts.lang}`), ...tag("AU", facts.filed ?? facts.speaker),
      `TI  - ${facts.quote}`, `T2  - ${facts.event}`,
      ...tag("DA", facts.day?.replaceAll("-", "/")), ...tag("PY", facts.day?.slice(0, 4)),
      `PB  - ${facts.site}`, `UR  - ${facts.url}`, `LA  - ${facts.tag}`, `N1  - ${note(facts)}`, "ER  - ",
    ].join("\n"),
    /** The facts of one citation in one language, from the data of its event and from what is cited. */
    facts(data, cited, lang) {
      const person = data.people[data.by[cited.at.replace(/-\d+$/, "")]];
      return {
        lang, key: data.id, tag: data.tags[lang], id: cited.id, quote: cited.quote[lang], url: cited.url[lang],
        event: data.event[lang], site: data.site[lang], day: data.day,
        speaker: person?.name[lang], filed: person?.filed?.[lang], office: person?.office?.[lang],
        sentence: cited.source && `${data.sentence[lang]} ${cited.at}${lang === "zh" ? "：" : ": "}${cited.source[lang]}`,
        notes: [data.basis?.[lang], lang === "en" ? data.translation.en : null],
      };
    },
  };
});
