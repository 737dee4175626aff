// The controls that narrow the list of hits: by group, speaker and event; and two wishes: the twins of the hits, and what is said about the texts.
verbatim.define("narrowing", ({ element }) => {
  const LISTS = ["speaker", "event"];

  /** The controls in `bar`, in whose place `box` has the focus where one of them goes; `passed` is called with the hits that they let pass, `wished` with a wish and its value. */
  const make = (bar, box, { passed, wished }) => {
    let chosen = {}, choices = [], hits = [];
    /** The hits that have what is chosen, whatever they have of the `free` property. */
    const passing = free => hits.filter(hit => Object.entries(chosen).every(([name, value]) => !value || name === free || hit[name] === value));
    /** Lets hits pass, and counts at each control those that it would let pass beside the others. */
    const pass = () => {
      for (const { made, name, value, label } of choices) {
        const count = passing(name).filter(hit => !value || hit[name] === value).length, pressed = value === (chosen[name] ?? "");
        made.textContent = `${label} ${count}`;
        made.disabled = !count && !pressed;
        if (made.type) made.ariaPressed = String(pressed);  // an option says so itself
      }
      passed(passing());
    };
    const choose = (name, value) => {
      chosen[name] = value;
      pass();
    };
    const button = (text, pressed, act) => {
      const made = element("button", { type: "button", ariaPressed: String(pressed) }, text);
      made.addEventListener("click", act);
      return made;
    };
    /** One control for each value of a property that the hits have, and one for all; none where all have the same. */
    const valuesOf = (name, all, labelOf, make) => {
      const values = [...new Set(hits.map(hit => hit[name]))].filter(Boolean);
      const some = values.length > 1 ? ["", ...values].map(value => ({ name, value, label: value ? labelOf(value) : all, made: make(value) })) : [];
      choices.push(...some);
      return some.map(one => one.made);
    };
    const list = (name, label, all) => {
      const options = valuesOf(name, label + all, value => value, value => element("option", { value }));
      if (!options.length) return [];
      const made = element("select", { ariaLabel: label }, ...options);
      made.value = chosen[name] ?? "";
      made.addEventListener("change", () => choose(name, made.value));
      return [made];
    };
    return {
      /** Offers what narrows the hits of an answer, and the wishes as they are; what is chosen stays for the same query (`again`). */
      show(found, wish, again) {
        ({ hits } = found);
        choices = [];
        chosen = Object.fromEntries(Object.entries(again ? chosen : {}).filter(([name, value]) => hits.some(hit => hit[name] === value)));
        const { strings, more } = found.narrowing ?? {};
        const focused = bar.contains(document.activeElement) && document.activeElement.textContent;
        bar.hidden = !strings;
        bar.replaceChildren();
        if (strings) {
          const chips = valuesOf("group", strings.all, name => strings[name], value => button("", false, () => choose("group", value)));
          const lists = LISTS.flatMap(name => list(name, strings[name], strings.any));
          const about = wish.about || more ? [button(strings.further, wish.about, () => wished("about", !wish.about))] : [];
          const twins = hits.length ? [button(strings.twins, wish.twins, () => wished("twins", !wish.twins))] : [];
          bar.append(...chips, ...lists, ...about, ...twins);
        }
        pass();
        if (focused) ([...bar.children].find(one => one.textContent === focused) ?? box).focus();  // what had the focus is made again
      },
    };
  };

  return { make };
});
