"""Every file keeps PDF/UA-1 and PDF/A-3a, as veraPDF sees it; and veraPDF sees a planted fault."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pikepdf


def checked(paths: list[Path]) -> dict[str, list[str]]:
    """What veraPDF finds, by file and standard."""
    command = [sys.executable, str(Path(__file__).with_name("verapdf.py")), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def test_every_edition_keeps_both_standards_and_a_planted_fault_is_found(pdf: Path, tmp_path: Path) -> None:
    editions = sorted(pdf.glob("*.pdf"), key=lambda path: path.stat().st_size)
    with pikepdf.Pdf.open(io.BytesIO(editions[0].read_bytes())) as spoiled:
        del spoiled.Root.Lang
        del spoiled.Root.MarkInfo
        spoiled.save(tmp_path / "spoiled.pdf")

    found = checked([*editions, tmp_path / "spoiled.pdf"])

    assert found.pop("spoiled.pdf ua1")
    assert found.pop("spoiled.pdf 3a")
    assert len(found) == 2 * len(editions) >= 6
    assert {name: faults for name, faults in found.items() if faults} == {}
