// Entries of the register as a file for spreadsheets: lines of the open data and nothing else.  Fetched when it is wanted.
verbatim.define("download", ({ load, registerForm }) => {
  const cell = text => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const csv = rows => rows.map(row => `${row.map(cell).join(",")}\n`).join("");
  /** The ids of the entries that are displayed: in the order of the tables where these are sorted, else in the given one of the register. */
  const displayed = ids => {
    const shown = [...document.querySelectorAll(".rows tr[id]:not([hidden])")].map(row => row.id);
    if (registerForm.sort.value) return shown;
    const given = shown.sort((one, other) => ids.indexOf(one) - ids.indexOf(other));  // one that the lines lack stays, and is reported
    return registerForm.descending.checked ? given.reverse() : given;
  };
  return {
    csv,
    async save({ event, rows }) {
      const { columns: head, lines } = await load.value(rows);
      // Addresses are relative to the open data where the site's own is not known; a table that is saved needs them whole.
      const whole = line => line.map((value, at) => (head[at].startsWith("url_") ? new URL(value, new URL("data/", load.root)).href : value));
      const text = csv([head, ...displayed(Object.keys(lines)).map(id => whole(lines[id]))]);
      const file = new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" });  // the mark tells spreadsheets that it is UTF-8
      const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: `${event}-targets.csv` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    },
  };
});
