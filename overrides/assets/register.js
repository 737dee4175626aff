// The register's order and filters, without a page.  An entry is `{place, cells, text, facts}`: its place in its table,
// the texts of its cells by column, all its text (folded), and the facts by which it is sorted and filtered, without those that it lacks.
verbatim.define("register", () => {
  return {
    /** The facts of an entry from the `data-` attributes of its row, which are absent where it lacks one. */
    facts: (values, kind) =>
      ({ ...values, kind, speaker: values.speaker || "none", time: values.time_basis || (kind === "figure" ? "" : "none") }),
    /**
     * Makes texts comparable, without quotation marks, which a reader copies or leaves out: `pairs` are characters, each with the Simplified
     * one that may be typed for it.
     */
    folder(pairs) {
      const table = new Map(pairs.match(/../gsu)?.map(([one, other]) => [one, other]));
      return text => [...text.normalize("NFKC").toLowerCase()].map(letter => table.get(letter) ?? letter).join("")
        .replace(/(\d),(?=\d{3})|["'‘-”「-』]/g, "$1").replace(/\s+/g, " ").trim();
    },
    /** Whether an entry passes the chosen filters, but for one of them; of `find`, a folded text, it holds every word. */
    passes: (entry, { find = "", ...chosen }, but) =>
      Object.entries(chosen).every(([name, value]) => name === but || !value || entry.facts[name] === value) && find.split(" ").every(word => !word || entry.text.includes(word)),
    /** What compares by a column: `ranks` are the values of columns in their order, by name; other columns are sorted as texts in `lang`. */
    comparison(column, entries, ranks, lang) {
      const collator = new Intl.Collator(lang, { numeric: true });
      const units = [...new Set(entries.map(({ facts }) => facts.unit))];
      const rank = name => (a, b) => ranks[name].indexOf(a.facts[name]) - ranks[name].indexOf(b.facts[name]);
      const amount = ({ facts }) => Number(facts.value || facts.low);
      // A month counts from 1, a quarter ends with its third month, a half with its sixth, a year alone with its last.
      const until = ({ facts }) => {
        const [, kind, number] = facts.time_period?.match(/-([QH]?)(\d+)$/) ?? [];
        return Number(facts.year || 9999) * 12 + (number ? { "": 1, Q: 3, H: 6 }[kind] * number : 12);
      };
      const special = {
        amount: (a, b) => units.indexOf(a.facts.unit) - units.indexOf(b.facts.unit) || amount(a) - amount(b),
        time: (a, b) => until(a) - until(b) || rank("time")(a, b),
      };
      return special[column] ?? (ranks[column] ? rank(column) : (a, b) => collator.compare(a.cells[column] ?? "", b.cells[column] ?? ""));
    },
    sorted(entries, compare = () => 0, descending = false) {
      const turn = descending ? -1 : 1;
      return [...entries].sort((a, b) => turn * (compare(a, b) || a.place - b.place));
    },
  };
});
