// The search as a reader meets it: a combobox whose list box holds the hits.  The focus stays in the box; the chosen hit is named by it.
// Opening and closing are in frame/search-box.js, hits in search/hits.js, what narrows them in search/narrowing.js, what waits for keys in search/typing.js.
verbatim.define("search", ({ load, shared, own, store, keys, notice, painted, clipboard, element, panels, suggest, finder, narrowing, hits, typing }) => {
  const dialog = document.querySelector(".md-search"), toggle = document.querySelector("#__search"), box = dialog.querySelector("input");
  const wish = { twins: store.get("twins") === "true", about: false };
  const addressed = query => `?${new URLSearchParams({ q: query.trim() })}`;

  /** Makes the link to the search lead to what is in the box, whether it is answered or still being typed. */
  const aim = share => { share.href = addressed(box.value); };

  /** Words that may be asked for instead, as links for which `ask` asks at once. */
  const offered = ({ say, words }, ask) => {
    const all = words.map(({ text, lang }) => {
      const link = element("a", { href: addressed(text), lang }, text);
      link.addEventListener("click", event => {
        if (!keys.alone(event) || event.shiftKey) return;
        event.preventDefault();
        box.value = text;
        box.focus({ preventScroll: true });
        ask();
      });
      return [" ", link];
    });
    return [" ", say, ...all.flat()];
  };

  /** What displays an answer: its message, the controls that narrow it, its hits, and how the word being typed may go on. */
  const displaying = (output, ghost, ask) => {
    const [wrap] = output.children, [status, bar, list] = wrap.firstElementChild.children;
    const start = status.textContent, shown = hits.make(box, list, wrap, status);
    let found;
    const narrow = narrowing.make(bar, box, {
      passed(some) {
        const strings = found.narrowing?.strings;
        const said = some.length < found.hits.length ? `${strings.shown.replace("#", String(some.length))} · ` : "";
        status.replaceChildren(list.dataset.answered.trim() ? said + found.message : start, ...(found.nearest ? offered(found.nearest, ask) : []));
        shown.show(some, strings, wish.twins);
      },
      wished(name, value) {
        wish[name] = value;
        if (name === "twins") store.set("twins", String(value));
        ask();
      },
    });
    const show = (answer, query, again) => {
      found = answer;
      ghost.textContent = suggest.whole(box.value, found.completion);
      list.dataset.answered = query;
      narrow.show(found, wish, again);
    };
    const fail = query => {
      show(finder.NOTHING, query);
      status.textContent = load.strings.failed;
    };
    return { ...shown, show, fail };
  };

  /** Answers keys in the box. */
  const press = (share, ghost, { ask, go, move }) => {
    const soon = () => {
      typing.soon(ask);
      aim(share);
      ghost.textContent = "";
    };
    box.addEventListener("input", event => { if (!event.isComposing) soon(); });
    box.addEventListener("compositionend", soon);
    box.form.addEventListener("reset", () => setTimeout(() => {
      ask();
      box.focus({ preventScroll: true });
    }));
    box.addEventListener("keydown", event => {
      if (!keys.alone(event)) return;
      const act = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: go }[event.key];
      if (act) {
        event.preventDefault();
        act();
      }
      if (event.key !== "ArrowRight" || !ghost.textContent || box.selectionStart !== box.value.length) return;
      box.value = ghost.textContent;
      soon();
    });
  };

  /** Answers clicks on hits and on the link to the search. */
  const click = (share, output) => {
    output.addEventListener("click", event => {  // a hit may lead to a place on this very page; from another one, Back leads to the search
      const hit = event.target.closest(".md-search-result__link");
      if (!hit || !keys.alone(event) || event.shiftKey) return;
      if (hit.pathname === location.pathname) toggle.click();
      else history.replaceState(history.state, "", share.href + location.hash);
    });
    share.addEventListener("click", async event => {
      event.preventDefault();
      aim(share);
      await clipboard.copy(share.href);
      notice.say(share.dataset.copied);
    });
  };

  /** Puts what the search displays into the dialog, and answers what is in the box from then on. */
  const begin = markup => {
    const [overlay, options, ghost, output] = markup.children, [share] = options.children;
    dialog.prepend(overlay);
    box.form.append(options, ghost);
    box.form.after(output);
    const get = name => (name.includes("/") ? load.value(name.replace("/", "/search/")) : shared(`search/${name}`));  // the parts of an event are in its folder
    const find = finder.make(own, typing.settled(get), typing.settled(load.part));
    let answered = "";

    /** Displays what is said about the texts too, if it holds more of a query; what the texts hold stays where that does not arrive. */
    const further = (query, late) => find(query, { ...wish, about: "more" }).then(all => {
      if (!late() && !view.chosen()) view.show(all, query, true);
    }, () => {});

    /**
     * Answers what is in the box, and lays it out in a task of its own, so that a key need not wait for both; whether it did: what a later
     * key has overtaken, or comes after the search was closed, is not displayed.
     */
    const ask = async () => {
      const query = box.value, overtaken = typing.next(), again = query === answered;
      const late = () => overtaken() || !toggle.checked;
      aim(share);
      for (const control of options.children) control.tabIndex = query ? 0 : -1;
      wish.about &&= again;
      try {
        const got = await find(query, wish).finally(painted);
        if (late()) return;
        answered = query;
        view.show(got, query, again);
        if (got.further) await further(query, late);
        return !late();
      } catch {
        if (late()) return;
        view.fail(answered);
      }
    };
    const go = async () => {
      if (!typing.waits() && box.value === answered && view.any() || await ask()) view.go();
    };
    const view = displaying(output, ghost, ask);
    press(share, ghost, { ask, go, move: view.move });
    click(share, output);
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
