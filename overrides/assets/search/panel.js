// The search as a reader meets it: a combobox whose list box holds the hits.  The focus stays in the box; the chosen hit is named by it.
// Opening and closing are in frame/search-box.js.
verbatim.define("search", ({ load, keys, notice, clipboard, element, finder }) => {
  const PAUSE = 60; // ms: a query takes less than that
  const AT_ONCE = 10; // hits that are laid out at first, and each time that the reader comes near the end of the list
  const dialog = document.querySelector(".md-search"), toggle = document.querySelector("#__search");
  const box = dialog.querySelector("input"), list = dialog.querySelector("[role=listbox]");
  const status = dialog.querySelector("[role=status]"), wrap = dialog.querySelector(".md-search__scrollwrap");
  const ghost = dialog.querySelector(".md-search__suggest"), share = dialog.querySelector("[data-copied]");
  const start = status.textContent;
  const own = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const find = finder.make(own, name => load.value(`search/${name}`), () => load.part("postings"));
  let hits = [], active = -1, answered = "", turn = 0, waiting;

  const line = (name, { lang, pieces }) =>
    element("span", { className: name, lang }, ...pieces.map(([text, marked]) => marked ? element("mark", {}, text) : text));
  const option = (hit, at) => {
    const about = element("span", { className: "hit-about" }, hit.about);
    if (hit.why) about.append(" ", element("span", { className: "hit-why" }, hit.why));
    const words = element("div", { className: "md-search-result__article" }, about, line("hit-text", hit.lines[0]), line("hit-twin", hit.lines[1]));
    const link = element("a", { className: "md-search-result__link", id: `hit-${at}`, role: "option", tabIndex: -1 }, words);
    link.href = new URL(hit.address, load.root).href;
    link.setAttribute("aria-selected", "false");
    link.setAttribute("aria-posinset", String(at + 1));
    link.setAttribute("aria-setsize", String(hits.length));
    return element("li", { className: "md-search-result__item", role: "presentation" }, link);
  };
  const more = () => {
    const from = list.childElementCount;
    list.append(...hits.slice(from, from + AT_ONCE).map((hit, number) => option(hit, from + number)));
  };
  const fill = () => { while (list.childElementCount < hits.length && wrap.scrollHeight - wrap.scrollTop < 2 * wrap.clientHeight) more(); };

  const choose = at => {
    list.children[active]?.firstElementChild.setAttribute("aria-selected", "false");
    active = at;
    while (at >= list.childElementCount) more();
    const link = list.children[at]?.firstElementChild;
    if (!link) return box.removeAttribute("aria-activedescendant");
    link.setAttribute("aria-selected", "true");
    box.setAttribute("aria-activedescendant", link.id);
    const view = wrap.getBoundingClientRect(), place = link.getBoundingClientRect();  // scrollIntoView would scroll the page as well
    const top = view.top + status.offsetHeight;  // the status covers the head of the list
    if (place.bottom > view.bottom) wrap.scrollTop += place.bottom - view.bottom;
    if (place.top < top) wrap.scrollTop -= top - place.top;
  };
  const offered = nearest => {
    const link = element("a", { href: `?q=${encodeURIComponent(nearest.text)}`, lang: nearest.lang }, nearest.text);
    link.addEventListener("click", event => {
      event.preventDefault();
      box.value = nearest.text;
      box.focus({ preventScroll: true });
      ask();
    });
    return [" ", nearest.say, " ", link];
  };
  const show = found => {
    hits = found.hits;
    active = -1;
    box.removeAttribute("aria-activedescendant");
    box.setAttribute("aria-expanded", String(hits.length > 0));
    list.replaceChildren();
    status.replaceChildren(answered.trim() ? found.message : start, ...(found.nearest ? offered(found.nearest) : []));
    const typed = box.value.split(/([\s-]+)/);
    const last = typed.pop();
    ghost.textContent = last && found.completion.startsWith(last) ? [...typed, found.completion].join("") : "";
    wrap.scrollTop = 0;
    more();
    fill();
  };

  /** Answers what is in the box; what a later key has overtaken is not displayed. */
  const ask = async () => {
    clearTimeout(waiting);
    waiting = undefined;
    const query = box.value, mine = ++turn;
    const address = new URL(location.href);
    address.hash = "";
    address.search = `?q=${encodeURIComponent(query.trim())}`;
    share.href = address.href;
    for (const control of dialog.querySelectorAll(".md-search__options > *")) control.tabIndex = query ? 0 : -1;
    try {
      const found = await find(query);
      if (mine !== turn) return;
      answered = query;
      show(found);
    } catch {
      if (mine === turn) status.textContent = load.strings.failed;
    }
  };
  const soon = () => {
    ghost.textContent = "";
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  };
  box.addEventListener("input", event => { if (!event.isComposing) soon(); });
  box.addEventListener("compositionend", soon);
  box.form.addEventListener("reset", () => setTimeout(() => {
    ask();
    box.focus({ preventScroll: true });
  }));
  wrap.addEventListener("scroll", fill, { passive: true });

  const move = step => choose((active + 1 + step + hits.length + 1) % (hits.length + 1) - 1);
  const go = async () => {
    if (waiting || box.value !== answered) await ask();
    list.children[Math.max(0, active)]?.firstElementChild.click();
  };
  box.addEventListener("keydown", event => {
    if (!keys.alone(event)) return;
    const act = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: go }[event.key];
    if (act) event.preventDefault();
    act?.();
    if (event.key !== "ArrowRight" || !ghost.textContent || box.selectionStart !== box.value.length) return;
    box.value = ghost.textContent;
    soon();
  });
  list.addEventListener("click", event => {  // a hit may lead to a place on this very page
    if (event.target.closest("a") && keys.alone(event) && !event.shiftKey) toggle.click();
  });
  share.addEventListener("click", async event => {
    event.preventDefault();
    await clipboard.copy(share.href);
    notice.say(share.dataset.copied);
  });
  return { ask };
});
