// The markup of what no page holds until it is opened: made of a template by the build, in the language of the page.
verbatim.define("panels", ({ load }) => async name => {
  const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const made = document.createElement("template");
  made.innerHTML = (await load.value(`assets/data/panels-${lang}`))[name];
  return made.content;
});
