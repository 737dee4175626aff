// The search box on the page: hears text that comes without a key, says what was found, and marks words on the page reached.
// Loaded when the box is first entered, or when the address asks for marks (?h=); the theme does the rest.
(() => {
  const box = document.querySelector("[data-md-component=search-query]");
  const result = document.querySelector("[data-md-component=search-result]");
  const meta = result.firstElementChild;
  const list = result.lastElementChild;

  // The theme listens to keys only: paste by mouse, dictation and input methods come without one.
  const heard = () => box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: false }));
  box.addEventListener("input", event => event.isComposing || heard());
  box.addEventListener("compositionend", heard);
  box.form.addEventListener("reset", () => setTimeout(heard));
  if (box.value) heard();

  // What the worker says about the whole list comes inside the first item.
  const say = () => {
    const none = list.querySelector(".hit-none");
    const saying = list.querySelector(".hit-say");
    if (none) {
      meta.replaceChildren(none, ...nearest());
      list.replaceChildren();
    } else if (saying) {
      meta.append(` · ${saying.textContent}`);
      saying.remove();
    }
  };
  const nearest = () => {
    const term = list.querySelector(".hit-near");
    if (!term) return [];
    const link = document.createElement("a");
    link.href = `?q=${encodeURIComponent(term.dataset.term)}`;
    link.append(term);
    term.dataset.mdScore = "0"; // the theme reads a score from what a link holds
    link.addEventListener("click", event => {
      event.preventDefault();
      event.stopPropagation(); // the theme closes the box when a link in it is followed
      box.value = term.dataset.term;
      box.focus();
      heard();
    });
    return [" ", list.querySelector(".hit-nearest"), " ", link];
  };
  new MutationObserver(say).observe(list, { childList: true });
  say();

  mark(new URLSearchParams(location.search).getAll("h").filter(Boolean));

  /** Mark words on the page, wherever links or emphasis cut them. */
  function mark(words) {
    const content = document.querySelector("article.md-content__inner");
    if (!words.length || !content) return;
    const aside = ".ref, .mark, .headerlink, script, style, [hidden]";
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT, node =>
      node.parentElement.closest(aside) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const nodes = [];
    let text = "";
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, start: text.length });
      text += walker.currentNode.data;
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
  }
})();
