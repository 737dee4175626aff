"""What a browser may do with the pages of a site: a strict policy, and the other headers, for every host that can send them.

The policy names the inline scripts of the built pages by their hashes, so that no other script can run: no ``unsafe-inline`` and no
``unsafe-eval`` (https://www.w3.org/TR/CSP3/).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

from . import lasting

FIXED = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",  # a popover fetches the page of its entry
    "base-uri 'none'",
    "form-action 'self'",
)
FRAMES = "frame-ancestors 'none'"
"""Only in a header: browsers ignore it in a page."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
}
"""The headers of every answer beside the policy."""

KEPT = "public, max-age=31536000, immutable"
"""For files whose name holds their content: a year, and not asked for again meanwhile (RFC 8246)."""

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
"""As our templates write them; ``proof`` reads the pages with a parser and reports one that this overlooks."""
_CHARSET = re.compile(r"<meta charset=\"?utf-8\"?>", re.IGNORECASE)


def inline_scripts(html: str) -> list[str]:
    """The inline scripts of a page."""
    return _INLINE.findall(html)


def script_hash(script: str) -> str:
    """How a policy names an inline script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode('utf-8')).digest()).decode()}'"


def policy(scripts: Iterable[str]) -> str:
    """The policy of pages with these inline scripts."""
    hashes = "".join(f" {value}" for value in sorted({script_hash(script) for script in scripts}))
    return ";".join(f"{rule}{hashes}" if rule.startswith("script-src") else rule for rule in FIXED)


def with_policy(html: str) -> str:
    """A page that states its own policy, for hosts that send no headers; before anything that the policy is for."""
    stated = f'<meta http-equiv="Content-Security-Policy" content="{policy(inline_scripts(html))}">'
    return _CHARSET.sub(lambda charset: charset[0] + stated, html, count=1)


def header_files(scripts: Iterable[str], sheets: Iterable[str]) -> dict[str, str]:
    """The headers of a site as hosts read them: ``_headers`` (Netlify, Cloudflare Pages) and ``_headers.nginx``, which nginx includes.

    ``scripts`` are the inline scripts of its pages, ``sheets`` the paths of its style sheets, whose names hold their content.
    """
    headers = {**HEADERS, "Content-Security-Policy": f"{policy(scripts)};{FRAMES}"}
    everywhere = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    kept = "".join(f"/{path}\n  Cache-Control: {KEPT}\n" for path in (f"{lasting.FILES}*", *sheets))
    nginx = "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())
    return {
        "_headers": f"/*\n{everywhere}{kept}/data/*.csv\n  Content-Type: text/csv; charset=utf-8\n",
        "_headers.nginx": f"# Headers of every answer, written by the build; deploy/nginx.conf includes this file.\n{nginx}",
    }
