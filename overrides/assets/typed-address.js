// What an address means that was typed, cut or edited by hand, or copied with the mark behind it.
verbatim.define("typedAddress", () => {
  const decoded = text => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  /** With plain letters, digits and hyphens, in small letters. */
  const plain = text => decoded(text).normalize("NFKC").replace(/[‐-―−]/g, "-").toLowerCase();
  return {
    decoded,
    plain,
    /**
     * The id that a fragment means, and those of what would hold it, each without what is behind the last dash of the one before it.
     * None where it means none: words to be marked, as browsers leave them that cannot do that, or “top”, which they know.
     */
    ids(fragment) {
      const text = plain(fragment.split(":~:")[0]);
      if (/^#?(top)?$/.test(text)) return [];
      const [id] = text.match(/[a-z\d][\w-]*/) ?? [""];
      const parts = id.split("-");
      return parts.map((_, left) => parts.slice(0, parts.length - left).join("-"));
    },
  };
});
