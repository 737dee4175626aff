// The language switch stays on the sentence: the one in the address, or the topmost one in view.
verbatim.define("language", () => {
  const hashInView = () => {
    if (location.hash) return location.hash;
    if (!scrollY) return "";
    const top = Math.max(...[...document.querySelectorAll(".md-header, .toolbar")].map(one => one.getBoundingClientRect().bottom));
    const first = [...document.querySelectorAll(".sentence")].find(sentence => sentence.getBoundingClientRect().bottom > top);
    return first ? `#${first.id}` : "";
  };
  for (const link of document.querySelectorAll("a.language")) {
    const bare = link.href;
    const aim = () => { link.href = bare + location.search + hashInView(); };
    for (const type of ["pointerdown", "focus", "click", "keydown"]) link.addEventListener(type, aim);
  }
});
