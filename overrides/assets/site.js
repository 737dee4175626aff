// What every page needs at once: a language switch that stays on the sentence, and the reader's tools, fetched when asked for.
(() => {
  const folder = document.currentScript.src.replace(/[^/]*$/, "");
  const loaded = {};
  const load = (name, from = folder) => loaded[name] ??= new Promise((done, fail) => {
    const onerror = () => { delete loaded[name]; fail(new Error(name)); };  // it may be there at the next try
    document.head.append(Object.assign(document.createElement("script"), { src: new URL(name, from), onload: done, onerror }));
  });
  const query = new URLSearchParams(location.search);
  const stored = name => query.get(name) ?? localStorage.getItem(`verbatim.${name}`);

  // The sentence in the address, or the topmost one in view.
  const here = () => {
    if (location.hash) return location.hash;
    if (!scrollY) return "";
    const top = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
    const first = [...document.querySelectorAll(".sentence")].find(one => one.getBoundingClientRect().bottom > top);
    return first ? `#${first.id}` : "";
  };
  for (const link of document.querySelectorAll("a.language")) {
    const bare = link.href;
    const aim = () => { link.href = bare + location.search + here(); };
    for (const type of ["pointerdown", "focus", "click", "keydown"]) link.addEventListener(type, aim);
  }

  const tools = document.querySelector("#tools");
  const choose = async (name, value) => {
    if (name === "view") await Promise.all([load("view.js"), verbatim.twins()]);
    else await load("readings.js").then(() => load("script.js"));
    verbatim[name](value);
  };
  // The sentences in the other language and the panel for citing come as a script, so that this works from a folder on disk too.
  const lines = document.createElement("template");
  globalThis.verbatim = {
    choose, stored, load,
    twins: async () => { if (tools?.dataset.twins) await load(tools.dataset.twins, location); },
    lines: html => {
      lines.innerHTML = html;
      document.body.append(...lines.content.querySelectorAll("#cite-data, #cite-panel"));
    },
    twin: address => lines.content.querySelector(`[data-at="${address}"]`),
  };

  // Citing: a button at the sentence or the row of the register that the reader points at or has arrived at.
  const CITED = ".sentence, table.rows tbody > tr[id]";
  const button = document.querySelector(".cite-open");
  const offer = one => {
    if (button.closest(CITED) !== one) {  // moving it under the pointer would lose the click
      const link = one.querySelector("a.address");
      if (link) link.after(button);
      else one.append(button);
    }
    button.hidden = false;
  };
  const arrive = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.matches(CITED)) offer(target);
  };
  if (button) {
    for (const type of ["pointerover", "focusin"])
      document.addEventListener(type, event => { const one = event.target.closest?.(CITED); if (one) offer(one); });
    addEventListener("hashchange", arrive);
    arrive();
    button.addEventListener("click", async () => {
      const cited = button.closest(CITED);
      await verbatim.twins();  // first: on a page with sentences the panel comes with them
      await load("cite.js");
      verbatim.cite(cited);
    });
  }

  const reading = stored("reading");
  if (reading && reading !== "received") choose("reading", reading);
  if (!tools) return;
  tools.hidden = false;
  const view = stored("view");
  if (view && view !== "one") choose("view", view);
  for (const [name, value] of [["view", view], ["reading", reading]]) {
    const input = tools.querySelector(`[name=${name}][value="${CSS.escape(value ?? "")}"]`);
    if (input) input.checked = true;
  }

  // Keep the choice: in the address, so that it can be shared, and for the next page.
  const keep = (name, value) => {
    const address = new URL(location);
    if (value === tools.querySelector(`[name=${name}]`).value) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
    history.replaceState(history.state, "", address);
    localStorage.setItem(`verbatim.${name}`, value);
  };
  tools.addEventListener("change", event => {
    keep(event.target.name, event.target.value);
    choose(event.target.name, event.target.value);
  });
  addEventListener("keydown", event => {
    const typing = event.target.closest?.("input:not([type=radio]), textarea, select, [contenteditable]");
    if (event.key !== "v" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const inputs = [...tools.querySelectorAll("[name=view]")];
    const next = inputs[(inputs.findIndex(one => one.checked) + 1) % inputs.length];
    next.checked = true;
    next.dispatchEvent(new Event("change", { bubbles: true }));
  });
})();
