// The markup of what no page holds until it is opened: made of a template by the build, in the language of the page.
verbatim.define("panels", ({ shared, own }) => async name => {
  const made = document.createElement("template");
  made.innerHTML = (await shared(`assets/data/panels-${own}`))[name];
  return made.content;
});
