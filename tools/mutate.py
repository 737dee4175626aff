"""Change the rules and the functions on text one place at a time, and list the changes that no engine test notices: `./run mutate`.

    ./run mutate                              all of some 10,000 changes (a day; results are kept, a second run goes on)
    ./run mutate "verbatim.text.typography*"  those of one module

Works on a copy in ``.cache/mutate``, where the engine's folder is called ``src``: mutmut takes a module's name from its path, and
knows of no other folder.  What survives is either equal to the original, or a missing test; `mutmut show NAME` there shows it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPY = ROOT / ".cache" / "mutate"
CODE = "hooks/verbatim"
SETTINGS = """
[tool.mutmut]
source_paths = ["src/verbatim"]
only_mutate = ["src/verbatim/rules/*", "src/verbatim/text/*"]
pytest_add_cli_args_test_selection = ["tests/engine", "--deselect={apart}"]
also_copy = {parts}
"""
"""What mutmut is told in the copy: what it changes, what it runs, and what these tests read beside it."""
APART = "tests/engine/test_command_line.py::test_a_check_of_a_known_state_loads_nothing_of_the_engine_but_what_reads_files"
"""The one test that fails there whatever is changed: mutmut has each module load its own."""


def main(words: list[str]) -> int:
    """Bring the copy up to date, run and list; the exit code of the run."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    parts = sorted({path.partition("/")[0] for path in listed} - {"pyproject.toml"})
    for part in parts:
        _copy(ROOT / part, COPY / part)
    _copy(ROOT / CODE, COPY / "src/verbatim")
    project = (ROOT / "pyproject.toml").read_text("utf-8").replace("pythonpath = [", 'pythonpath = ["src", ')
    (COPY / "pyproject.toml").write_text(project + SETTINGS.format(parts=parts, apart=APART), "utf-8")
    mutmut = str(Path(sys.executable).with_name("mutmut"))
    code = subprocess.run([mutmut, "run", *words], cwd=COPY, check=False).returncode
    results = subprocess.run([mutmut, "results"], cwd=COPY, check=False, capture_output=True, text=True).stdout.splitlines()
    print("\n".join(line for line in results if not line.endswith(": not checked")))
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
