// The form of the register: what is chosen in it, and the address that says the same.
verbatim.define("registerForm", () => {
  const form = document.querySelector("#register-tool");
  const { sort, descending, find } = form.elements;
  const facets = [...form.querySelectorAll("select:not([name=sort])")];
  const values = selects => Object.fromEntries(selects.map(({ name, value }) => [name, value]));
  return {
    form, facets, sort, descending, find,
    chosen: () => values(facets),
    /** Chooses what the address says; what the form does not offer is not chosen. */
    read() {
      const query = new URLSearchParams(location.search);
      for (const select of [...facets, sort]) {
        const wanted = query.get(select.name) ?? "";
        select.value = [...select.options].some(option => option.value === wanted) ? wanted : "";
      }
      descending.checked = query.has("descending");
      find.value = query.get("find") ?? "";
    },
    /** The address of the page that says what is chosen. */
    address() {
      const url = new URL(location.href);
      const said = { ...values([...facets, sort]), find: find.value.trim(), descending: descending.checked ? "1" : "" };
      for (const [name, value] of Object.entries(said)) {
        url.searchParams.delete(name);  // the order of the address is that of the form
        if (value) url.searchParams.set(name, value);
      }
      return url;
    },
    clear() { for (const field of [...facets, find]) field.value = ""; },
  };
});
