// The glossary as a tool: filters its entries as a reader types; opens a term in context.
verbatim.define("glossary", ({ load, shared, place, keys, notice, painted, farParts, termFilter }) => {
  const form = document.querySelector("#glossary-finder");
  const { find: input, only } = form.elements, status = form.querySelector("[role=status]");
  const message = name => form.querySelector(`[data-word=${name}]`).textContent;
  let filter = termFilter.make("");
  const texts = (element, selector) => [...element.querySelectorAll(selector)].map(found => found.textContent);
  const formsOf = element => {
    const head = element.querySelector("h3");
    return filter.entry({
      zh: texts(element, 'h3 > [lang^="zh-Han"], .forms > span'),
      pinyin: texts(head, ".pinyin")[0] ?? "",
      en: [...texts(head, ".rendering"), ...(head.dataset.forms?.split("|") ?? [])],
    });
  };
  const entries = [...document.querySelectorAll(".entry")].map(element => ({ element, kinds: element.dataset.kinds.split(" ") }));
  // Read once something is typed: the forms of all entries would hold a phone up while the page is arriving.
  const forms = new Map();
  const found = element => {
    if (!input.value.trim()) return true;
    if (!forms.has(element)) forms.set(element, formsOf(element));
    return filter.finds(forms.get(element), input.value);
  };
  const groups = [...document.querySelectorAll("section.group")];

  let later, asked = 0;
  const show = (prefix = "") => {
    asked += 1;
    let left = 0;
    for (const { element, kinds } of entries) {
      const shown = (!only.value || kinds.includes(only.value)) && found(element);
      element.hidden = !shown;
      if (!shown) element.removeAttribute("style");  // it is far again when it appears again
      left += Number(shown);
    }
    farParts.lay();
    for (const group of groups) group.hidden = !group.querySelector(".entry:not([hidden])");
    const count = message("found").replace("{shown}", left);
    clearTimeout(later);  // reported once the reader pauses: at every key it would talk over the typing
    later = setTimeout(() => {
      status.textContent = [prefix, left ? count : message("none")].filter(Boolean).join(" ");
      if (document.documentElement.dataset.reading) verbatim.parts.readings?.reread();
    }, 250);
  };
  const keep = (hash = "") => {
    const url = new URL(location.href);
    for (const { name, value } of [input, only]) {
      url.searchParams.delete(name);
      if (value.trim()) url.searchParams.set(name, value.trim());
    }
    url.hash = hash;
    history.replaceState(history.state, "", url);
  };
  const read = () => {
    const query = new URLSearchParams(location.search);
    input.value = query.get("find") ?? "";
    only.value = query.get("only") ?? "";
    if (only.selectedIndex < 0) only.value = "";  // a kind that the glossary does not have
  };
  // What was pressed or typed is painted first; what is typed meanwhile is answered once.
  const changed = () => {
    keep();
    const mine = asked += 1;
    painted().then(() => { if (mine === asked) show(); });
  };

  // What else is known of a term is a link until its entry is opened; then that of all terms is fetched once.
  // Its sentences are links until they are opened; then the twin lines are fetched once and put below the links.
  const code = document.documentElement.lang.slice(0, 2);
  const reveal = async opened => {
    try {
      const more = opened.matches(".entry[open]") && opened.querySelector(".more");
      if (more) {
        const facts = (await shared(`assets/data/terms-${code}`))[opened.id];
        if (!facts) throw new Error("a term without its facts");  // the page is of another state of the texts
        more.outerHTML = facts;
      }
      if (!opened.matches(".context[open]")) return;
      const [context, concordance] = await Promise.all([load.part("context"), shared("assets/data/concordance")]);
      context.show(opened, concordance);
    } catch {
      notice.failed();  // the links are still there; the next opening tries again
    }
  };
  document.addEventListener("toggle", ({ target }) => reveal(target), true);
  for (const opened of document.querySelectorAll(".entry[open]")) reveal(opened);  // the address may have opened one before this ran

  // Which Simplified character may be typed for another is fetched before anything is; until then the same characters match.
  const learn = () => shared("assets/data/folding").then(pairs => {
    filter = termFilter.make(pairs);
    forms.clear();
    show();
  }).catch(notice.failed);
  input.addEventListener("focus", learn);
  input.addEventListener("input", event => { if (!event.isComposing) changed(); });  // half a character finds nothing
  input.addEventListener("compositionend", changed);
  only.addEventListener("change", changed);
  form.addEventListener("submit", event => event.preventDefault());
  input.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !input.value || !keys.alone(event)) return;
    event.stopPropagation();
    event.preventDefault();
    input.value = "";
    changed();
  });
  addEventListener("popstate", () => {
    read();
    show();
  });
  read();
  form.hidden = false;
  show();
  if (input.value) learn();
  // An entry that is arrived at is displayed: a filter that hides it is cleared.
  place.arrive((target, change) => {
    if (!target.closest("[hidden]")) return !change;
    input.value = only.value = "";
    keep(location.hash);
    show(message("cleared"));
    return true;
  });
});
