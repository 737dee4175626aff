// The controls that narrow the list of hits: by group, speaker and event; and two wishes: the twins of the hits, and what is said about the texts.
verbatim.define("narrowing", ({ element }) => {
  /** The controls in `bar`; `passed` is called with what is chosen, `wished` with a wish and its value. */
  function make(bar, { passed, wished }) {
    let chosen = {};
    const button = (text, pressed, act) => {
      const made = element("button", { type: "button", ariaPressed: String(pressed) }, text);
      made.addEventListener("click", act);
      return made;
    };
    const choose = (name, value) => {
      chosen = { ...chosen, [name]: value };
      for (const one of bar.querySelectorAll("[data-group]")) one.ariaPressed = String(one.dataset.group === (chosen.group ?? ""));
      passed(chosen);
    };
    const chip = ({ name, label, count }) => {
      const made = button(`${label} ${count}`, name === "", () => choose("group", name));
      made.dataset.group = name;
      return made;
    };
    const list = (name, { label, all, values }) => {
      const options = values.map(one => element("option", { value: one.value }, `${one.value} ${one.count}`));
      const made = element("select", { ariaLabel: label }, element("option", { value: "" }, `${label}${all}`), ...options);
      made.addEventListener("change", () => choose(name, made.value));
      return made;
    };
    return {
      /** Offers what narrows some hits, and the wishes as they are. */
      show(offered, wish) {
        chosen = {};
        bar.hidden = !offered;
        if (!offered) return bar.replaceChildren();
        const { groups, total, labels, speakers, events } = offered;
        const chips = groups.length > 1 ? [{ name: "", label: labels.all, count: total }, ...groups].map(chip) : [];
        const lists = Object.entries({ speaker: speakers, event: events }).filter(([, { values }]) => values.length > 1);
        const about = wish.about || !offered.more ? [] : [button(labels.about, false, () => wished("about", true))];
        const twins = total ? [button(labels.twins, wish.twins, () => wished("twins", !wish.twins))] : [];
        const focused = bar.contains(document.activeElement) && document.activeElement.textContent;
        bar.replaceChildren(...chips, ...lists.map(([name, one]) => list(name, one)), ...about, ...twins);
        if (focused) ([...bar.children].find(one => one.textContent === focused) ?? bar.firstElementChild)?.focus();  // what had the focus is made again
      },
    };
  }

  return { make };
});
