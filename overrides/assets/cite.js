// Citations of a sentence or of a row of the register: link, plain text, BibTeX, RIS; in either language or both.
// What is shown is what is copied.
(() => {
  const data = JSON.parse(document.querySelector("#cite-data").textContent);
  const own = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const other = own === "zh" ? "en" : "zh";
  const panel = document.querySelector("#cite-panel").content.firstElementChild;
  const text = panel.querySelector(".cite-text"), said = panel.querySelector(".cite-said");
  let subject, frame;

  // The words as received, whatever reading is shown.
  const words = (element, skip) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let found = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement.closest(skip)) found += verbatim.received?.(node) ?? node.data;
    return found.trim();
  };
  const row = () => subject.matches("tr");
  const ofSentence = lang => {
    if (lang === own) return words(subject, ".ref, .mark, .label, button");
    return verbatim.twin(subject.id).textContent.trim();
  };
  const ofRow = lang => {
    const cell = subject.querySelector("a.address").parentElement;
    const quote = cell.querySelector(lang === own ? ":scope > :is(q, .quoted)" : ".twin > :is(q, .quoted)");
    return quote.dataset.said ?? words(quote, "button");  // inside marks of its own a quotation shows its marks single
  };

  // A permanent link is the published one, also where the page is read from a folder or a copy.
  const page = lang => document.querySelector(`link[hreflang="${data.tags[lang]}"]`).href;
  const facts = lang => {
    const link = subject.querySelector("a.address");
    const at = link ? link.textContent : subject.id;
    const who = data.people[data.by[at.replace(/-\d+$/, "")]];
    return {
      lang, id: subject.id, quote: (row() ? ofRow : ofSentence)(lang), url: `${page(lang)}#${subject.id}`,
      event: data.event[lang], site: data.site[lang], day: data.day,
      speaker: who?.name[lang], filed: who?.filed?.[lang], office: who?.office?.[lang],
      sentence: link && `${data.sentence[lang]} ${at}${lang === "zh" ? "：" : ": "}${new URL(link.getAttribute("href"), page(lang)).href}`,
      notes: [data.basis?.[lang], lang === "en" ? data.translation.en : null],
    };
  };
  const month = day => new Date(`${day}T12:00:00`).toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" });
  const chinese = day => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");
  const inner = quote => quote.replaceAll("“", "‘").replaceAll("”", "’");
  const sentences = (lang, parts) => parts.filter(Boolean).map(part => (/[.。]$/.test(part) ? part : part + (lang === "zh" ? "。" : "."))).join(lang === "zh" ? "" : " ");

  const LATEX = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
  const latex = value => value.replace(/[\\~^{}%&$#_]/g, sign => LATEX[sign] ?? `\\${sign}`);
  // Braces keep a name that is one whole from being cut, and the words of a quotation from losing their capitals.
  const field = (name, value) => (value ? [`  ${name} = {${value}},`] : []);
  const tag = (name, value) => (value ? [`${name}  - ${value}`] : []);
  const forms = {
    link: fact => fact.url,
    plain: fact => fact.lang === "zh"
      ? sentences("zh", [
        `${fact.speaker ? `${fact.speaker}${fact.office ? `（${fact.office}）` : ""}：` : ""}「${fact.quote}」，${fact.event}${fact.day ? `，${chinese(fact.day)}` : ""}，《${fact.site}》${fact.id}，${fact.url}`,
        fact.sentence, ...fact.notes,
      ])
      : sentences("en", [
        `${fact.speaker ? `${fact.speaker}${fact.office ? ` (${fact.office})` : ""}, ` : ""}“${inner(fact.quote)}” ${fact.event}${fact.day ? `, ${month(fact.day)}` : ""}`,
        `${fact.site}, ${fact.id}`, fact.url, fact.sentence, ...fact.notes,
      ]),
    bibtex: fact => [
      `@misc{${data.id}-${fact.id}-${fact.lang},`,
      ...field("author", fact.filed ? latex(fact.filed) : fact.speaker && `{${latex(fact.speaker)}}`),
      ...field("title", `{${latex(fact.quote)}}`), ...field("howpublished", latex(fact.event)),
      ...field("date", fact.day), ...field("year", fact.day?.slice(0, 4)),
      ...field("organization", `{${latex(fact.site)}}`), ...field("url", fact.url),
      ...field("langid", fact.lang === "zh" ? "chinese-traditional" : "english"),
      ...field("note", latex(sentences(fact.lang, [fact.id, fact.office, fact.sentence, ...fact.notes]))), "}",
    ].join("\n"),
    ris: fact => [
      "TY  - CPAPER", ...tag("ID", `${data.id}-${fact.id}-${fact.lang}`), ...tag("AU", fact.filed ?? fact.speaker), `TI  - ${fact.quote}`, `T2  - ${fact.event}`,
      ...tag("DA", fact.day?.replaceAll("-", "/")), ...tag("PY", fact.day?.slice(0, 4)),
      `PB  - ${fact.site}`, `UR  - ${fact.url}`, `LA  - ${data.tags[fact.lang]}`,
      `N1  - ${sentences(fact.lang, [fact.id, fact.office, fact.sentence, ...fact.notes])}`, "ER  - ",
    ].join("\n"),
  };

  const chosen = name => panel.querySelector(`[name=${name}]:checked`).value;
  const show = () => {
    const langs = chosen("cite-words") === "both" ? [own, other] : [chosen("cite-words")];
    text.textContent = langs.map(lang => forms[chosen("cite-form")](facts(lang))).join(chosen("cite-form") === "link" ? "\n" : "\n\n");
    said.textContent = "";
  };

  // The panel stands below the paragraph of a sentence, and below a row across all columns of its table.
  const framed = () => {
    if (!row()) return panel;
    const line = document.createElement("tr"), cell = document.createElement("td");
    line.className = "cite-row";
    cell.colSpan = subject.cells.length;
    cell.append(panel);
    line.append(cell);
    return line;
  };
  const remove = () => { frame?.remove(); frame = undefined; };
  const close = () => {
    remove();
    subject.querySelector("a.ref, a.address").focus();
  };
  panel.addEventListener("change", event => { event.stopPropagation(); show(); });
  panel.addEventListener("keydown", event => { if (event.key === "Escape") { event.stopPropagation(); close(); } });
  panel.querySelector(".cite-close").addEventListener("click", close);
  panel.querySelector(".cite-copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
    } catch {  // no clipboard (file://, or not allowed): select, so that a key copies it
      getSelection().selectAllChildren(text);
      document.execCommand("copy");
    }
    said.textContent = said.dataset.said;
  });
  verbatim.cite = one => {
    remove();
    subject = one;
    panel.querySelector(".cite-address").textContent = subject.id;
    frame = framed();
    (subject.closest("p") ?? subject).after(frame);
    show();
    panel.querySelector("input:checked").focus();
  };
  verbatim.uncite = remove;
})();
