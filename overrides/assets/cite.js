// The panel for citing a sentence or a register entry: plain text, the styles of reference lists, link, BibTeX, RIS; in either language or both.
// What is displayed is what is copied.  All facts come from data: the page may be displayed in another reading, or translated by the browser.
verbatim.define("cite", ({ load, own, lines, citation, clipboard }) => {
  const LANGS = own === "zh" ? ["zh", "en"] : ["en", "zh"];
  const published = lang => document.querySelector(`link[hreflang^="${lang}"]`).href;  // of this page, also in a copy on disk
  const both = make => ({ zh: make("zh"), en: make("en") });
  const HOLD_REMARKS = ["link", "bibtex", "ris"];  // the last two have a field for them, an address needs none
  let data, panel, subject, cited, frame;

  const find = selector => panel.querySelector(selector);
  const chosen = name => find(`[name=${name}]:checked`).value;
  const show = () => {
    const langs = chosen("cite-words") === "both" ? LANGS : [chosen("cite-words")];
    const form = chosen("cite-form");
    const today = new Date().toLocaleDateString("sv");  // as ISO 8601, in the reader's time zone
    const facts = langs.map(lang => citation.facts(data, cited, lang, today));
    const texts = facts.map(one => citation[form](one));
    find(".cite-text").textContent = texts.join(form === "link" ? "\n" : "\n\n");
    find(".cite-remarks").replaceChildren(...(HOLD_REMARKS.includes(form) ? [] : facts).map(one =>
      Object.assign(document.createElement("p"), { lang: one.tag, textContent: citation.remarks(one) })));
    find(".cite-said").textContent = "";
  };

  /** What is cited stays in view: the panel keeps to the foot of the window, and is as high as its text. */
  const keep = () => {
    const entry = subject.matches("tr");
    if (!entry) subject.style.scrollMarginBottom = `calc(${panel.offsetHeight}px + 1rem)`;
    (entry ? panel : subject).scrollIntoView({ block: "nearest" });
  };

  // The panel is placed below the paragraph of a sentence, and below a register entry across all columns of its table.
  const framed = () => {
    if (!subject.matches("tr")) return panel;
    const line = document.createElement("tr"), cell = document.createElement("td");
    line.className = "cite-row";
    cell.colSpan = subject.cells.length;
    cell.append(panel);
    line.append(cell);
    return line;
  };
  const remove = () => {
    frame?.remove();
    frame = undefined;
  };
  const close = () => {
    remove();
    subject.querySelector("a.ref, a.address").focus();
  };
  const prepare = markup => {
    const template = document.createElement("template");
    template.innerHTML = markup;
    panel = template.content.firstElementChild;
    panel.addEventListener("change", event => {
      event.stopPropagation();
      show();
      keep();
    });
    panel.addEventListener("keydown", event => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      close();
    });
    find(".cite-close").addEventListener("click", close);
    find(".cite-copy").addEventListener("click", async () => {
      await clipboard.copy(find(".cite-text").textContent);
      find(".cite-said").textContent = find(".cite-said").dataset.said;
    });
  };

  /** What is cited: a register entry from the entries of its event, a sentence from its page's lines in both languages. */
  const read = async (id, names) => {
    const facts = await load.value(names.facts);
    // Where the site's address is not known, it is the one that this page was fetched from.
    const sentence = at => both(lang => new URL(facts.short[lang].replace("{}", at), facts.root || load.root).href);
    if (names.entries) {
      const entry = (await load.value(names.entries))[id];
      return { id, at: entry.at, quote: entry.quote, url: both(lang => `${published(lang)}#${id}`), source: sentence(entry.at) };
    }
    const [zh, en] = await Promise.all([lines.of(names.zh), lines.of(names.en)]);
    return { id, at: id, quote: { zh: zh.get(id).textContent, en: en.get(id).textContent }, url: sentence(id) };
  };

  return {
    async open(element, names) {
      const [facts, found] = await Promise.all([load.value(names.facts), read(element.id, names)]);
      remove();
      if (!panel) prepare(facts.panels[own]);
      [data, subject, cited] = [facts, element, found];
      find(".cite-address").textContent = subject.id;
      frame = framed();
      (subject.closest("p") ?? subject).after(frame);
      show();
      find("input:checked").focus({ preventScroll: true });
      keep();
    },
    remove,
  };
});
