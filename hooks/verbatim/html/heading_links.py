"""The permanent links of headings: the words of a heading are its link, because a link beside them would be part of its name."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

LINK = "headerlink"
"""The class that Markdown gives to the links of its table of contents."""


class HeadingLinks(Extension):
    """Puts the words of each heading into the link that Markdown adds behind them; the title of a page, which is its top, has none."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the change, after the table of contents has read the headings."""
        md.treeprocessors.register(_Words(md), "heading-links", priority=1)


class _Words(Treeprocessor):
    def run(self, root: Element) -> None:
        for heading in root.iter():
            links = [*heading.iter("a")] if heading.tag in {"h1", "h2", "h3", "h4", "h5", "h6"} else []
            own = links[-1] if links and links[-1].get("class") == LINK else None
            if own is None:
                continue
            heading.remove(own)
            if heading.tag == "h1" or len(links) > 1:  # a link can hold no other
                continue
            link = SubElement(heading, "a", {"class": LINK, "href": own.get("href", "")})
            link.text, heading.text = heading.text, None
            for child in heading[:-1]:
                heading.remove(child)
                link.append(child)
