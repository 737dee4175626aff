// A long page laid out at once holds a phone up for a second, so its far rows are laid out while the browser is idle.
// Once painted a row may be left out again: the browser knows its height, and restyles fewer elements when the scheme is changed.
verbatim.define("farRows", ({ painted }) => {
  const idle = globalThis.requestIdleCallback ?? (call => setTimeout(call, 50));
  const lay = () => {
    const far = [...document.querySelectorAll(".rows tbody tr:not([hidden], [style])")];
    const batch = far.slice(0, location.hash ? far.length : 2);  // a place in the address must stay where it is
    const show = value => { for (const row of batch) row.style.contentVisibility = value; };
    show("visible");
    painted().then(() => {
      show("");  // the attribute stays, and says that it was laid out
      if (far.length) idle(lay);
    });
  };
  lay();
  return { lay };
});
