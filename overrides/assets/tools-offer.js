// Shows the reader's tools, and fetches what a choice needs (tools.js) when there is one: made here, kept, or in the address.
verbatim.define("toolsOffer", ({ load, store, keys, notice, place }) => {
  const form = /** @type {HTMLFormElement} */ (document.querySelector("#tools"));
  const simplified = /** @type {HTMLButtonElement} */ (document.querySelector("[name=simplified]"));
  const { dataset } = document.documentElement;
  const choose = act => load.part("tools").then(act, () => {
    form?.reset();  // what is displayed is what was chosen before anything else
    for (const name of ["view", "awaited", "unread"]) delete dataset[name];
    notice.failed();
  });

  const query = new URLSearchParams(location.search);
  const values = { view: form ? ["side", "lines"] : [], reading: ["edited", "simplified"] };
  if (Object.keys(values).some(name => values[name].includes(query.get(name) ?? store.get(name)))) choose(() => {});
  if (simplified) {
    simplified.hidden = false;
    simplified.addEventListener("click", () => choose(tools => tools.turn()));
  }
  if (!form) return;
  form.hidden = false;
  // How many lines the bar has depends on fonts, width and view: the place of the address keeps clear of all of them.
  const bar = form.parentElement;
  const measure = () => {
    document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`);
    const covered = bar.getBoundingClientRect().bottom - place.named()?.getBoundingClientRect().top;
    if (covered > 0 && covered < bar.offsetHeight) scrollBy({ top: -covered, behavior: "instant" });
  };
  new ResizeObserver(measure).observe(bar);
  measure();
  form.addEventListener("change", ({ target: { name, value } }) => choose(tools => tools.choose(name, value)));
  addEventListener("keydown", event => {
    if (event.key === "v" && keys.shortcut(event)) choose(tools => tools.next());
  });
});
