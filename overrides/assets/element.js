// Makes an element from its tag, its properties and what it holds; text is text, never markup.
verbatim.define("element", () => (tag, given, ...held) => {
  const made = Object.assign(document.createElement(tag), given);
  made.append(...held);
  return made;
});
