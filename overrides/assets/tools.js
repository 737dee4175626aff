// The reader's choices: a view (one language, side by side, line by line) and a reading of the Chinese.
// A choice is kept in the address, so that it can be shared, and for the next page.  Fetched when there is a choice (tools-offer.js).
verbatim.define("tools", ({ load, shared, store, notice, painted }) => {
  const root = document.documentElement, form = document.querySelector("#tools");
  const simplified = document.querySelector("[name=simplified]");
  const inputs = name => [...form?.querySelectorAll(`[name=${name}]`) ?? []];
  const displayed = { view: "one", reading: "received" };
  const first = { ...displayed };
  const wanted = { ...displayed };

  // Two columns need room; on a narrow screen they are offered line by line.
  const narrow = matchMedia("(max-width: 44.99em)");
  const fit = value => value === "side" && narrow.matches ? "lines" : value;
  // A reading is displayed where a control leads back: on an English page beside the Chinese.
  const inForce = name => name === "view" || !root.lang.startsWith("en") || wanted.view !== "one" ? wanted[name] : first[name];

  const makers = {
    view: async () => (await Promise.all([load.part("view"), load.value(form.dataset.twins)]))[0],
    reading: async () => (await Promise.all([load.part("readings"), shared("assets/data/readings")]))[0],
  };
  // One change after another, so that a choice made while an earlier one is being displayed is displayed after it.
  const changes = {};
  const display = async name => {
    if (inForce(name) === displayed[name]) return;
    const part = await makers[name]();
    const value = inForce(name);  // the reader may have chosen again meanwhile
    if (value !== displayed[name]) await part.show(value);
    displayed[name] = value;
  };
  const show = name => changes[name] = Promise.resolve(changes[name]).catch(() => {}).then(() => display(name));
  const check = (name, value) => {
    for (const input of inputs(name)) input.checked = input.value === value;
    if (name === "reading") simplified?.setAttribute("aria-pressed", value === "simplified");
  };
  const keep = (name, value) => {
    const address = new URL(location.href);
    if (value === first[name]) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
    history.replaceState(history.state, "", address);
    store.set(name, value);
  };
  const back = (name, value) => {
    if (wanted[name] !== value) return;
    check(name, wanted[name] = displayed[name]);
    delete root.dataset.unread;
    if (name === "view") {
      root.dataset.view = displayed.view;
      delete root.dataset.awaited;
    }
    notice.failed();
  };
  const choose = async (name, value) => {
    check(name, value);
    keep(name, wanted[name] = value);  // at once: the reader may leave the page before it is displayed
    await painted();
    for (const one of new Set([name, "reading"])) {  // a reading may be in force in the one view and not in the other
      const asked = wanted[one];
      try {
        await show(one);
      } catch {
        back(one, asked);
        keep(one, wanted[one]);
      }
    }
    keep(name, wanted[name]);  // again, where the choice was kept before these tools had arrived and was then taken back
  };

  const query = new URLSearchParams(location.search);
  const start = (name, values) => {
    const value = fit(query.get(name) ?? store.get(name));
    if (!values.includes(value)) return;
    check(name, value);
    if (store.get(name) === null) store.set(name, value);  // who comes by a link and has chosen nothing yet goes on with what it displays
    wanted[name] = value;
    show(name).catch(() => back(name, value));
  };
  if (inputs("view").length) start("view", ["side", "lines"]);
  if (form || simplified) start("reading", ["edited", "simplified"]);
  narrow.addEventListener("change", () => check("view", fit(wanted.view)));
  return {
    choose,
    /** Simplified characters, or the text as it was received again. */
    turn: () => choose("reading", wanted.reading === "simplified" ? "received" : "simplified"),
    /** The next view of those that are offered. */
    next() {
      const views = inputs("view").map(({ value }) => value).filter(value => value === fit(value));
      if (views.length) choose("view", views[(views.indexOf(fit(wanted.view)) + 1) % views.length]);
    },
  };
});
