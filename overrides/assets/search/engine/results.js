// Hits as the theme's result list takes them.  Everything from texts and queries is escaped here and nowhere else.

const LONGEST = { zh: 90, en: 220 }; // characters of a sentence that are shown around its first mark
const BEFORE = { zh: 24, en: 60 };
const TAGS = { zh: "zh-Hant", en: "en" };

function escaped(text) {
  return String(text).replace(/[&<>"']/g, one => `&#${one.charCodeAt(0)};`);
}

/** A text with its spans of characters marked, cut to what is near the first mark. */
function marked(text, spans, lang) {
  const [first] = spans[0] ?? [0];
  const whole = text.length <= LONGEST[lang] * 1.3;
  const from = whole || first <= BEFORE[lang] * 1.5 ? 0 : gap(text, first - BEFORE[lang], lang);
  const end = Math.max(from + LONGEST[lang], spans[0]?.[1] ?? 0);
  const to = whole ? text.length : Math.min(text.length, gap(text, end, lang));
  let html = from ? "…" : "";
  let at = from;
  for (const [start, end] of spans) {
    if (end > to) break;
    html += `${escaped(text.slice(at, start))}<mark data-md-highlight>${escaped(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escaped(text.slice(at, to)) + (to < text.length ? "…" : "");
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

/** A hit as an item of the theme's list: one document, all of whose words are in its title. */
function item(hit, score, world) {
  const { own, other, words, terms, fold, directory } = world;
  const { one } = hit;
  const spans = spansOf(hit, own, terms, fold);
  const found = [...new Set(spans.map(([start, end]) => one[own].text.slice(start, end)))];
  const label = { term: words.find_term, person: words.find_person, place: words.find_place, row: words[one.sort] }[one.kind];
  const title = one.titles && one.kind !== "sentence" && one.kind !== "row" ? one.titles[own] : one.titles?.[own] ?? "";
  const about = [label, title, one.kind === "sentence" ? one.id : ""].filter(Boolean);
  const why = hit.foreign ? words.find_twin : hit.changed ? words.find_changed : "";
  const query = found.length && one.kind !== "place" ? `?${found.map(text => `h=${encodeURIComponent(text)}`).join("&")}` : "";
  return [{
    location: pageAddress(one.page, own, directory) + query + (one.anchor ? `#${one.anchor}` : ""),
    title:
      `<span class="hit-about">${escaped(about.join(" · "))}${why ? ` <span class="hit-why">${escaped(why)}</span>` : ""}</span>` +
      `<span class="hit-text" lang="${TAGS[own]}">${marked(one[own].text, spans, own)}</span>` +
      `<span class="hit-twin" lang="${TAGS[other]}">${marked(one[other].text, spansOf(hit, other, terms, fold), other)}</span>`,
    text: "",
    score,
    terms: {},
  }];
}

/** What is to be said above the list travels inside its first item; page.js puts it where it belongs. */
function saying(items, text) {
  if (text && items.length) items[0][0].title += `<span class="hit-say" hidden>${escaped(text)}</span>`;
  return items;
}

/** Nothing found: one item that page.js turns into a sentence with the nearest term. */
function nothing(query, near, world) {
  const say = world.words.find_none.replace("#", () => query);
  const term = near ? `<span class="hit-near" data-term="${escaped(near.text)}" lang="${TAGS[near.lang]}">${escaped(near.text)}</span>` : "";
  const title = `<span class="hit-none">${escaped(say)}</span>${near ? ` <span class="hit-nearest">${escaped(world.words.find_nearest)}</span>` : ""}${term}`;
  return [[{ location: near ? pageAddress(near.page, world.own, world.directory) + (near.anchor ? `#${near.anchor}` : "") : "", title, text: "", score: 0, terms: {} }]];
}
