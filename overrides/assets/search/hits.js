// The hits in the list box of the search: laid out in groups, as far as the reader scrolls or goes; one of them may be chosen.
verbatim.define("hits", ({ load, element }) => {
  const AT_ONCE = 10; // hits that are laid out at first, and each time that the reader comes near the end of the list

  const line = ({ lang, pieces, role }) =>
    element("span", { className: `hit-${role}`, lang }, ...pieces.map(([text, marked]) => marked ? element("mark", {}, text) : text));
  const option = (hit, at, count, twins) => {
    const about = element("span", { className: "hit-about" }, hit.about);
    if (hit.why) about.append(" ", element("span", { className: "hit-why" }, hit.why));
    const lines = hit.lines.filter(({ role }) => role !== "twin" || hit.foreign || twins);
    const words = element("div", { className: "md-search-result__article" }, about, ...lines.map(line));
    const link = element("a", { className: "md-search-result__link", id: `hit-${at}`, role: "option", tabIndex: -1 }, words);
    link.href = new URL(hit.address, load.root).href;
    link.setAttribute("aria-selected", "false");
    link.setAttribute("aria-posinset", String(at + 1));
    link.setAttribute("aria-setsize", String(count));
    return link;
  };
  const group = (name, hits, strings) => {
    const label = strings[name];
    const count = hits.filter(one => one.group === name).length;  // of those that the reader has narrowed the list to
    const head = element("div", { className: "hit-group", ariaHidden: "true" }, label, element("span", {}, String(count)));
    const made = element("div", { role: "group" }, head);
    made.setAttribute("aria-label", `${label} ${count}`);
    made.dataset.group = name;
    return made;
  };

  const reveal = (link, wrap, status) => {
    const view = wrap.getBoundingClientRect(), place = link.getBoundingClientRect();  // scrollIntoView would scroll the page as well
    const top = view.top + status.offsetHeight;  // the status covers the head of the list
    if (place.bottom > view.bottom) wrap.scrollTop += place.bottom - view.bottom;
    if (place.top < top) wrap.scrollTop -= top - place.top;
  };

  /** The hits in `list`, which `wrap` scrolls below `status`; the focus stays in `box`, which names the chosen hit. */
  const make = (box, list, wrap, status) => {
    let hits = [], links = [], active = -1, strings, twins;
    const more = () => {
      for (const hit of hits.slice(links.length, links.length + AT_ONCE)) {
        if (list.lastElementChild?.dataset.group !== hit.group) list.append(group(hit.group, hits, strings));
        const link = option(hit, links.length, hits.length, twins);
        list.lastElementChild.append(element("div", { className: "md-search-result__item", role: "presentation" }, link));
        links.push(link);
      }
    };
    const fill = () => { while (links.length < hits.length && wrap.scrollHeight - wrap.scrollTop < 2 * wrap.clientHeight) more(); };
    wrap.addEventListener("scroll", fill);
    const choose = at => {
      links[active]?.setAttribute("aria-selected", "false");
      active = at;
      while (at >= links.length && links.length < hits.length) more();
      const link = links[at];
      if (!link) return box.removeAttribute("aria-activedescendant");
      link.setAttribute("aria-selected", "true");
      box.setAttribute("aria-activedescendant", link.id);
      reveal(link, wrap, status);
    };
    return {
      /** Lays hits out again, under the names that `strings` has for their groups; with their lines in the other language, if `twins`. */
      show(...given) {
        [hits, strings, twins] = given;
        links = [];
        choose(-1);
        box.setAttribute("aria-controls", list.id);  // here, because the panel is on no page until it is opened
        box.setAttribute("aria-expanded", String(hits.length > 0));
        list.replaceChildren();
        more();
        wrap.scrollTop = 0;  // lays the list out, which is then measured
        fill();
        wrap.tabIndex = wrap.scrollHeight > wrap.clientHeight ? 0 : -1;  // the keyboard scrolls it too
      },
      /** Chooses the next hit or (-1) the one before; none comes before the first and after the last. */
      move: step => choose((active + step + hits.length + 2) % (hits.length + 1) - 1),
      chosen: () => active >= 0,
      any: () => links.length > 0,
      /** Follows the chosen hit, else the first. */
      go: () => links[Math.max(0, active)]?.click(),
    };
  };

  return { make };
});
