// Hits as they are displayed: addresses, and texts as pieces that are marked or not.  No markup is made here.
verbatim.define("results", ({ words: { tokens }, match: { phrase, characters } }) => {
  const LONGEST = { zh: 120, en: 300 }; // characters of a text that are displayed around its first mark
  const BEFORE = { zh: 30, en: 80 };
  const TAGS = { zh: "zh-Hant", en: "en" };
  const BETWEEN = { zh: "、", en: ", " };
  const DAYS = {}; // formats, each made when it is first needed, because that is slow
  const GROUPS = ["best", "sentence", "row", "term", "person", "note", "place", "aside"];
  const JOINED = /[\d.,%％–—-]/; // what belongs to a number

  /** A text with its spans of characters marked, cut to what is near the first mark: pieces `[text, marked]`. */
  const pieces = (text, spans, lang) => {
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
      if (start < at) continue;
      if (at < start) found.push([text.slice(at, start), false]);
      found.push([text.slice(start, stop), true]);
      at = stop;
    }
    const rest = text.slice(at, to) + (to < text.length ? "…" : "");
    if (rest) found.push([rest, false]);
    return found;
  };

  /** A place near another where a text may be cut: in English not within a word, never within a number or between it and its unit. */
  const gap = (text, from, lang) => {
    let at = from;
    if (lang === "en") {
      const space = text.indexOf(" ", from);
      at = space < 0 ? from : space + 1;
      while (/\d[^ ]* $/.test(text.slice(Math.max(0, at - 12), at))) {
        const next = text.indexOf(" ", at);
        if (next < 0) return text.length;
        at = next + 1;
      }
      return at;
    }
    while (at < text.length && at > 0 && (JOINED.test(text[at - 1]) || JOINED.test(text[at]))) at++;
    return Math.min(text.length, at === from ? at : at + 2);
  };

  /** A page's address from the site's root. */
  const pageAddress = (page, lang, directory) => {
    const prefix = lang === "en" ? "en/" : "";
    if (!directory) return `${prefix}${page}.html`;
    return prefix + (page === "index" ? "" : page.endsWith("/index") ? page.slice(0, -5) : `${page}/`);
  };

  /** The spans of a hit in one language: what was found, or in a twin the forms of the term that the query is. */
  const spansOf = (hit, lang, terms, fold) => {
    const seen = hit.one[lang].seen;
    if (hit.spans[lang]) return characters(seen, hit.spans[lang]);
    const forms = terms.flatMap(term => term.forms[lang]).map(form => tokens(fold(form)).list);
    for (const form of forms.sort((a, b) => b.length - a.length)) {
      const found = phrase(seen, form);
      if (found) return characters(seen, found);
    }
    return [];
  };

  /** Why something is here that does not hold the words as they were typed. */
  const reason = (found, strings) => {
    const why = found.one.about ? "about" : found.foreign ? "twin" : found.reason || (found.changed ? "changed" : "");
    return why && strings[why];
  };

  /** Who speaks: one person, or several jointly. */
  const spoken = (one, own, names) => (one.speaker ?? "").split(" ").flatMap(id => names[id] ?? []).join(BETWEEN[own]);

  /** Where and when. */
  const occasion = (one, own) => {
    DAYS[own] ??= new Intl.DateTimeFormat(TAGS[own], { dateStyle: "long", timeZone: "UTC" });
    const day = one.day && DAYS[own].format(new Date(one.day));
    return [one.events?.[own], day].filter(Boolean).join(" · ");
  };

  /** Who speaks, where and when; of a heading its page. */
  const origin = (one, own, names) => {
    const title = one.kind === "place" && one.titles?.[own];
    return title ? [title] : [spoken(one, own, names), occasion(one, own), one.kind === "sentence" ? one.id : one.at];
  };

  /** A hit as it is displayed and where it leads: see `Verbatim.Hit`. */
  const hit = (found, { own, other, strings, terms, fold, directory, names }) => {
    const { one } = found;
    const shown = [own, other].filter(lang => one[lang]);
    const spans = Object.fromEntries(shown.map(lang => [lang, spansOf(found, lang, terms, fold)]));
    const marked = shown.find(lang => spans[lang].length);
    const texts = one.about || one.kind === "note" || !marked ? [] : spans[marked].map(([start, end]) => one[marked].text.slice(start, end));
    const query = texts.length && one.kind !== "place" ? `?${[...new Set(texts)].map(text => `h=${encodeURIComponent(text)}`).join("&")}` : "";
    const tag = lang => (lang === "zh" && one.tag && ["sentence", "row"].includes(one.kind) ? one.tag : TAGS[lang]);  // else our words
    const lines = shown.map(lang => ({ lang: one.about ? TAGS[lang] : tag(lang), pieces: pieces(one[lang].text, spans[lang], lang), role: lang !== own ? "twin" : one.about ? "said" : "text" }));
    if (one.about) lines.unshift({ lang: tag(own), pieces: [[one.own[own].text, false]], role: "text" });
    return {
      address: pageAddress(one.page, own, directory) + query + (one.anchor ? `#${one.anchor}` : ""),
      group: found.aside ? "aside" : found.exact && one.forms && !one.about ? "best" : one.kind,
      about: [strings[one.sort], ...origin(one, own, names)].filter(Boolean).join(" · "),
      why: reason(found, strings),
      foreign: found.foreign,
      speaker: spoken(one, own, names),
      event: occasion(one, own),
      lines,
    };
  };

  /** Hits by group, in the order of the groups; what is only said about something that is there already is left out. */
  const arranged = hits => {
    const seen = new Set();
    const place = address => address.replace(/\?[^#]*/, "");
    const once = hits.filter(({ address }) => !seen.has(place(address)) && seen.add(place(address)));
    return GROUPS.flatMap(group => once.filter(one => one.group === group));
  };

  /** The words of the texts that were searched for instead of similar ones. */
  const instead = (hits, own) => {
    const found = hits.flatMap(hit => hit.instead.map(spans => {
      const lang = spans[own] ? own : Object.keys(spans)[0];
      const [[first, end]] = spans[lang];
      const { seen, text } = hit.one[lang];
      return text.slice(seen.starts[first], seen.ends[end - 1]).toLowerCase();
    }));
    return [...new Set(found)].slice(0, 3);
  };

  /** What is reported of the whole list: how many results there are, how they were found, what no text holds, how many were left unread. */
  const message = ({ count, saying, left, query, instead: words, missing }, strings) => {
    if (!count) return strings.none.replace("#", () => query.slice(0, LONGEST.zh));
    const number = count === 1 ? strings.one : strings.many.replace("#", count);
    const other = words.length && `${strings.instead}${words.join(" · ")}`;
    const none = missing.length && `${strings.missing}${missing.slice(0, 3).join(" · ")}`;
    return [number, saying, none, other, left && strings.more.replace("#", left)].filter(Boolean).join(" · ").replace(/。 · /g, "。").replace(/\. · /g, ". ");
  };

  /** Where nothing is found: the words of the query that the texts hold, or that are near to them, and the words that offer them. */
  const nearest = (words, strings) => (words.length ? { say: strings.nearest, words: words.map(({ text, lang }) => ({ text, lang: TAGS[lang] })) } : null);

  return { pieces, hit, arranged, instead, message, nearest };
});
