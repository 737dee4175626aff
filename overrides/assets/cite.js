// Citations of a sentence: link, plain text, BibTeX, RIS; in either language or both.  What is shown is what is copied.
(() => {
  const data = JSON.parse(document.querySelector("#cite-data").textContent);
  const own = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const other = own === "zh" ? "en" : "zh";
  const panel = document.querySelector("#cite-panel").content.firstElementChild;
  const text = panel.querySelector(".cite-text"), said = panel.querySelector(".cite-said");
  let sentence;

  // The words as received, whatever reading is shown.
  const words = (element, skip) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let found = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement.closest(skip)) found += verbatim.received?.(node) ?? node.data;
    return found.trim();
  };
  const quote = lang => {
    if (lang === own) return words(sentence, ".ref, .mark, .label, button");
    const twins = sentence.closest(".speech").querySelector("template.twins").content;
    return twins.querySelector(`[data-at="${sentence.id}"]`).textContent.trim();
  };
  const address = lang => {
    const page = lang === own ? location.href : document.querySelector("a.language").href;
    return page.replace(/[?#].*$/, "") + `#${sentence.id}`;
  };
  const facts = lang => {
    const who = data.people[data.by[sentence.id.replace(/-\d+$/, "")]];
    return {
      quote: quote(lang), url: address(lang), event: data.event[lang], site: data.site[lang], day: data.day,
      speaker: who?.name[lang] ?? data.site[lang], office: who?.office?.[lang] ?? null,
      note: [data.basis?.[lang], lang === "en" ? data.translation.en : null].filter(Boolean).join(lang === "zh" ? "" : " "),
    };
  };
  const month = day => new Date(`${day}T12:00:00`).toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" });
  const chinese = day => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");
  const inner = quote => quote.replaceAll("“", "‘").replaceAll("”", "’");
  const escape = value => value.replace(/[\\{}%&$#_^~]/g, "\\$&");
  const forms = {
    link: fact => fact.url,
    plain: (fact, lang) => lang === "zh"
      ? `${fact.speaker}${fact.office ? `（${fact.office}）` : ""}：「${fact.quote}」，${fact.event}${fact.day ? `，${chinese(fact.day)}` : ""}，《${fact.site}》${sentence.id}，${fact.url}。${fact.note}`
      : `${fact.speaker}${fact.office ? ` (${fact.office})` : ""}, “${inner(fact.quote)}” ${fact.event}${fact.day ? `, ${month(fact.day)}` : ""}. ${fact.site}, ${sentence.id}. ${fact.url}. ${fact.note}`,
    bibtex: (fact, lang) => [
      `@misc{${sentence.id}-${lang},`, `  author = {${escape(fact.speaker)}},`, `  title = {${escape(fact.quote)}},`,
      `  howpublished = {${escape(fact.event)}},`, ...(fact.day ? [`  date = {${fact.day}},`, `  year = {${fact.day.slice(0, 4)}},`] : []),
      `  publisher = {${escape(fact.site)}},`, `  url = {${fact.url}},`, `  langid = {${lang === "zh" ? "chinese-traditional" : "english"}},`,
      `  note = {${escape([sentence.id, fact.office, fact.note].filter(Boolean).join(". "))}}`, "}",
    ].join("\n"),
    ris: (fact, lang) => [
      "TY  - ELEC", `AU  - ${fact.speaker}`, `TI  - ${fact.quote}`, `T2  - ${fact.event}`,
      ...(fact.day ? [`DA  - ${fact.day.replaceAll("-", "/")}`, `PY  - ${fact.day.slice(0, 4)}`] : []),
      `PB  - ${fact.site}`, `UR  - ${fact.url}`, `LA  - ${lang === "zh" ? "zh-Hant" : "en"}`,
      `N1  - ${[sentence.id, fact.office, fact.note].filter(Boolean).join(". ")}`, "ER  - ",
    ].join("\n"),
  };
  const chosen = name => panel.querySelector(`[name=${name}]:checked`).value;
  const show = () => {
    const langs = chosen("cite-words") === "both" ? [own, other] : [chosen("cite-words")];
    text.textContent = langs.map(lang => forms[chosen("cite-form")](facts(lang), lang)).join(chosen("cite-form") === "link" ? "\n" : "\n\n");
    said.textContent = "";
  };
  const close = () => { panel.remove(); sentence.querySelector("a.ref").focus(); };
  panel.addEventListener("change", show);
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
    sentence = one;
    panel.querySelector(".cite-address").textContent = sentence.id;
    (sentence.closest("p") ?? sentence).after(panel);
    show();
    panel.querySelector("input:checked").focus();
  };
})();
