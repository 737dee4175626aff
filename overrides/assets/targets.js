// The register as a tool: sorts and filters the tables of the page.  The state is in the address; without this the tables are complete.
verbatim.define("targets", ({ load, place, notice, painted, register, registerForm, sortHeads, farParts }) => {
  const { form, facets, sort, descending, find } = registerForm;
  const status = form.querySelector("[role=status]");
  const message = name => form.querySelector(`[data-word=${name}]`).textContent;
  let fold = register.folder("");
  // Texts are folded once something is typed: all of them would hold a phone up while the page is arriving.
  const texts = new Map();
  // A row holds the words in both languages; the speaker's name in the other one, so that a link to the other page finds the same.
  const twins = Object.fromEntries([...form.querySelectorAll("[data-twin]")].map(({ value, dataset }) => [value, dataset.twin]));
  const textOf = element => texts.get(element) ?? texts.set(element, fold(`${element.textContent} ${twins[element.dataset.speaker] ?? ""}`)).get(element);

  const tables = [...document.querySelectorAll("table.rows")].map(table => {
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...table.tBodies[0].rows].map((element, place) => {
      const facts = register.facts(element.dataset, table.dataset.kind);
      const cells = Object.fromEntries(heads.map(({ dataset }, at) => [dataset.sort, element.cells[at].textContent]));
      return { element, place, cells, facts, get text() { return textOf(element); } };
    });
    const none = Object.assign(document.createElement("p"), { className: "no-rows" });
    table.parentElement.after(none);
    return { table, heads: heads.filter(({ dataset }) => dataset.sort), rows, none };
  });
  const all = tables.flatMap(({ rows }) => rows);
  const ranks = Object.fromEntries(facets.map(({ name, options }) => [name, [...options].map(({ value }) => value)]));
  const compare = () => sort.value ? register.comparison(sort.value, all, ranks, document.documentElement.lang) : undefined;
  const sorted = rows => register.sorted(rows, compare(), descending.checked);
  const chosen = () => ({ ...registerForm.chosen(), find: fold(find.value) });
  const labels = new Map(facets.flatMap(({ options }) => [...options].map(one => [one, one.textContent])));  // a reading may change them later
  // Every choice but the first, which is any, states how many rows it would leave; what would leave none cannot be chosen.
  const count = ({ name, options }, filters) => {
    const left = all.filter(row => register.passes(row, filters, name));
    for (const option of [...options].slice(1)) {
      const number = left.filter(row => row.facts[name] === option.value).length;
      option.textContent = `${labels.get(option)} (${number})`;
      option.disabled = !number && !option.selected;
    }
  };
  const fill = (shown, total) => message("shown").replace("{shown}", shown).replace("{total}", total).replace(/\{total\|(.*?)\|(.*?)\}/, total === 1 ? "$1" : "$2");
  /** What is asked of the rows, in words; on paper, which has no form, too. */
  const filtered = () => [...facets.map(({ value, selectedOptions: [one] }) => value && labels.get(one)), find.value.trim()].filter(Boolean).join(" · ");
  let asked = 0;
  const show = (prefix = "") => {
    asked += 1;
    const filters = chosen(), said = filtered();
    let total = 0;
    for (const { table, heads, rows, none } of tables) {
      let left = 0;
      for (const row of rows) {
        const passes = register.passes(row, filters);
        row.element.hidden = !passes;
        left += Number(passes);
        if (!passes) row.element.removeAttribute("style");  // it is far again when it appears again
      }
      const body = table.tBodies[0], order = sorted(rows).map(row => row.element);
      if (order.some((element, number) => element !== body.rows[number])) body.append(...order);  // else it is all laid out twice
      total += left;
      none.hidden = left > 0;
      none.textContent = message("none");
      table.parentElement.hidden = !left;
      table.caption.querySelector(".shown").textContent = said && `${said} · ${fill(left, rows.length)}`;
      sortHeads.mark(heads);
    }
    farParts.lay();
    for (const facet of facets) count(facet, filters);
    for (const label of form.querySelectorAll("[data-repeated]")) label.hidden = !label.control.value;  // a link may use it
    verbatim.parts.cite?.remove();
    const text = [prefix, fill(total, all.length)].filter(Boolean).join(" ");
    if (status.textContent !== text) status.textContent = text;
    form.querySelector("[type=reset]").disabled = !said && !sort.value && !descending.checked;
    if (document.documentElement.dataset.reading) verbatim.parts.readings?.reread();
  };

  const bare = () => Object.assign(registerForm.address(), { hash: "" });
  // What was pressed or typed is painted first; what is typed meanwhile is answered once.
  const soon = () => {
    const mine = asked += 1;
    painted().then(() => { if (mine === asked) show(); });
  };
  const changed = () => {
    const url = bare();
    if (url.search !== location.search) history.pushState(null, "", url);
    soon();
  };
  const typed = () => {
    history.replaceState(history.state, "", bare());  // not a step back for every key
    soon();
  };

  const download = () => load.part("download").then(part => part.save(form.dataset)).catch(notice.failed);

  // Which Simplified character may be typed for another is fetched before anything is; until then the same characters match.
  const learn = () => load.value(form.dataset.folding).then(pairs => {
    fold = register.folder(pairs);
    texts.clear();
    show();
  }).catch(notice.failed);

  form.addEventListener("change", changed);
  find.addEventListener("focus", learn);
  find.addEventListener("input", event => { if (!event.isComposing) typed(); });  // half a character finds nothing
  find.addEventListener("compositionend", typed);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", event => {
    event.preventDefault();
    registerForm.clear();
    sort.value = "";
    descending.checked = false;
    changed();
    facets[0].focus();
  });
  form.querySelector(".csv").addEventListener("click", download);
  addEventListener("popstate", () => {
    registerForm.read();
    show();
  });
  // The words of an entry are in one language: what is typed finds other rows in the other one.
  const other = /** @type {HTMLAnchorElement} */ (document.querySelector("a.language"));
  other.onfocus = other.onclick = () => { other.href = other.href.replace(/find=[^&#]*&?/, ""); };
  sortHeads.make(tables.flatMap(({ heads }) => heads), changed);
  registerForm.read();
  form.hidden = false;
  show();
  if (find.value) learn();
  // A row that is arrived at is displayed: filters that hide it are cleared.
  place.arrive((target, change) => {
    if (!target.closest("tr[hidden]")) return !change;
    registerForm.clear();
    history.replaceState(history.state, "", registerForm.address());
    show(message("cleared"));
    return true;
  });
});
