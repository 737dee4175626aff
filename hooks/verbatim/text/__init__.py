"""Functions on strings: punctuation, scripts, numbers, terms, readings, folding.  None reads a corpus or opens a file of the project."""
