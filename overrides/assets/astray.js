// A fragment that names no place of the page, as links have it that were copied with the mark behind them or by hand: its place is found
// without the mark, or else the section that it would be in, and then it is told.
verbatim.define("astray", ({ panels, place, typedAddress }) => {
  /** @type {Element | null | undefined} */
  let told;
  addEventListener("hashchange", () => { if (place.named()) told?.remove(); });
  return {
    async tell() {
      const ids = typedAddress.ids(location.hash), places = ids.map(id => place.named(`#${id}`));
      if (places[0]) {
        location.replace(`#${ids[0]}`);
        return;
      }
      const section = places.find(one => one?.matches("h2, h3"));
      const title = document.querySelector("#page-title");
      if (!title || !ids.length) return;  // the page for wrong addresses says it already
      const panel = await panels("astray");
      told?.remove();
      told = panel.firstElementChild;
      told.querySelector("code").textContent = typedAddress.decoded(location.hash);
      if (section) section.before(told);
      else title.after(told);
      told.querySelector(".near").hidden = !section;
      told.scrollIntoView({ block: "center" });  // neither the header nor the bar covers it there
    },
  };
});
