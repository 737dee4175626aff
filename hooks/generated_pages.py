"""Pages that MkDocs builds though no file in ``docs`` holds them."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel


def file_in_memory(config: MkDocsConfig, language: str, name: str, place: str, text: str) -> File:
    """A page as a file that MkDocs reads from memory.

    ``language`` is the folder of its language, ``name`` its path below that without ``.md``, ``place`` its file in the built site.  It is
    what static-i18n, which comes first, would have made of a file: so its address is given, and it has no twins that the plugin knows.
    """
    file: Any = File(
        f"{language}/{name}.md", None, config.site_dir, config.use_directory_urls, dest_uri=place, inclusion=InclusionLevel.NOT_IN_NAV
    )
    file.generated_by = "verbatim"
    file.content_string = text
    file.locale = file.locale_alternate_of = language
    file.alternates = {}
    found: File = file
    return found
