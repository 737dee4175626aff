"""One template environment for both languages, and compiled templates kept for the next build.

MkDocs makes an environment for each language: it compiles the theme's templates and lists its 14,500 files each time, which is most of a
small build.  There is no public way to change that: ``mkdocs.commands.build`` calls ``theme.get_env`` (MkDocs 1.6.1), so that method is
replaced on the one theme.  A test compares the bytes of builds with and without it.
"""

from __future__ import annotations

from typing import Any

import jinja2


def share_environment(theme: Any, cache: jinja2.BytecodeCache) -> None:
    """Let a theme hand out one environment, which lists its templates once and keeps them compiled in ``cache``.

    Those in hidden folders, 14,000 icons, are not listed, since MkDocs would leave each out.
    """
    environment: Any = type(theme).get_env(theme)
    environment.bytecode_cache = cache
    names = [name for name in environment.loader.list_templates() if not name.startswith(".")]
    environment.loader.list_templates = lambda: names
    theme.get_env = lambda: environment
