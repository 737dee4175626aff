// Shows the reader's tools, and fetches what a choice needs (tools.js) when there is one: made here, kept, or in the address.
verbatim.define("toolsOffer", ({ load, store, keys, notice, place }) => {
  const form = /** @type {HTMLFormElement} */ (document.querySelector("#tools"));
  const simplified = /** @type {HTMLButtonElement} */ (document.querySelector("[name=simplified]"));
  const root = document.documentElement;
  /**
   * @param {(tools: any) => void} [act] - what is done with the tools
   * @param {string} [name] - the choice that is given up where they do not arrive
   */
  const choose = (act, name) => load.part("tools").then(act, () => {
    form?.reset();  // what is displayed is what was chosen before anything else
    if (name) store.set(name, form[name].value);
    for (const mark of ["view", "awaited", "unread"]) delete root.dataset[mark];
    notice.failed();
  });

  const query = new URLSearchParams(location.search);
  const values = { view: form ? ["side", "lines"] : [], reading: form || simplified ? ["edited", "simplified"] : [] };  // where nothing would lead back, the text is as it was received
  if (Object.keys(values).some(name => values[name].includes(query.get(name) ?? store.get(name)))) choose();
  if (simplified) {
    simplified.hidden = false;
    simplified.addEventListener("click", () => choose(tools => tools.turn()));
  }
  if (!form) return;
  form.hidden = false;
  // How many lines the bar has depends on fonts, width and view: the place of the address keeps clear of all of them.
  const bar = form.parentElement;
  let height = 2.25;  // one line (transcript.css); only what differs is said, because the whole page is styled again by it
  const measure = () => {
    const now = bar.offsetHeight / parseFloat(getComputedStyle(root).fontSize);
    if (Math.abs(now - height) > 0.1) root.style.setProperty("--bar", `${height = now}rem`);
    const target = place.named();
    const covered = bar.getBoundingClientRect().bottom - target?.getBoundingClientRect().top;
    if (covered > 0 && covered < bar.offsetHeight) target.scrollIntoView({ behavior: "instant" });
  };
  new ResizeObserver(measure).observe(bar);  // which measures it the first time, too
  form.addEventListener("change", ({ target: { name, value } }) => {
    store.set(name, value);  // at once: the reader may leave the page before the tools have arrived
    choose(tools => tools.choose(name, value), name);
  });
  addEventListener("keydown", event => {
    if (event.key === "v" && keys.shortcut(event)) choose(tools => tools.next());
  });
});
