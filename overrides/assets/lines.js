// The sentences of a transcript page in one language, from the script that lies beside that page.
verbatim.define("lines", ({ load }) => {
  const known = {};
  return {
    async of(name) {
      if (!known[name]) {
        const template = document.createElement("template");
        template.innerHTML = await load.value(name);
        known[name] = new Map([...template.content.querySelectorAll("[data-at]")].map(line => [line.dataset.at, line]));
      }
      return known[name];
    },
  };
});
