// The entry that a link of the text leads to, displayed beside the link.
verbatim.define("popover", ({ element, panels, place }) => {
  let panel, opener, wanted;
  const pages = /** @type {Record<string, Promise<Document>>} */ ({});

  const fetched = address => pages[address] ??= fetch(address).then(async answer => {
    if (!answer.ok) throw new Error(address);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }).catch(error => {
    delete pages[address];  // it may arrive at the next attempt
    throw error;
  });
  const entry = async link => {
    const [address, here] = [link.href, location.href].map(one => one.split(/[?#]/)[0]);
    const found = place.named(link.hash, address === here ? document : await fetched(address));
    if (!found) throw new Error(link.href);
    const copy = document.importNode(found, true);
    for (const inside of copy.querySelectorAll("a[href]")) inside.href = new URL(inside.getAttribute("href"), link.href);
    for (const idle of copy.querySelectorAll(".facts, .context, .more, .permalink, .cite-open, [hidden]")) idle.remove();
    for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
    return copy;
  };
  // An entry of the register or an error of the source is a row of a table: its head, then each cell under the name of its column.
  const taken = (cell, tag, facts = {}) => {
    const copy = element(tag, facts, ...cell.childNodes);
    for (const name of ["lang", "translate"]) if (cell.hasAttribute(name)) copy.setAttribute(name, cell.getAttribute(name));
    return copy;
  };
  const cells = row => {
    const [head, ...rest] = row.cells;
    const facts = rest.flatMap(cell => [element("dt", {}, cell.dataset.label), taken(cell, "dd")]);
    return [taken(head, "p", { className: "popover-title" }), element("dl", {}, ...facts)];
  };
  const term = details => {
    const [summary, ...rest] = details.children;
    return [element("p", { className: "popover-title" }, ...summary.firstElementChild.childNodes), ...rest];
  };
  const parts = found => found.matches("tr") ? cells(found) : found.matches("details") ? term(found) : [...found.childNodes];

  // Below the link, or above it where there is more room and it needs that; never over it.
  const beside = link => {
    const { left, bottom, top } = link.getBoundingClientRect();
    const above = top - document.querySelector(".md-header").offsetHeight - 16, below = innerHeight - bottom - 16;
    panel.style.maxHeight = `min(60vh, ${Math.max(above, below)}px)`;
    const { width, height } = panel.getBoundingClientRect();
    const isAbove = height > below && above > below;
    panel.classList.toggle("above", isAbove);
    panel.style.setProperty("--left", `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`);
    panel.style.setProperty("--top", `${scrollY + (isAbove ? top - height - 8 : bottom + 8)}px`);
  };
  const prepare = ({ firstElementChild }) => {
    panel = firstElementChild;
    panel.popover = "auto";
    panel.querySelector("button").addEventListener("click", () => panel.hidePopover());
    // It stands at the end of the page: who tabs out of it goes on from the link.
    panel.addEventListener("keydown", event => {
      const stops = [...panel.querySelectorAll("a[href], button")];
      const last = event.shiftKey ? [panel, stops[0]] : [stops.at(-1)];
      if (event.key !== "Tab" || !last.includes(document.activeElement)) return;
      if (event.shiftKey) event.preventDefault();
      panel.hidePopover();
      opener.focus({ preventScroll: true });
    });
    document.querySelector("article").append(panel);
  };
  return {
    async open(link) {
      wanted = link;
      const arrived = Promise.all([panels("popover"), entry(link)]);
      await arrived.catch(() => {});
      if (wanted !== link) return;  // another one was opened while this was fetched
      const [markup, found] = await arrived;
      if (!panel) prepare(markup);
      panel.querySelector(".popover-content").replaceChildren(...parts(found));
      panel.querySelector(".popover-link").href = link.href;
      panel.setAttribute("aria-label", link.getAttribute("aria-label") ?? link.textContent);
      opener = link;
      panel.hidePopover();
      panel.showPopover();
      beside(link);
      panel.focus({ preventScroll: true });
    },
  };
});
