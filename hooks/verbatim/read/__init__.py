"""Bytes to a corpus: opens files, reads YAML and Markdown as records and pages, and reports every fault with its line."""
