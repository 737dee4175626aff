// The language of the page, which is its reader's own.
verbatim.define("own", () => {
  const { lang } = document.documentElement;
  return lang.startsWith("zh") ? "zh" : "en";
});
