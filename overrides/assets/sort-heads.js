// The heads of tables sort them: each holds a button, and says whether its column is sorted by, and in which direction.
verbatim.define("sortHeads", ({ registerForm: { sort, descending } }) => {
  // In a narrow window the heads are not visible, and what is not visible takes no focus: there the form sorts.
  const narrow = matchMedia("(max-width: 50.99em)");
  return {
    /** Puts a button into each head, which sorts by its column, then the other way round, then no more; `changed` is called then. */
    make(heads, changed) {
      const buttons = heads.map(head => {
        const button = Object.assign(document.createElement("button"), { type: "button", className: "sort" });
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => {
          const key = head.dataset.sort, third = sort.value === key && descending.checked;
          descending.checked = sort.value === key && !third;
          sort.value = third ? "" : key;
          changed();
        });
        return button;
      });
      const reach = () => { for (const button of buttons) button.tabIndex = narrow.matches ? -1 : 0; };
      narrow.addEventListener("change", reach);
      reach();
    },
    mark(heads) {
      for (const head of heads) {
        if (head.dataset.sort === sort.value) head.setAttribute("aria-sort", descending.checked ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      }
    },
  };
});
