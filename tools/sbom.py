"""Writes sbom.json: the packages that build the site, as requirements.txt pins them, in CycloneDX 1.5.

``uv export`` makes it; what would change from day to day (time, serial number) is left out, and so are the files
of each package, whose hashes are in requirements.txt.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PINNED = re.compile(r"^([A-Za-z0-9._-]+==[^\\\n]+?)\s*\\?$", re.MULTILINE)


def main() -> None:
    """Export a project whose only dependencies are the pinned packages."""
    pinned = PINNED.findall((ROOT / "requirements.txt").read_text("utf-8"))
    listed = "".join(f"  {json.dumps(one)},\n" for one in pinned)
    with tempfile.TemporaryDirectory() as folder:
        head = '[project]\nname = "policy-on-record"\nversion = "0.1.0"\nrequires-python = ">=3.11"\n'
        Path(folder, "pyproject.toml").write_text(f"{head}dependencies = [\n{listed}]\n", "utf-8")
        uv = [str(Path(sys.executable).with_name("uv")), "export", "--quiet", "--project", folder, "--format", "cyclonedx1.5"]
        made = json.loads(subprocess.run(uv, check=True, capture_output=True, text=True).stdout)
    made.pop("serialNumber", None)
    made["metadata"].pop("timestamp", None)
    for component in made["components"]:
        component.pop("externalReferences", None)
    (ROOT / "sbom.json").write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
