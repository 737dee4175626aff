// A long page laid out at once holds a phone up for a second, so its far rows and entries are laid out while the browser is idle.
verbatim.define("farParts", () => {
  const idle = globalThis.requestIdleCallback ?? (call => setTimeout(call, 50));
  const lay = () => {
    const far = [...document.querySelectorAll(":is(.rows tbody tr, .entry):not([hidden], [style])")];
    const batch = location.hash ? far.length : 2;  // a place in the address must stay where it is
    for (const element of far.slice(0, batch)) element.style.contentVisibility = "visible";
    if (far.length) idle(lay);
  };
  lay();
  return { lay };
});
