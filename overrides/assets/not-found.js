// On the page for wrong addresses, which is in the reading that was chosen: English comes first where the address is an English one; where it ends in a sentence number, such as
// q3-a2-5, the search has it ready.
verbatim.define("notFound", ({ load, store, typedAddress }) => {
  const english = document.querySelector("section[lang=en]");
  if (location.pathname.startsWith(new URL("en/", load.root).pathname)) english.parentElement.prepend(english);
  const typed = typedAddress.plain(location.pathname + location.hash);
  const number = typed.match(/[/#]([a-z]+\d*(?:-a\d+)?-\d{1,3})(?:\/index)?(?:\.html)?[^\p{L}\d]*$/u)?.[1];
  const reading = new URLSearchParams(location.search).get("reading") ?? store.get("reading");
  if (reading === "simplified") load.part("readings").then(readings => readings.show(reading)).catch(() => { delete document.documentElement.dataset.unread; });
  if (number) for (const box of document.querySelectorAll("main input[name=q]")) box.value = number;
});
