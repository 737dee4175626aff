// A fragment that names no place of the page, as links have it that were copied with the mark behind them or by hand: its place is found
// without the mark, or else the section that it would be in, and then it is told.
verbatim.define("astray", ({ panels, place }) => {
  const typed = () => {
    try {
      return decodeURIComponent(location.hash);
    } catch {
      return location.hash;  // cut or edited by hand
    }
  };
  /** The id that a fragment means, and those of what would hold it, each without what is behind the last dash of the one before it. */
  const meant = text => {
    const [id] = text.normalize("NFKC").replace(/[‐-―−]/g, "-").toLowerCase().match(/[a-z\d][\w-]*/) ?? [""];
    const parts = id.split("-");
    return parts.map((_, left) => parts.slice(0, parts.length - left).join("-"));
  };
  /** @type {Element | null | undefined} */
  let told;
  addEventListener("hashchange", () => { if (place.named()) told?.remove(); });
  return {
    async tell() {
      const text = typed(), ids = meant(text), places = ids.map(id => place.named(`#${id}`));
      if (places[0]) {
        location.replace(`#${ids[0]}`);
        return;
      }
      const section = places.find(one => one?.matches("h2, h3"));
      const title = document.querySelector("#page-title");
      if (!title || /^#(top)?$/i.test(text)) return;  // the page for wrong addresses says it already; to the browser, “top” is a place
      const panel = await panels("astray");
      told?.remove();
      told = panel.firstElementChild;
      told.querySelector("code").textContent = text;
      if (section) section.before(told);
      else title.after(told);
      told.querySelector(".near").hidden = !section;
      told.scrollIntoView({ block: "center" });  // neither the header nor the bar covers it there
    },
  };
});
