// The sentences of a term in both languages, the term marked, put below the links that lead to them.
verbatim.define("context", ({ own, element }) => {
  const ORDER = own === "zh" ? [0, 1] : [1, 0];
  // A range cut at the edges of spans: where each piece begins and ends, and whether it lies in a span.
  const cut = (start, end, spans) => {
    const parts = [];
    let done = start;
    for (const [first, last] of spans) {
      const [from, to] = [Math.max(first, start), Math.min(last, end)];
      if (from >= to) continue;
      if (done < from) parts.push([done, from, false]);
      parts.push([from, to, true]);
      done = to;
    }
    return done < end ? [...parts, [done, end, false]] : parts;
  };
  const TAGS = ["zh-Hant", "en"];
  const line = ([text, foreign], marks, lang, tag) => {
    const letters = [...text];  // spans count characters, strings halves of some
    const words = (start, end) => cut(start, end, foreign).map(([from, to, other]) => {
      const piece = letters.slice(from, to).join("");
      return other ? element("span", { lang: TAGS[1 - lang] }, piece) : piece;
    });
    const parts = cut(0, letters.length, marks).flatMap(([from, to, marked]) => marked ? [element("mark", {}, ...words(from, to))] : words(from, to));
    return element("p", { lang: tag ?? TAGS[lang] }, ...parts);
  };
  /** Whether an entry of the list leads to a place (event/address). */
  const leadsTo = (item, place) => {
    const link = item.querySelector("a.address"), [event, address] = place.split("/");
    return link.hash === `#${address}` && link.pathname.includes(`/${event}/`);
  };
  return {
    show(details, { sentences, terms, tags = {} }) {
      const items = [...details.querySelectorAll("li")];
      if (items[0].querySelector("p")) return;
      const occurs = Object.entries(terms[details.closest(".entry").id]);
      const found = items.map(item => occurs.find(([place]) => leadsTo(item, place)));
      if (found.includes(undefined)) throw new Error("a place without its sentence");  // the page is of another state of the texts
      for (const [number, [place, marks]] of found.entries()) {
        for (const lang of ORDER) items[number].append(line(sentences[place][lang], marks[lang], lang, lang === 0 ? tags[place.split("/")[0]] : undefined));
      }
    },
  };
});
