// The forms of a citation: facts in, text out.  What a citation of a sentence or of a register entry knows is in `Verbatim.Facts`.
verbatim.define("citation", () => {
  const month = day => new Date(`${day}T12:00:00`).toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" });
  const chinese = day => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");
  const single = quote => quote.replaceAll("“", "‘").replaceAll("”", "’");
  /** Words in quotation marks before more of the reference: a comma stands where they end with no stop of their own. */
  const quoted = quote => `“${single(quote)}${/[.?!…,;:]$/.test(quote) ? "" : ","}”`;
  const STOP = { zh: "。", en: "." };
  const BETWEEN = { zh: "", en: " " };
  const sentences = (lang, parts) => parts.filter(Boolean).map(part => (/[.。]$/.test(part) ? part : part + STOP[lang])).join(BETWEEN[lang]);
  const note = facts => sentences(facts.lang, [facts.id, facts.office, facts.sentence, ...facts.notes]);

  const LATEX = { "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
  // Braces as words, because BibTeX counts even those behind a backslash.
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
      // What goes on has no full stop before it; one after an address would be taken for a part of it.
      return `${who}「${facts.quote.replace(/。$/, "")}」，${facts.event}${day}，《${facts.site}》${facts.id}，${facts.url}`;
    },
    en(facts) {
      const who = facts.speaker ? `${facts.speaker}${facts.office ? ` (${facts.office})` : ""}, ` : "";
      const day = facts.day ? `, ${month(facts.day)}` : "";
      return `${sentences("en", [`${who}${quoted(facts.quote)} ${facts.event}${day}`, `${facts.site}, ${facts.id}`])} ${facts.url}`;
    },
  };

  // Styles for lists of references.  What they cite is the press conference on this site, at the address of the sentence.
  // In English they follow the manuals, in Chinese the full-width marks that these styles take in Taiwan; GB/T 7714 has marks of its own.
  const joined = parts => parts.filter(Boolean).join(" ");
  const ended = text => (/[.?!。？！]$/.test(text) ? text : `${text}.`);
  const cut = facts => (facts.filed ? facts.filed.split(", ") : [facts.speaker]);
  const initials = (given, stop) => given.split(" ").map(name => name.split("-").map(part => part[0] + stop).join("-")).join(" ");

  // What is cited without a day may change, so it is cited with the day of citing.
  const accessed = ({ words, today }, written) => words.accessed.replace("{day}", () => written(today));
  const retrieved = ({ words, today, url }, written) => words.retrieved.replace("{day}", () => written(today)).replace("{url}", () => url);

  /** APA, 7th edition, 10.16 (webpages), 9.7-9.12 (names, no author), 9.17 (no date). */
  const apa = {
    zh: facts => {
      const day = `（${facts.day ? chinese(facts.day) : facts.words.no_date}）。`;
      return `${facts.speaker ? `${facts.speaker}${day}${facts.event}。` : `${facts.event}${day}`}${facts.site}。${facts.day ? facts.url : retrieved(facts, chinese)}`;
    },
    en: facts => {
      const [family, given] = cut(facts);
      const who = given ? `${family}, ${initials(given, ".")}` : family;
      const [year, rest] = facts.day ? [facts.day.slice(0, 4), `, ${month(facts.day).replace(/, \d+$/, "")}`] : [facts.words.no_date, ""];
      const day = `(${year}${rest}).`;
      const start = who ? [ended(who), day, ended(facts.event)] : [ended(facts.event), day];
      return joined([...start, ended(facts.site), facts.day ? facts.url : retrieved(facts, month)]);
    },
  };
  /** The Chicago Manual of Style, 17th edition, bibliography: 14.207 (websites; access date where there is no other), 6.9 (stop in quotes). */
  const chicago = {
    zh: facts => {
      const day = facts.day ? `，${chinese(facts.day)}` : `，${accessed(facts, chinese)}`;
      return `${facts.speaker ? `${facts.speaker}。` : ""}〈${facts.event}〉。《${facts.site}》${day}。${facts.url}`;
    },
    en: facts => joined([
      facts.speaker && ended(facts.filed ?? facts.speaker), `“${ended(single(facts.event))}”`,
      facts.day ? `${facts.site}, ${month(facts.day)}.` : `${facts.site}. ${accessed(facts, month)}.`, `${facts.url}.`,
    ]),
  };
  /** GB/T 7714-2015, 4.6 (electronic resources: date of publication, date of access), 8.1 (names; Latin ones in capitals, given names cut). */
  const gbt = facts => {
    const [family, given] = cut(facts);
    const who = facts.lang === "zh" ? facts.speaker : family && joined([family.toUpperCase(), given && initials(given, "").replaceAll("-", " ")]);
    return joined([who && `${who}.`, `${facts.event}[EB/OL].`, `${facts.day ? `(${facts.day})` : ""}[${facts.today}].`, `${facts.url}.`]);
  };

  return {
    link: facts => facts.url,
    apa: facts => apa[facts.lang](facts),
    chicago: facts => chicago[facts.lang](facts),
    gbt,
    /** What a reader should know of a citation beside it: the sentence of an entry, who gives the day, whose translation. */
    remarks: facts => sentences(facts.lang, [facts.sentence, ...facts.notes]),
    plain: facts => plain[facts.lang](facts),
    bibtex: facts => [
      `@misc{${facts.key}-${facts.id}-${facts.lang},`,
      ...field("author", author(facts)),
      ...field("title", `{${latex(facts.quote.replace(/。$/, ""))}}`),  // the style sets its own full stop, and knows only the Latin one
      ...field("howpublished", latex(facts.event)),
      ...field("date", facts.day), ...field("year", facts.day?.slice(0, 4)),
      ...field("organization", `{${latex(facts.site)}}`), ...field("url", facts.url),
      ...field("language", facts.tag), ...field("langid", facts.lang !== "zh" ? "english" : facts.tag === "zh-Hans" ? "chinese-simplified" : "chinese-traditional"),
      ...field("note", latex(note(facts))), "}",
    ].join("\n"),
    ris: facts => [
      "TY  - CPAPER", ...tag("ID", `${facts.key}-${facts.id}-${facts.lang}`), ...tag("AU", facts.filed ?? facts.speaker),
      `TI  - ${facts.quote}`, `T2  - ${facts.event}`,
      ...tag("DA", facts.day?.replaceAll("-", "/")), ...tag("PY", facts.day?.slice(0, 4)),
      `PB  - ${facts.site}`, `UR  - ${facts.url}`, `LA  - ${facts.tag}`, `N1  - ${note(facts)}`, "ER  - ",
    ].join("\n"),
    /** The facts of one citation in one language, from the data of its event, from what is cited and from the day of citing. */
    facts(data, cited, lang, today) {
      const section = cited.at.replace(/-\d+$/, "");
      const by = data.by_sentence[cited.at] ?? data.by[section] ?? "";
      const people = by.split(" ").filter(Boolean).map(id => data.people[id]);
      const alone = people.length === 1 ? people[0] : null;  // who speak jointly are one name, which no style may turn around
      return {
        lang, today, key: data.id, tag: data.tags[lang], id: cited.id, quote: cited.quote[lang], url: cited.url[lang],
        event: data.event[lang], site: data.site[lang], day: data.day, words: data.words[lang],
        speaker: people.map(one => one.name[lang]).join(data.words[lang].and) || undefined,
        filed: alone?.filed?.[lang], office: alone?.office?.[lang],
        sentence: cited.source && `${data.sentence[lang]} ${cited.at}${data.words[lang].colon}${cited.source[lang]}`,
        notes: [data.basis?.[lang], lang === "en" ? (data.translation_of?.[section] ?? data.translation).en : null],
      };
    },
  };
});
