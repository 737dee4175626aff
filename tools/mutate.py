"""Change the rules and the functions on text one place at a time, and list the changes that no engine test notices: `./run mutate`.

    ./run mutate                              all of some 2,700 changes (hours; results are kept, a second run goes on)
    ./run mutate "verbatim.text.typography*"  those of one module

Works on a copy in ``.cache/mutate``, where the engine's folder is called ``src``: mutmut takes a module's name from its path, and
knows of no other folder.  What survives is either equal to the original, or a missing test; `mutmut show NAME` there shows it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPY = ROOT / ".cache" / "mutate"
PARTS = ("hooks", "data", "docs", "overrides", "fonts", "mkdocs.yml", "tests", "tools", "README.md")
FOUND = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]["ini_options"]["pythonpath"]
"""Where the tests find modules; in the copy the changed engine comes first."""
SETTINGS = f"""\
[tool.pytest.ini_options]
pythonpath = {["src", *FOUND]}

[tool.mutmut]
source_paths = ["src/verbatim"]
only_mutate = ["src/verbatim/rules/*", "src/verbatim/text/*"]
pytest_add_cli_args_test_selection = ["tests/engine"]
also_copy = {[*PARTS]}
"""


def main(words: list[str]) -> int:
    """Bring the copy up to date, run and list; the exit code of the run."""
    for part in PARTS:
        _copy(ROOT / part, COPY / part)
    _copy(ROOT / "hooks/verbatim", COPY / "src/verbatim")
    (COPY / "pyproject.toml").write_text(SETTINGS, "utf-8")
    mutmut = str(Path(sys.executable).with_name("mutmut"))
    code = subprocess.run([mutmut, "run", *words], cwd=COPY, check=False).returncode
    subprocess.run([mutmut, "results"], cwd=COPY, check=False)
    return code


def _copy(source: Path, to: Path) -> None:
    """Copy a file or a folder in place of what is there; times of files stay, from which mutmut knows what has changed."""
    if source.is_file():
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, to)
        return
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(source, to, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
