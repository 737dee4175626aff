// Displays the Chinese of the page in a reading: text in place, so that ids, links and marks stay.
verbatim.define("readings", ({ load, shared, readingText }) => {
  let change;
  const BLOCKS = "p, li, td, th, h1, h2, h3, h4, dt, dd, caption, figcaption, summary, label, legend, button, nav a, title, .twin-line, .row > .sentence";
  const ATTRIBUTES = ["aria-label", "title", "placeholder", "data-label", "alt"];
  let original = new WeakMap();
  const given = new WeakMap();  // the language that an element had before a reading changed it
  const kept = new WeakMap();
  let reading = "received";

  const chinese = element => element?.closest("[lang]")?.lang.startsWith("zh-Han") && !element.closest("[translate=no], [data-word], script, style, template");

  const own = element => given.get(element) ?? element.lang;
  /** The change that a reading makes of Chinese in an element: text that was received in Simplified characters has changes of its own. */
  const changing = element => change[own(element.closest("[lang]")) === "zh-Hans" ? `hans_${reading}` : reading];

  // The text nodes of a block are read as one text, because a slip may begin in one and end in the next.
  const blocks = root => {
    const found = new Map();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!chinese(node.parentElement)) continue;
      const block = node.parentElement.closest(BLOCKS) ?? node.parentElement;
      const script = changing(node.parentElement);
      const texts = found.get(block) ?? new Map();
      found.set(block, texts.set(script, [...(texts.get(script) ?? []), node]));
    }
    return [...found.values()].flatMap(texts => [...texts.values()]);
  };
  const rewrite = nodes => {
    for (const node of nodes) if (!original.has(node)) original.set(node, node.data);
    const source = node => reading === "simplified" && node.parentElement.closest("q") ? readingText.single(original.get(node)) : original.get(node);
    const text = changing(nodes[0].parentElement)(nodes.map(source).join(""));
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
      for (const [name, value] of Object.entries(values)) if (value !== null) element.setAttribute(name, changing(element)(value));
    }
  };
  const tag = () => {
    for (const element of document.querySelectorAll("[lang^=zh-Han]:not([translate=no])")) {
      if (!given.has(element)) given.set(element, element.lang);
      const before = given.get(element);
      element.lang = reading === "simplified" ? "zh-Hans" : reading === "edited" && before === "zh-Hans" ? "zh-Hant" : before;
    }
  };
  const apply = root => {
    for (const nodes of blocks(root)) rewrite(nodes);
    attributes(root);
  };
  const reread = () => {
    if (!change) return;  // the rules are not there yet: what displays them reads everything
    apply(document.documentElement);
    tag();
  };
  const watch = new MutationObserver(changes => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node.isConnected) apply(node.nodeType === 1 ? node : node.parentElement);
    tag();
  });
  const display = value => {
    reading = value;
    watch.disconnect();
    reread();
    document.documentElement.dataset.reading = reading;
    delete document.documentElement.dataset.unread;
    if (reading !== "received") watch.observe(document.body, { childList: true, subtree: true });
  };
  return {
    reread,
    async show(value) {
      const event = location.href.slice(load.root.href.length).replace(/^en\//, "").split("/")[0];
      change ??= readingText.make(await shared("assets/data/readings"), event);
      display(value);
    },
    around(cut) {
      const now = reading;
      if (now !== "received") display("received");
      cut();
      original = new WeakMap();
      if (now !== "received") display(now);
    },
  };
});
