// Opens and closes the search, by hand and by key; fetches the search itself when it is opened for the first time.
verbatim.define("searchBox", ({ load, keys, notice }) => {
  const dialog = document.querySelector(".md-search");
  if (!dialog) return;
  const toggle = document.querySelector("#__search");
  const box = dialog.querySelector("input");
  let before, there = false;

  const search = act => load.part("search").then(part => part[act]()).then(() => { there = true; }, notice.failed);

  const open = () => {
    toggle.checked = true;
    search("ask");
  };
  const close = () => {
    toggle.checked = false;
    box.setAttribute("aria-expanded", "false");
    const address = new URL(location.href);
    if (!address.searchParams.has("q")) return;
    address.searchParams.delete("q");
    history.replaceState(history.state, "", address);
  };
  const focus = () => box.focus({ preventScroll: true });

  box.addEventListener("focus", ({ relatedTarget }) => {
    if (!dialog.contains(relatedTarget)) before = relatedTarget;
    open();
  });
  box.addEventListener("input", () => { if (!there) open(); });  // the next attempt, where the first one failed
  toggle.addEventListener("change", () => {  // at once: a phone brings up its keyboard only within the touch itself
    if (toggle.checked) focus();
    else close();
  });
  dialog.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !dialog.contains(relatedTarget)) close(); });
  dialog.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !keys.alone(event)) return;
    close();
    /** @type {HTMLElement} */ (document.activeElement).blur();
    before?.focus({ preventScroll: true });
  });
  box.form.addEventListener("submit", event => {  // Enter pressed before the search is there; later the search takes the key itself
    event.preventDefault();
    search("go");
  });

  const KEYS = { prev: [",", "p"], next: [".", "n"] };
  addEventListener("keydown", event => {
    if (toggle.checked || !keys.shortcut(event)) return;
    for (const [rel, names] of Object.entries(KEYS)) {
      const link = document.querySelector(`.md-footer [rel=${rel}]`);
      if (link && names.includes(event.key)) location.assign(link.href);
    }
    if (!["/", "f", "s"].includes(event.key)) return;
    event.preventDefault();
    focus();
    box.select();
  });

  const query = new URLSearchParams(location.search);
  if (query.has("q")) {
    box.value = query.get("q");
    focus();
  }
  if (document.activeElement === box) open();
  if (query.getAll("h").some(Boolean)) load.part("highlight").catch(notice.failed);
});
