// The views of a transcript page: one language, side by side, line by line.
verbatim.define("view", ({ lines, place }) => {
  let woven = false;
  /** The twin of a row of a table as a row like it. */
  const lined = (sentence, twin) => {
    const row = Object.assign(document.createElement("tr"), { className: twin.className, lang: twin.lang });
    row.append(...[...sentence.cells].map((one, at) => {
      const cell = one.cloneNode();
      cell.append(...twin.children[at].childNodes);
      return cell;
    }));
    return row;
  };
  const weave = twins => {
    const sentences = [...document.querySelectorAll(".speech .sentence")];
    // Before anything is moved: where one has no twin, the page and the script are of different states of the texts.
    if (!sentences.every(({ id }) => twins.has(id))) throw new Error("a sentence without its twin");
    for (const sentence of sentences) {
      const twin = twins.get(sentence.id).cloneNode(true);
      if (sentence.matches("tr")) {
        sentence.after(lined(sentence, twin));
        continue;
      }
      const row = Object.assign(document.createElement("span"), { className: "row" });
      sentence.replaceWith(row);
      row.append(sentence, twin);
      if (twin.lang === "en") twin.append(" ");  // Firefox copies one sentence right after the other
    }
    woven = true;
  };
  // Side by side, a selection stays in the column where it begins; one that begins outside, or of all, takes both.
  document.addEventListener("pointerdown", ({ target }) => {
    const { dataset } = document.documentElement;
    const line = dataset.view === "side" && target.closest?.(".row > *");
    if (line) dataset.selecting = line.matches(".twin-line") ? "twin" : "own";
    else delete dataset.selecting;
  });
  addEventListener("keydown", event => {
    if ((event.ctrlKey || event.metaKey) && event.key === "a") delete document.documentElement.dataset.selecting;
  });
  // What stays in its place while the view changes: the sentence of the address where it is seen, else the first one that begins below the bar.
  const inView = element => {
    const { top, bottom } = element?.getBoundingClientRect() ?? {};
    return top < innerHeight && bottom > 0 ? element : null;
  };
  const line = () => document.querySelector(".toolbar").getBoundingClientRect().bottom;
  const first = () => {
    const from = line();
    return [...document.querySelectorAll(".speech .sentence")].find(one => one.getBoundingClientRect().top >= from);
  };
  return {
    async show(value) {
      const twins = await lines.of(document.querySelector("#tools").dataset.twins);
      const named = place.named();
      const anchor = inView(named) ?? first();
      const before = anchor?.getBoundingClientRect().top;
      const focused = /** @type {HTMLElement} */ (document.activeElement);
      if (!woven) weave(twins);
      if (focused !== document.activeElement) focused.focus({ preventScroll: true });  // it was in a sentence that was moved
      document.documentElement.dataset.view = value;
      delete document.documentElement.dataset.awaited;
      if (named && !named.matches(":target")) location.replace(location.hash);  // WebKit forgets a target that was moved
      if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - Math.max(before, line()), behavior: "instant" });
      verbatim.parts.readings?.reread();
    },
  };
});
