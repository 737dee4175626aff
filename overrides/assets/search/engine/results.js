// Hits as they are displayed: addresses, and texts as pieces that are marked or not.  No markup is made here.
verbatim.define("results", ({ words: { tokens }, match: { phrase, characters } }) => {
  const LONGEST = { zh: 90, en: 220 }; // characters of a sentence that are displayed around its first mark
  const BEFORE = { zh: 24, en: 60 };
  const TAGS = { zh: "zh-Hant", en: "en" };

  /** A text with its spans of characters marked, cut to what is near the first mark: pieces `[text, marked]`. */
  function pieces(text, spans, lang) {
    const [first] = spans[0] ?? [0];
    const whole = text.length <= LONGEST[lang] * 1.3;
    const from = whole || first <= BEFORE[lang] * 1.5 ? 0 : gap(text, first - BEFORE[lang], lang);
    const end = Math.max(from + LONGEST[lang], spans[0]?.[1] ?? 0);
    const to = whole ? text.length : Math.min(text.length, gap(text, end, lang));
    /** @type {[string, boolean][]} */
    const found = from ? [["…", false]] : [];
    let at = from;
    for (const [start, stop] of spans) {
      if (stop > to) break;
      if (at < start) found.push([text.slice(at, start), false]);
      found.push([text.slice(start, stop), true]);
      at = stop;
    }
    const rest = text.slice(at, to) + (to < text.length ? "…" : "");
    if (rest) found.push([rest, false]);
    return found;
  }

  /** The place to begin: in English not within a word. */
  function gap(text, from, lang) {
    const space = lang === "en" ? text.indexOf(" ", from) : -1;
    return space < 0 ? from : space + 1;
  }

  /** A page's address from the site's root. */
  function pageAddress(page, lang, directory) {
    const prefix = lang === "en" ? "en/" : "";
    if (!directory) return `${prefix}${page}.html`;
    return prefix + (page === "index" ? "" : page.endsWith("/index") ? page.slice(0, -5) : `${page}/`);
  }

  /** The spans of a hit in one language: what was found, or in a twin the forms of the term that the query is. */
  function spansOf(hit, lang, terms, fold) {
    const seen = hit.one[lang].seen;
    if (hit.spans[lang]) return characters(seen, hit.spans[lang]);
    const forms = terms.flatMap(term => term.forms[lang]).map(form => tokens(fold(form)).list);
    for (const form of forms.sort((a, b) => b.length - a.length)) {
      const found = phrase(seen, form);
      if (found) return characters(seen, found);
    }
    return [];
  }

  /** A hit as it is displayed and where it leads: see `Verbatim.Hit`. */
  function hit(found, { own, other, strings, terms, fold, directory }) {
    const { one } = found;
    const spans = spansOf(found, own, terms, fold);
    const texts = [...new Set(spans.map(([start, end]) => one[own].text.slice(start, end)))];
    const label = { term: strings.find_term, person: strings.find_person, place: strings.find_place, row: strings[one.sort] }[one.kind];
    const query = texts.length && one.kind !== "place" ? `?${texts.map(text => `h=${encodeURIComponent(text)}`).join("&")}` : "";
    const by = one.titles?.[own].includes(one.by?.[own]) ? "" : one.by?.[own];  // most pages name their speaker
    return {
      address: pageAddress(one.page, own, directory) + query + (one.anchor ? `#${one.anchor}` : ""),
      about: [label, by, one.titles?.[own], one.kind === "sentence" ? one.id : ""].filter(Boolean).join(" · "),
      why: found.foreign ? strings.find_twin : found.changed ? strings.find_changed : "",
      lines: [
        { lang: TAGS[own], pieces: pieces(one[own].text, spans, own) },
        { lang: TAGS[other], pieces: pieces(one[other].text, spansOf(found, other, terms, fold), other) },
      ],
    };
  }

  /** What is reported of the whole list: how many results there are, how they were found, how many were left unread. */
  function message(count, saying, left, query, strings) {
    if (!count) return strings.find_none.replace("#", () => query);
    const number = count === 1 ? strings.found_one : strings.found_many.replace("#", count);
    const how = [saying && strings[saying], left && strings.find_more.replace("#", left)].filter(Boolean).join(" ");
    return how ? `${number} · ${how}` : number;
  }

  /** Where nothing is found: the nearest term, and the words that offer it. */
  const nearest = (name, { strings }) => name && { say: strings.find_nearest, text: name.text, lang: TAGS[name.lang] };

  return { hit, message, nearest };
});
