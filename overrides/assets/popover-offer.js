// A term, a sign or a note in the text opens on the spot.  Its link leads there for whoever wants the page, for a browser without
// popovers, and where the entry cannot be displayed; not where nothing answers, for then the text would be gone.
verbatim.define("popoverOffer", ({ load, keys, notice }) => {
  if (!("popover" in HTMLElement.prototype)) return;
  document.addEventListener("click", event => {
    const link = event.target.closest?.(".speech a:is(.term, .mark)");
    if (!link || event.shiftKey || !keys.alone(event)) return;
    event.preventDefault();
    const follow = () => location.assign(link.href);
    load.part("popover").then(popover => popover.open(link))
      .catch(() => location.protocol === "file:" ? follow() : fetch(link.href).then(follow, notice.failed));
  });
});
