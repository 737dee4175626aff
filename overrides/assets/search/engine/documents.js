// The files of the index as documents.
verbatim.define("documents", ({ words: { tokens } }) => {
  /** One of the things that a file holds, codes and texts together. */
  function unpacked(file, name) {
    return file.codes[name] && { ...file.codes[name], zh: file.zh[name], en: file.en[name] };
  }

  /** What a name leads to in both languages: `[code, zh, en]` for each. */
  function both(content, name) {
    return (content[name] ?? []).map((code, at) => [code, content.zh[name][at], content.en[name][at]]);
  }

  /** A text, folded, and its tokens; made when first asked for. */
  function seeing(text, fold) {
    let seen = null;
    return {
      text,
      get seen() {
        if (!seen) seen = { folded: fold(text), ...tokens(fold(text)) };
        return seen;
      },
    };
  }

  /** What every query searches: terms, people, headings of shared pages; `sounds` are the pinyin of the terms and the people. */
  function headDocuments(head, fold, sounds) {
    const names = forms => forms.map(form => tokens(fold(form)));
    const see = text => seeing(text, fold);
    const terms = both(head, "terms").map(([id, zh, en], at) => ({
      kind: "term", id, page: "glossary", anchor: id, pinyin: sounds[at],
      forms: { zh, en }, names: names([...zh, ...en]), zh: see(zh.join("；")), en: see(en.join(" · ")),
    }));
    const people = both(head, "people").map(([[id, page, anchor], zh, en], at) => ({
      kind: "person", id, page, anchor, pinyin: sounds[terms.length + at],
      forms: { zh: [zh[0]], en: [en[0]] }, names: names([zh[0], en[0]]),
      zh: see(zh.filter(Boolean).join("，")), en: see(en.filter(Boolean).join(", ")),
    }));
    return [...terms, ...people.filter(one => one.page), ...headings(head, fold)];
  }

  /** Headings of pages as documents. */
  function headings(content, fold) {
    return both(content, "places").map(([[page, anchor], zh, en]) => ({ kind: "place", id: "", page, anchor, zh: seeing(zh, fold), en: seeing(en, fold) }));
  }

  /** The sentences of one part, their sections' headings, and the rows that rest on them. */
  function partDocuments(part, fold) {
    const sentences = [];
    const speakers = both(part, "speakers").flatMap(([count, zh, en]) => Array(count).fill({ zh, en }));
    const found = both(part, "sections").map(([[at, section, count], zh, en]) => {
      const page = part.pages[at];
      const titles = { zh: part.zh.pages[at], en: part.en.pages[at] };
      for (let line = 1; line <= count; line++) {
        const id = `${section}-${line}`;
        const [own, twin] = [part.zh.lines[sentences.length], part.en.lines[sentences.length]];
        sentences.push({ kind: "sentence", id, page, anchor: id, titles, by: speakers[sentences.length], zh: seeing(own, fold), en: seeing(twin, fold) });
      }
      return { kind: "place", id: section, page, anchor: section, titles, zh: seeing(zh, fold), en: seeing(en, fold) };
    });
    const [at = [], ids, sorts, ...spans] = part.rows ?? [];
    const rows = at.map((sentence, row) => {
      const { page, zh, en, titles, by } = sentences[sentence];
      const [zhStart, zhLength, enStart, enLength] = spans.map(column => column[row]);
      const table = `${page.slice(0, page.lastIndexOf("/"))}/targets`;
      const quotes = { zh: seeing(zh.text.substr(zhStart, zhLength), fold), en: seeing(en.text.substr(enStart, enLength), fold) };
      return { kind: "row", sort: sorts[row], id: ids[row], page: table, anchor: ids[row], titles, by, ...quotes };
    });
    return [...sentences, ...found, ...rows, ...headings(part, fold)];
  }

  return { unpacked, headDocuments, partDocuments };
});
