"""The interface strings that the print templates use; a test compares the list with the templates."""

from __future__ import annotations

from collections.abc import Mapping

from ..data.columns import COLUMNS
from ..data.editions import WHICH
from ..model import ENTRY_KINDS, ERRATUM_KINDS, UNASKED

STRINGS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(
        (
            *(
                "asked_by",
                "colon",
                "comma",
                "day",
                "fingerprint",
                "forms",
                "gap",
                "goes_on",
                "inferred",
                "moderator",
                "no_time",
                "no_words",
                "notice",
            ),
            *("received", "site_name", "sources"),
            *("print_attached", "print_colophon", "print_contents", "print_defined", "print_edition", "print_errata", "print_errata_text"),
            *(
                "print_glossary",
                "print_hans_corrected",
                "print_hans_errata",
                "print_how",
                "print_about",
                "print_codes",
                "print_corner",
                "print_index",
                "print_index_pinyin",
                "print_index_coded",
                "print_index_places",
                "print_licence",
                "print_no_site",
                "print_licence_text",
            ),
            *("print_occurs", "print_register", "print_site", "print_text", "print_type", "print_type_text"),
            *("col_received", "col_reading", "col_count", "col_reason", "file_segments", "file_targets"),
            *("column.number", "column.where", *(f"column.{column.name}" for column in COLUMNS if column.name != "speaker")),
            *("brief_kept", "brief_no_day", "brief_no_promises", "brief_no_time", "brief_not_said", "brief_order", "semicolon", "turns"),
            *(f"said.{kind}" for kind in UNASKED),
            *(f"edition.{which}" for which in WHICH),
        ),
        frozenset(),
    ),
    **dict.fromkeys(("print_hans_source", "print_hant_source"), frozenset({"english"})),
    "each": frozenset({"amount"}),
    "brief_all": frozenset({"total"}),
    "brief_firmest": frozenset({"shown", "total"}),
    "brief_without_time": frozenset({"count", "total"}),
    "silent_short": frozenset({"names"}),
    "on_page": frozenset({"page"}),
    "print_symbol": frozenset({"at"}),
    **dict.fromkeys((f"kinds.{kind}" for kind in ENTRY_KINDS), frozenset()),
    "print_hans_slip": frozenset({"count"}),
    **dict.fromkeys((f"errata.{kind}" for kind in ERRATUM_KINDS), frozenset({"count"})),
}
"""The keys, each with the names of the ``{placeholders}`` that are filled in."""
