"""The print editions and the social cards, set by Typst."""
