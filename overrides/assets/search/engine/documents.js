// The files of the index as documents.
verbatim.define("documents", ({ words: { tokens } }) => {
  /** One of the things that a file holds, codes and texts together; a language may be absent. */
  const unpacked = (file, name) => file.codes[name] && { ...file.codes[name], zh: file.zh?.[name], en: file.en?.[name] };

  /** What a name leads to in both languages: `[code, zh, en]` for each. */
  const both = (content, name) => (content[name] ?? []).map((code, at) => [code, content.zh?.[name][at], content.en?.[name][at]]);

  /** A text, folded, and its tokens; made when first asked for. */
  const seeing = (text, fold) => {
    if (text === undefined) return null;
    let seen = null;
    return {
      text,
      get seen() {
        return (seen ??= tokens(fold(text)));
      },
    };
  };

  /** What every query searches: terms, people, headings of shared pages. */
  const headDocuments = (head, fold) => {
    const names = forms => forms.map(form => seeing(form, fold));
    const see = (forms, mark) => seeing(forms?.filter(Boolean).join(mark), fold);
    const terms = both(head, "terms").map(([id, zh, en]) => ({
      kind: "term", id, page: "glossary", anchor: id, forms: { zh: zh ?? [], en: en ?? [] }, names: names([...(zh ?? []), ...(en ?? [])]),
      zh: see(zh, "；"), en: see(en, " · "),
    }));
    const people = both(head, "people").map(([[id, page, anchor], zh, en]) => ({
      kind: "person", id, page, anchor, forms: { zh: zh ? [zh[0]] : [], en: en ? [en[0]] : [] }, names: names([zh?.[0], en?.[0]].filter(Boolean)),
      zh: see(zh, "，"), en: see(en, ", "),
    }));
    return [...terms, ...people, ...headings(head, fold)];
  };

  /** Headings of pages as documents. */
  const headings = (content, fold) => both(content, "places").map(([[page, anchor], zh, en]) => ({ kind: "place", id: "", page, anchor, zh: seeing(zh, fold), en: seeing(en, fold) }));

  /** For each sentence of a section who speaks it, and whether it belongs to a question; `runs` are pairs of how many sentences and whose, of questions after a `?`. */
  const speakers = runs => runs.flatMap((count, at) => (at % 2 ? [] : Array(count).fill({ speaker: runs[at + 1].replace("?", ""), asks: runs[at + 1][0] === "?" })));

  /** The sentences of one part, their sections' headings, and the rows that rest on them. */
  const partDocuments = (part, fold) => {
    const sentences = [];
    const pages = both(part, "pages").map(([[page, day, tag], zh, en]) => ({
      page, tag, event: page.slice(0, page.lastIndexOf("/")), day, titles: { zh: zh?.[0], en: en?.[0] }, events: { zh: zh?.[1], en: en?.[1] },
    }));
    const found = both(part, "sections").map(([[at, section, ...runs], zh, en]) => {
      for (const [line, said] of speakers(runs).entries()) {
        const id = `${section}-${line + 1}`;
        const [own, twin] = [part.zh?.lines[sentences.length], part.en?.lines[sentences.length]];
        sentences.push({ kind: "sentence", id, anchor: id, section, ...pages[at], ...said, zh: seeing(own, fold), en: seeing(twin, fold) });
      }
      return { kind: "place", id: section, anchor: section, ...pages[at], zh: seeing(zh, fold), en: seeing(en, fold) };
    });
    const [at = [], ids, sorts] = part.rows ?? [];
    const rows = at.map((sentence, row) => {
      const { zh, en, ...rest } = sentences[sentence];
      const quote = (seen, texts) => seeing(seen?.text.substr(texts.rows[0][row], texts.rows[1][row]), fold);
      return { ...rest, kind: "row", sort: sorts[row], at: rest.id, id: ids[row], page: `${rest.event}/targets`, anchor: ids[row], zh: quote(zh, part.zh), en: quote(en, part.en) };
    });
    return [...sentences, ...found, ...rows, ...headings(part, fold)];
  };

  return { unpacked, both, seeing, headDocuments, partDocuments };
});
