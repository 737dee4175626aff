// The search as a reader meets it: a combobox whose list box holds the hits.  The focus stays in the box; the chosen hit is named by it.
// Opening and closing are in frame/search-box.js, the controls that narrow the list in search/narrowing.js.
verbatim.define("search", ({ load, own, store, keys, notice, painted, clipboard, element, panels, suggest, finder, narrowing }) => {
  const PAUSE = 60; // ms: a query takes less than that
  const SETTLED = 300; // ms without a key: what is fetched for a word that may only be begun waits so long
  const AT_ONCE = 10; // hits that are laid out at first, and each time that the reader comes near the end of the list

  const addressed = query => `?${new URLSearchParams({ q: query.trim() })}`;

  /** Puts what the search displays into the dialog, and answers what is in the box from then on. */
  const begin = markup => {
    const dialog = document.querySelector(".md-search"), toggle = document.querySelector("#__search");
    const box = dialog.querySelector("input");
    const [overlay, options, ghost, output] = markup.children;
    dialog.prepend(overlay);
    box.form.append(options, ghost);
    box.form.after(output);
    const list = dialog.querySelector("[role=listbox]");
    const status = dialog.querySelector("[role=status]"), wrap = dialog.querySelector(".md-search__scrollwrap");
    const share = dialog.querySelector("[data-copied]");
    const start = status.textContent;
    const had = new Set(["index", "zh", "en"]);  // of the files, those that any query needs, and those that are here
    const settled = fetch => async name => {
      const mine = turn, left = typed + SETTLED - performance.now();
      if (!had.has(name) && left > 0) {
        await new Promise(done => setTimeout(done, left));
        if (mine !== turn) throw new Error(name);  // a later key has overtaken it
      }
      const got = await fetch(name);
      had.add(name);
      return got;
    };
    const find = finder.make(own, settled(name => load.value(`search/${name}`)), settled(load.part));
    const wish = { twins: store.get("twins") === "true", about: false };
    let found = null, hits = [], links = [], active = -1, answered = "", turn = 0, typed = 0, waiting;

    const line = ({ lang, pieces, role }) =>
      element("span", { className: `hit-${role}`, lang }, ...pieces.map(([text, marked]) => marked ? element("mark", {}, text) : text));
    const option = (hit, at) => {
      const about = element("span", { className: "hit-about" }, hit.about);
      if (hit.why) about.append(" ", element("span", { className: "hit-why" }, hit.why));
      const lines = hit.lines.filter(({ role }) => role !== "twin" || hit.foreign || wish.twins);
      const words = element("div", { className: "md-search-result__article" }, about, ...lines.map(line));
      const link = element("a", { className: "md-search-result__link", id: `hit-${at}`, role: "option", tabIndex: -1 }, words);
      link.href = new URL(hit.address, load.root).href;
      link.setAttribute("aria-selected", "false");
      link.setAttribute("aria-posinset", String(at + 1));
      link.setAttribute("aria-setsize", String(hits.length));
      links.push(link);
      return element("div", { className: "md-search-result__item", role: "presentation" }, link);
    };
    const group = name => {
      const label = found.narrowing.strings[name];
      const count = hits.filter(one => one.group === name).length;  // of those that the reader has narrowed the list to
      const made = element("div", { role: "group" }, element("div", { className: "hit-group", ariaHidden: "true" }, label, element("span", {}, String(count))));
      made.setAttribute("aria-label", `${label} ${count}`);
      made.dataset.group = name;
      return made;
    };
    const more = () => {
      for (const hit of hits.slice(links.length, links.length + AT_ONCE)) {
        if (list.lastElementChild?.dataset.group !== hit.group) list.append(group(hit.group));
        list.lastElementChild.append(option(hit, links.length));
      }
    };
    const fill = () => { while (links.length < hits.length && wrap.scrollHeight - wrap.scrollTop < 2 * wrap.clientHeight) more(); };

    const choose = at => {
      links[active]?.setAttribute("aria-selected", "false");
      active = at;
      while (at >= links.length && links.length < hits.length) more();
      const link = links[at];
      if (!link) return box.removeAttribute("aria-activedescendant");
      link.setAttribute("aria-selected", "true");
      box.setAttribute("aria-activedescendant", link.id);
      const view = wrap.getBoundingClientRect(), place = link.getBoundingClientRect();  // scrollIntoView would scroll the page as well
      const top = view.top + status.offsetHeight;  // the status covers the head of the list
      if (place.bottom > view.bottom) wrap.scrollTop += place.bottom - view.bottom;
      if (place.top < top) wrap.scrollTop -= top - place.top;
    };
    const offered = ({ say, words }) => {
      const all = words.map(({ text, lang }) => {
        const link = element("a", { href: addressed(text), lang }, text);
        link.addEventListener("click", event => {
          event.preventDefault();
          box.value = text;
          box.focus({ preventScroll: true });
          ask();
        });
        return [" ", link];
      });
      return [" ", say, ...all.flat()];
    };
    const layOut = passing => {
      hits = passing;
      links = [];
      active = -1;
      box.removeAttribute("aria-activedescendant");
      box.setAttribute("aria-controls", list.id);  // here, because the panel is on no page until it is opened
      box.setAttribute("aria-expanded", String(hits.length > 0));
      list.replaceChildren();
      more();
      wrap.scrollTop = 0;  // lays the list out, which is then measured
      fill();
      wrap.tabIndex = wrap.scrollHeight > wrap.clientHeight ? 0 : -1;  // the keyboard scrolls it too
    };
    const narrow = narrowing.make(dialog.querySelector(".search-narrow"), box, {
      passed(some) {
        const said = some.length < found.hits.length ? `${found.narrowing.strings.shown.replace("#", String(some.length))} · ` : "";
        status.replaceChildren(answered.trim() ? said + found.message : start, ...(found.nearest ? offered(found.nearest) : []));
        layOut(some);
      },
      wished(name, value) {
        wish[name] = value;
        if (name === "twins") store.set("twins", String(value));
        ask();
      },
    });
    const show = (got, again) => {
      found = got;
      ghost.textContent = suggest.whole(box.value, found.completion);
      list.dataset.answered = answered;
      narrow.show(found, wish, again);
    };

    /** Makes the link to the search lead to what is in the box, whether it is answered or still being typed. */
    const link = () => { share.href = addressed(box.value); };

    /** Displays what is said about the texts too, if it holds more of a query; what the texts hold stays where that does not arrive. */
    const further = (query, mine) => find(query, { ...wish, about: "more" }).then(all => {
      if (mine === turn && active < 0) show(all, true);
    }, () => {});

    /** Answers what is in the box, and lays it out in a task of its own, so that a key need not wait for both; what a later key has overtaken is not displayed. */
    const ask = async () => {
      clearTimeout(waiting);
      waiting = undefined;
      const query = box.value, mine = ++turn;
      link();
      for (const control of dialog.querySelectorAll(".md-search__options > *")) control.tabIndex = query ? 0 : -1;
      const again = query === answered;
      if (!again) wish.about = false;
      try {
        const got = await find(query, wish).finally(painted);
        if (mine !== turn) return;
        answered = query;
        show(got, again);
        if (got.further) await further(query, mine);
      } catch {
        if (mine !== turn) return;
        show(finder.NOTHING);
        status.textContent = load.strings.failed;
      }
    };
    const soon = () => {
      turn++;
      typed = performance.now();
      link();
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
    wrap.addEventListener("scroll", fill);

    const move = step => choose((active + step + hits.length + 2) % (hits.length + 1) - 1);
    const go = async () => {
      if (waiting || box.value !== answered) await ask();
      links[Math.max(0, active)]?.click();
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
    list.addEventListener("click", event => {  // a hit may lead to a place on this very page; from another one, Back leads to the search
      const hit = event.target.closest("a");
      if (!hit || !keys.alone(event) || event.shiftKey) return;
      if (hit.pathname === location.pathname) toggle.click();
      else history.replaceState(history.state, "", share.href + location.hash);
    });
    share.addEventListener("click", async event => {
      event.preventDefault();
      link();
      await clipboard.copy(share.href);
      notice.say(share.dataset.copied);
    });
    return { ask, go };
  };

  let begun;
  const panel = () => begun ??= panels("search").then(begin).catch(error => {
    begun = undefined;  // it may arrive at the next attempt
    throw error;
  });
  return {
    ask: async () => (await panel()).ask(),
    go: async () => (await panel()).go(),
  };
});
