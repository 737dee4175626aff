"""What is computed from a corpus, without markup: joins, seals, counts, register entries, turns."""
