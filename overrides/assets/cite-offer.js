// The button that opens a citation: at the sentence or the register entry that the reader points at or has arrived at.
verbatim.define("citeOffer", ({ load, place, notice }) => {
  const button = document.querySelector(".cite-open");
  if (!button) return;
  const CITED = ".sentence, table.rows tbody > tr[id]";
  const offer = subject => {
    if (button.closest(CITED) !== subject) {  // moving it under the pointer would lose the click
      const link = subject.querySelector("a.address");
      if (link) link.after(button);
      else subject.append(button);
    }
    button.hidden = false;
  };
  for (const type of ["pointerover", "focusin"]) document.addEventListener(type, ({ target }) => {
    const subject = target.closest?.(CITED);
    if (subject) offer(subject);
  });
  place.arrive(target => { if (target.matches(CITED)) offer(target); });
  button.addEventListener("click", async () => {
    const subject = button.closest(CITED);
    try {
      await (await load.part("cite")).open(subject, button.dataset);
    } catch {
      notice.failed();
    }
  });
});
