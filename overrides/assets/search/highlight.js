// Marks words on the page that a search has led to (?h=), wherever links or emphasis cut them.
verbatim.define("highlight", () => {
  const words = new URLSearchParams(location.search).getAll("h").filter(Boolean);
  const content = document.querySelector("article.md-content__inner");
  if (!words.length || !content) return;
  const aside = "script, style, [hidden]";
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT, node =>
    node.parentElement.closest(aside) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const nodes = [];
  let text = "";
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  const either = words.sort((a, b) => b.length - a.length).map(word => {
    const bound = /^[\w.]/.test(word) ? ["(?<![\\w.])", /\d$/.test(word) ? "(?![\\d]|[.,]\\d)" : /\w$/.test(word) ? "(?!\\w)" : ""] : ["", ""];
    return bound[0] + word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+") + bound[1];
  });
  const spans = [...text.matchAll(new RegExp(either.join("|"), "gi"))].map(found => [found.index, found.index + found[0].length]);
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
});
