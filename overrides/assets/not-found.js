// On the page for wrong addresses: English comes first where the address is an English one; where it ends in a sentence number, such as
// q3-a2-5, the search has it ready.
verbatim.define("notFound", ({ load }) => {
  const english = document.querySelector("section[lang=en]");
  if (location.pathname.startsWith(new URL("en/", load.root).pathname)) english.parentElement.prepend(english);
  const parts = `${location.pathname}/${location.hash.slice(1)}`.split("/");
  const number = parts.findLast(part => /^[a-z][a-z\d-]*-\d+$/i.test(part));
  if (number) for (const box of document.querySelectorAll("main input[name=q]")) box.value = number.toLowerCase();
});
