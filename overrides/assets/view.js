// The views of a transcript page: one language, side by side, line by line.
verbatim.define("view", ({ lines, place }) => {
  let woven = false;
  const weave = twins => {
    for (const sentence of document.querySelectorAll(".speech .sentence")) {
      const row = Object.assign(document.createElement("span"), { className: "row" });
      sentence.replaceWith(row);
      row.append(sentence, twins.get(sentence.id).cloneNode(true));
    }
    woven = true;
  };
  return {
    async show(value) {
      const twins = await lines.of(document.querySelector("#tools").dataset.twins);
      const anchor = place.named();
      const before = anchor?.getBoundingClientRect().top;
      if (!woven) weave(twins);
      document.documentElement.dataset.view = value;
      delete document.documentElement.dataset.awaited;
      if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: "instant" });
      verbatim.parts.readings?.reread();
    },
  };
});
