// A short message in the theme's own corner, also read aloud: something was copied, or could not be fetched.
verbatim.define("notice", ({ load }) => {
  const dialog = document.querySelector(".md-dialog");
  const inner = dialog.firstElementChild;
  inner.setAttribute("role", "status");
  let hide;
  const say = text => {
    inner.textContent = text;
    dialog.classList.add("md-dialog--active");
    clearTimeout(hide);
    hide = setTimeout(() => dialog.classList.remove("md-dialog--active"), 4000);
  };
  return { say, failed: () => say(load.strings.failed) };
});
