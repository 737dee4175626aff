// The control that opens a citation: at the sentence or the register entry that the reader points at or has arrived at.
// Where nothing can be pointed at, each has its own.
verbatim.define("citeOffer", ({ load, place, notice }) => {
  const control = /** @type {HTMLElement} */ (document.querySelector(".cite-open"));
  if (!control) return;
  const CITED = ".sentence, table.rows tbody > tr[id]";
  const put = (one, subject) => {
    const link = subject.querySelector("a.address");
    if (link) link.after(one);
    else (subject.matches("tr") ? subject.lastElementChild : subject).append(one);
    one.hidden = false;
  };
  const offer = subject => { if (!subject.querySelector(".cite-open")) put(control, subject); };
  if (matchMedia("(hover: none)").matches) {
    for (const subject of document.querySelectorAll(CITED)) put(control.cloneNode(), subject);
  }
  for (const type of ["pointerover", "focusin"]) document.addEventListener(type, ({ target }) => {
    const subject = target.closest?.(CITED);
    if (subject) offer(subject);
  });
  place.arrive(target => { if (target.matches(CITED)) offer(target); });
  const open = async one => {
    try {
      await (await load.part("cite")).open(one.closest(CITED), one.dataset);
    } catch {
      notice.failed();
    }
  };
  document.addEventListener("click", ({ target }) => {
    const one = target.closest?.(".cite-open");
    if (one) open(one);
  });
  document.addEventListener("keydown", event => {  // a link without an address has no keys of its own
    if (!event.target.matches?.(".cite-open") || !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    open(event.target);
  });
});
