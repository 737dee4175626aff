// The readings of the Chinese: as received, edited Traditional, Simplified.  Every change keeps the length of the text, so
// links and marks inside a sentence keep their places.
(() => {
  const { slips, words, characters } = verbatimReadings;
  const table = new Map(Array.from({ length: characters.length / 2 }, (_, i) => [characters[2 * i], characters[2 * i + 1]]));
  const escape = text => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const replacer = pairs => {
    const finds = Object.keys(pairs).sort((a, b) => b.length - a.length).map(escape);
    return finds.length ? text => text.replace(new RegExp(finds.join("|"), "g"), found => pairs[found]) : text => text;
  };
  const mend = replacer(slips);
  const known = new RegExp(`(${Object.keys(words).map(escape).join("|") || "(?!)"})`);
  // Marks within a quotation: where the mainland's stand around it, they are single ones.
  const single = text => text.replace(/“/g, "‘").replace(/”/g, "’");
  const within = text => text.replace(/「[^「」]*」/g, single);
  const change = {
    received: text => text,
    edited: mend,
    simplified: text => within(mend(text)).split(known).map(one => words[one] ?? [...one].map(letter => table.get(letter) ?? letter).join("")).join(""),
  };
  const BLOCKS = "p, li, td, th, h1, h2, h3, h4, dt, dd, caption, figcaption, summary, label, legend, button, nav a, title, .twin-line, .row > .sentence";
  const ATTRIBUTES = ["aria-label", "title", "placeholder", "data-label", "alt"];
  const original = new WeakMap();
  const kept = new WeakMap();
  let reading = "received";

  const chinese = element => element?.closest("[lang]")?.lang.startsWith("zh-Han") && !element.closest("[translate=no], script, style, template");

  // The text nodes of a block are read as one text, because a slip may begin in one and end in the next.
  const blocks = root => {
    const found = new Map();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!chinese(node.parentElement)) continue;
      const block = node.parentElement.closest(BLOCKS) ?? node.parentElement;
      found.set(block, [...(found.get(block) ?? []), node]);
    }
    return found.values();
  };
  const rewrite = nodes => {
    for (const node of nodes) if (!original.has(node)) original.set(node, node.data);
    const said = node => reading === "simplified" && node.parentElement.closest("q") ? single(original.get(node)) : original.get(node);
    const text = change[reading](nodes.map(said).join(""));
    let start = 0;
    for (const node of nodes) {
      const end = start + original.get(node).length;
      if (node.data !== text.slice(start, end)) node.data = text.slice(start, end);
      start = end;
    }
  };
  const attributes = root => {
    for (const element of root.querySelectorAll?.(ATTRIBUTES.map(name => `[${name}]`).join(",")) ?? []) {
      if (!chinese(element)) continue;
      const values = kept.get(element) ?? Object.fromEntries(ATTRIBUTES.map(name => [name, element.getAttribute(name)]));
      kept.set(element, values);
      for (const [name, value] of Object.entries(values)) if (value !== null) element.setAttribute(name, change[reading](value));
    }
  };
  const tag = () => {
    const [from, to] = reading === "simplified" ? ["zh-Hant", "zh-Hans"] : ["zh-Hans", "zh-Hant"];
    for (const element of document.querySelectorAll(`[lang="${from}"]:not([translate=no])`)) element.lang = to;
  };
  const apply = root => {
    for (const nodes of blocks(root)) rewrite(nodes);
    attributes(root);
  };
  const watch = new MutationObserver(changes => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node.nodeType === 1) apply(node);
    tag();
  });
  verbatim.received = node => original.get(node) ?? node.data;
  verbatim.reread = () => { apply(document.documentElement); tag(); };
  verbatim.reading = value => {
    reading = value in change ? value : "received";
    watch.disconnect();
    verbatim.reread();
    document.documentElement.dataset.reading = reading;
    if (reading !== "received") watch.observe(document.body, { childList: true, subtree: true });
  };
})();
