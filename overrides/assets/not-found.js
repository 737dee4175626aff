// On the page for wrong addresses: where the address ends in a sentence number, such as q3-a2-5, the search has it ready.
verbatim.define("notFound", () => {
  const parts = `${location.pathname}/${location.hash.slice(1)}`.split("/");
  const number = parts.findLast(part => /^[a-z][a-z\d-]*-\d+$/i.test(part));
  if (number) for (const box of document.querySelectorAll("main input[name=q]")) box.value = number.toLowerCase();
});
