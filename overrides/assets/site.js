// The language switch stays on the sentence: the one in the address, or the topmost one in view.
(() => {
  const header = () => document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  const here = () => {
    if (location.hash) return location.hash;
    if (!scrollY) return "";
    const first = [...document.querySelectorAll(".sentence")].find(one => one.getBoundingClientRect().bottom > header());
    return first ? `#${first.id}` : "";
  };
  for (const link of document.querySelectorAll("a.language")) {
    const bare = link.href;
    const aim = () => { link.href = bare + here(); };
    for (const type of ["pointerdown", "focus", "click", "keydown"]) link.addEventListener(type, aim);
  }
})();
