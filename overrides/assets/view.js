// The views of a transcript page: one language, side by side, line by line.  The twins have been fetched.
(() => {
  let woven = false;
  const weave = () => {
    for (const speech of document.querySelectorAll(".speech")) {
      for (const sentence of speech.querySelectorAll(".sentence")) {
        const row = Object.assign(document.createElement("span"), { className: "row" });
        sentence.replaceWith(row);
        row.append(sentence, verbatim.twin(sentence.id).cloneNode(true));
      }
    }
    woven = true;
  };
  verbatim.view = value => {
    const anchor = document.getElementById(location.hash.slice(1));
    const before = anchor?.getBoundingClientRect().top;
    if (!woven) weave();
    document.documentElement.dataset.view = value;
    delete document.documentElement.dataset.awaited;
    if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: "instant" });
    verbatim.reread?.();
  };
})();
