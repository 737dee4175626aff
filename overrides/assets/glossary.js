// The glossary as a tool: filters the entries as a reader types, in either script, in English or in pinyin, tones or none.
(() => {
  const form = document.querySelector("#glossary-finder");
  const input = form.elements.find, status = form.querySelector("[role=status]");
  const word = name => form.querySelector(`[data-word=${name}]`).textContent;
  const pairs = [...form.dataset.folding];
  const table = new Map(pairs.flatMap((one, place) => place % 2 ? [] : [[one, pairs[place + 1]]]));
  const bare = text => text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFKC").toLowerCase();
  const fold = text => [...bare(text)].map(one => table.get(one) ?? one).join("").replace(/\s+/g, " ").trim();
  const HAN = /\p{Script=Han}/u;

  // Pinyin is kept without spaces and with u for ü, which keyboards write as v; English is found from the beginning of a word.
  const said = (element, chosen) => [...element.querySelectorAll(chosen)].map(one => one.textContent);
  const entries = [...document.querySelectorAll(".entry")].map(element => {
    const head = element.querySelector("h3");
    const en = [...said(head, ".rendering"), ...(head.dataset.forms?.split("|") ?? [])];
    return {
      element,
      zh: said(element, 'h3 > [lang^="zh-Han"], .forms > span').map(fold),
      pinyin: bare(said(head, ".pinyin")[0]).replace(/[^a-z]/g, ""),
      en: en.map(form => ` ${fold(form).replace(/[^\p{L}\p{N}]+/gu, " ")}`),
    };
  });
  const groups = [...document.querySelectorAll("section.group")];
  const finds = (entry, text) => {
    if (!text) return true;
    if (HAN.test(text)) return entry.zh.some(form => form.includes(text.replaceAll(" ", "")));
    const letters = text.replace(/[^a-z]/g, "").replaceAll("v", "u");
    const english = text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    return (letters.length > 1 ? entry.pinyin.includes(letters) : entry.pinyin.startsWith(letters) && letters !== "")
      || (english !== "" && entry.en.some(form => form.includes(` ${english}`)))
      || entry.zh.some(form => form.includes(text));
  };

  let later;
  const show = said => {
    const text = fold(input.value);
    let left = 0;
    for (const entry of entries) left += !(entry.element.hidden = !finds(entry, text));
    for (const group of groups) group.hidden = !group.querySelector(".entry:not([hidden])");
    const count = word("found").replace("{shown}", left).replace("{total}", entries.length);
    clearTimeout(later);  // told once the reader pauses: every keystroke would talk over the typing
    later = setTimeout(() => {
      status.textContent = [said, left ? count : word("none")].filter(Boolean).join(" ");
      if (document.documentElement.dataset.reading) verbatim.reread?.();
    }, 250);
  };
  const keep = () => {
    const url = new URL(location);
    url.searchParams.delete("find");
    if (input.value.trim()) url.searchParams.set("find", input.value.trim());
    url.hash = "";
    history.replaceState(history.state, "", url);
  };
  const read = () => { input.value = new URLSearchParams(location.search).get("find") ?? ""; };

  // A term's sentences are links until it is opened; then the twin lines are fetched once and put below the links.
  document.addEventListener("toggle", async ({ target }) => {
    if (!target.matches(".context[open]")) return;
    try {
      await Promise.all(["context.js", "concordance.js"].map(name => verbatim.load(name)));
    } catch { return; }  // the links are still there; the next opening tries again
    verbatim.context(target);
  }, true);

  // Whoever arrives at a term sees it.
  const arrive = moved => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.closest("[hidden]")) {
      input.value = "";
      const url = new URL(location);
      url.searchParams.delete("find");
      history.replaceState(history.state, "", url);
      show(word("cleared"));
      moved = true;
    }
    if (moved && target) target.scrollIntoView();
  };

  input.addEventListener("input", () => { keep(); show(); });
  form.addEventListener("submit", event => event.preventDefault());
  input.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !input.value) return;
    event.stopPropagation();
    event.preventDefault();
    input.value = "";
    keep();
    show();
  });
  addEventListener("popstate", () => { read(); show(); });
  addEventListener("hashchange", () => arrive(false));
  read();
  form.hidden = false;
  show();
  arrive(Boolean(location.hash));
})();
