"""Functions on strings: typography, scripts, numerals, terms, readings."""
