// The register as a tool: sorts and filters the tables of the page.  The state lives in the address; without this the tables are whole.
(() => {
  const form = document.querySelector("#register-tool");
  const columns = form.dataset.columns.split(" ");
  const FACETS = ["speaker", "field", "kind", "operator", "strength", "time"];
  const status = form.querySelector("[role=status]");
  const word = name => form.querySelector(`[data-word=${name}]`).textContent;
  const rank = name => new Map([...form.elements[name].options].map((option, place) => [option.value, place]));
  const ranks = { speaker: rank("speaker"), strength: rank("strength"), time: rank("time") };
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const units = new Map();

  // Each row carries its place in the register and what it is sorted and filtered by; a hyphen stands for nothing.
  const read = element => {
    const [place, ...values] = element.dataset.row.split(" ");
    const fact = Object.fromEntries(columns.map((name, column) => [name, values[column] === "-" ? "" : values[column]]));
    fact.kind = element.closest("table").dataset.kind;
    if (!units.has(fact.unit)) units.set(fact.unit, units.size);
    fact.speaker ||= "none";
    fact.time = fact.time_basis || (fact.kind === "figure" ? "" : "none");
    return { element, place: Number(place), fact, what: element.cells[0].textContent };
  };
  const tables = [...document.querySelectorAll("table.rows")].map(table => {
    const rows = [...table.tBodies[0].rows].map(read);
    const none = Object.assign(document.createElement("p"), { className: "none-left", hidden: true });
    table.parentElement.after(none);
    return { table, rows, none };
  });
  const all = tables.flatMap(({ rows }) => rows);

  const compare = {
    what: (a, b) => collator.compare(a.what, b.what),
    amount: (a, b) => units.get(a.fact.unit) - units.get(b.fact.unit) || (a.fact.value || a.fact.low) - (b.fact.value || b.fact.low),
    time: (a, b) => (a.fact.year || 9999) - (b.fact.year || 9999) || ranks.time.get(a.fact.time) - ranks.time.get(b.fact.time),
    strength: (a, b) => ranks.strength.get(a.fact.strength) - ranks.strength.get(b.fact.strength),
    speaker: (a, b) => ranks.speaker.get(a.fact.speaker) - ranks.speaker.get(b.fact.speaker),
  };
  const passes = (row, but) => FACETS.every(name => name === but || !form.elements[name].value || row.fact[name] === form.elements[name].value);
  const sorted = rows => {
    const by = compare[form.elements.sort.value] ?? (() => 0);
    const turn = form.elements.descending.checked ? -1 : 1;
    return [...rows].sort((a, b) => turn * (by(a, b) || a.place - b.place));
  };

  // Every choice tells how many rows it would leave; what would leave none cannot be chosen.
  const count = name => {
    for (const option of form.elements[name].options) {
      if (!option.value) continue;
      const left = all.filter(row => passes(row, name) && row.fact[name] === option.value).length;
      option.textContent = `${option.textContent.replace(/ \(\d+\)$/, "")} (${left})`;
      option.disabled = !left && !option.selected;
    }
  };
  const say = text => { if (status.textContent !== text) status.textContent = text; };
  const filtered = () => FACETS.some(name => form.elements[name].value);
  const mark = ({ table }) => {
    for (const head of table.tHead.rows[0].cells) {
      const here = head.dataset.sort && head.dataset.sort === form.elements.sort.value;
      if (here) head.setAttribute("aria-sort", form.elements.descending.checked ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  };
  const show = said => {
    for (const one of tables) {
      let left = 0;
      for (const row of one.rows) left += !(row.element.hidden = !passes(row));
      const body = one.table.tBodies[0], order = sorted(one.rows).map(row => row.element);
      if (order.some((element, place) => element !== body.rows[place])) body.append(...order);  // else it is all laid out twice
      one.none.hidden = left > 0;
      one.none.textContent = word("none");
      one.table.parentElement.hidden = !left;
      one.table.caption.querySelector(".shown").textContent = filtered() ? ` ${fill(left, one.rows.length)}` : "";
      mark(one);
    }
    FACETS.forEach(count);
    globalThis.verbatim?.uncite?.();
    say([said, fill(all.filter(row => !row.element.hidden).length, all.length)].filter(Boolean).join(" "));
    form.querySelector("[type=reset]").disabled = !filtered() && !form.elements.sort.value && !form.elements.descending.checked;
    if (document.documentElement.dataset.reading) verbatim.reread?.();
  };
  const fill = (shown, total) => word("shown").replace("{shown}", shown).replace("{total}", total);

  // The address and the form say the same.
  const toForm = () => {
    const query = new URLSearchParams(location.search);
    for (const name of [...FACETS, "sort"]) {
      const select = form.elements[name], wanted = query.get(name) ?? "";
      select.value = [...select.options].some(option => option.value === wanted) ? wanted : "";
    }
    form.elements.descending.checked = query.has("descending");
  };
  const address = () => {
    const url = new URL(location);
    for (const name of [...FACETS, "sort"]) {
      url.searchParams.delete(name);
      if (form.elements[name].value) url.searchParams.set(name, form.elements[name].value);
    }
    url.searchParams.delete("descending");
    if (form.elements.descending.checked) url.searchParams.set("descending", "1");
    return url;
  };
  const changed = () => {
    const url = address();
    url.hash = "";
    if (url.search !== location.search) history.pushState(null, "", url);
    show();
  };

  // Whoever arrives at a row sees it: filters that hide it are cleared.
  const arrive = moved => {
    const row = all.find(({ element }) => `#${element.id}` === location.hash);
    if (row?.element.hidden) {
      for (const name of FACETS) form.elements[name].value = "";
      history.replaceState(history.state, "", address());
      show(word("cleared"));
      moved = true;
    }
    if (moved) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  };

  // The download holds lines of the open data and nothing else; they are fetched when asked for.
  const cell = text => /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const download = async () => {
    const shown = form.elements.sort.value ? tables.flatMap(({ rows }) => sorted(rows)) : sorted(all);
    try {
      await verbatim.load(`rows-${form.dataset.event}.js`);
    } catch { return; }  // the next press tries again
    const { columns: head, lines } = globalThis.verbatimRows;
    const table = [head, ...shown.filter(row => !row.element.hidden).map(row => lines[row.element.id])];
    const text = table.map(line => `${line.map(cell).join(",")}\n`).join("");
    const file = new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" });  // the mark tells spreadsheets that it is UTF-8
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: `${form.dataset.event}-targets.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  // On a phone the heads of the tables are not seen, and what is not seen takes no focus: there the form sorts.
  const narrow = matchMedia("(max-width: 44.99em)");
  const buttons = tables.flatMap(({ table }) => [...table.tHead.rows[0].cells]).filter(head => head.dataset.sort).map(head => {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "sort" });
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const { sort, descending } = form.elements, key = head.dataset.sort;
      const third = sort.value === key && descending.checked;
      descending.checked = sort.value === key && !third;
      sort.value = third ? "" : key;
      changed();
    });
    return button;
  });
  const reach = () => { for (const button of buttons) button.tabIndex = narrow.matches ? -1 : 0; };
  narrow.addEventListener("change", reach);
  reach();

  form.addEventListener("change", changed);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", event => {
    event.preventDefault();
    for (const name of [...FACETS, "sort"]) form.elements[name].value = "";
    form.elements.descending.checked = false;
    changed();
    form.elements.speaker.focus();
  });
  form.querySelector(".csv").addEventListener("click", download);
  addEventListener("popstate", () => { toForm(); show(); });
  addEventListener("hashchange", () => arrive(false));
  toForm();
  form.hidden = false;
  show();
  arrive(Boolean(location.hash));
})();
