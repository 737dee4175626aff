"""Files to records: opens files, reads YAML and Markdown, and puts them together as one corpus."""
