"""Pages: templates, directives, the head of a page, scripts that hold data."""
