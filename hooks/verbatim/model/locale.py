"""The versions of the site: a locale shows the words of one language in one script, at addresses of its own.

Three ideas are kept apart: the language of data (``Lang``), the version of the site (``Locale``), and the reading of the Chinese.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .base import Lang

Reading = Literal["received", "edited", "simplified"]
"""The readings of the Chinese: as received, edited Traditional, Simplified."""


@dataclass(frozen=True)
class Locale:
    """A version of the site.

    ``code`` is its name in the site's configuration, ``tag`` its language tag (BCP 47), ``lang`` the language whose words it shows,
    ``reading`` how it shows Chinese, ``prefix`` what its addresses begin with.
    """

    code: str
    tag: str
    lang: Lang
    reading: Reading = "received"
    prefix: str = ""


LOCALES: Mapping[str, Locale] = {locale.code: locale for locale in (Locale("zh", "zh-Hant", "zh"), Locale("en", "en", "en", prefix="en/"))}
"""The locales by code, the default one first."""

TAGS: Mapping[Lang, str] = {"zh": "zh-Hant", "en": "en"}
"""The language tag of the words of each language, as data and pages hold them."""


def locale_of(lang: Lang) -> Locale:
    """The locale that shows the words of a language as they are."""
    return next(locale for locale in LOCALES.values() if locale.lang == lang and locale.reading == "received")
