"""The site as plain Markdown: pages, data and a configuration that other generators build, without the hooks and the theme."""
