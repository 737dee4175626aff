// Marks words on the page that a search has led to (?h=), wherever links or emphasis cut them, in every reading; in a twin line also
// the renderings of the terms and the numbers that are marked in its sentence.
verbatim.define("highlight", ({ shared }) => {
  const words = new URLSearchParams(location.search).getAll("h").filter(word => word.trim());
  const content = document.querySelector("article.md-content__inner");
  if (!words.length || !content) return;
  const ASIDE = "script, style, [hidden], mark";

  /** The words as they were received are looked for, whatever reading is displayed. */
  const received = cut => (verbatim.parts.readings ? verbatim.parts.readings.around(cut) : cut());

  const pattern = wanted => {
    const either = [...wanted].sort((a, b) => b.length - a.length).map(word => {
      const bound = /^[\w.]/.test(word) ? ["(?<![\\w.]|\\d,)", /\d$/.test(word) ? "(?![\\d]|[.,]\\d)" : /\w$/.test(word) ? "(?!\\w)" : ""] : ["", ""];
      return bound[0] + word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+") + bound[1];
    });
    return new RegExp(either.join("|"), "gi");
  };
  const mark = (root, wanted, aside) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, node =>
      node.parentElement.closest(aside) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const nodes = [];
    let text = "";
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      nodes.push({ node, start: text.length });
      text += node.data;
    }
    const spans = [...text.matchAll(pattern(wanted))].map(found => [found.index, found.index + found[0].length]);
    for (const { node, start } of nodes.reverse()) {
      for (const [from, to] of spans.filter(([a, b]) => a < start + node.data.length && b > start).reverse()) {
        const range = document.createRange();
        range.setStart(node, Math.max(0, from - start));
        range.setEnd(node, Math.min(node.data.length, to - start));
        const marked = document.createElement("mark");
        marked.dataset.mdHighlight = "";
        range.surroundContents(marked);
      }
    }
  };

  /** The renderings of each term in both languages, by its id. */
  const renderings = async () => {
    const [codes, ...texts] = await Promise.all(["index", "zh", "en"].map(name => shared(`search/${name}`)));
    return new Map(codes.head.terms.map((id, at) => [id, texts.flatMap(one => one.head.terms[at])]));
  };
  const twins = async () => {
    const terms = await renderings();
    received(() => {
      for (const row of content.querySelectorAll(".row")) {
        const marks = [...row.querySelectorAll(".sentence mark")];
        const links = [...row.querySelectorAll("a.term")].filter(link => link.querySelector("mark") || link.closest("mark"));
        const numbers = marks.map(one => one.textContent.replace(/,(?=\d{3})/g, "")).filter(text => /^[\d.]+%?$/.test(text));
        const grouped = numbers.map(text => text.replace(/\d(?=(?:\d{3})+(?!\d))/g, "$&,"));
        const wanted = [...words, ...numbers, ...grouped, ...links.flatMap(link => terms.get(link.hash.slice(1)) ?? [])];
        for (const line of row.querySelectorAll(".twin-line")) mark(line, wanted, ASIDE);
      }
    });
  };
  const woven = () => content.querySelector(".twin-line");
  const watch = new MutationObserver(() => {
    if (!woven()) return;
    watch.disconnect();
    twins();
  });

  received(() => mark(content, words, `${ASIDE}, .twin-line`));
  if (woven()) twins();
  else watch.observe(content, { childList: true, subtree: true });
});
