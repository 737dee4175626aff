// Which keys a page may take for its own: with Alt, Ctrl or Meta they are the browser's, while an input method composes nobody's.
verbatim.define("keys", () => {
  const alone = event => !(event.altKey || event.ctrlKey || event.metaKey || event.isComposing || event.keyCode === 229);
  const typing = event => event.target.closest?.("input:not([type=radio]), select, textarea, [contenteditable]");
  return { alone, shortcut: event => alone(event) && !typing(event) };
});
