"""The workflow gives each job no more than it needs, and runs the code of others only as it was looked at."""

from __future__ import annotations

import re
from typing import Any

import yaml

from .example import ROOT

TEXT = (ROOT / ".github/workflows/pages.yml").read_text("utf-8")
JOBS: dict[str, dict[str, Any]] = yaml.load(TEXT, yaml.BaseLoader)["jobs"]
STEPS = [(name, step) for name, job in JOBS.items() for step in job["steps"]]


def test_only_the_job_that_publishes_may_write_and_it_never_runs_for_a_pull_request() -> None:
    assert yaml.load(TEXT, yaml.BaseLoader)["permissions"] == {"contents": "read"}
    writing = {name for name, job in JOBS.items() if "write" in job.get("permissions", {}).values()}

    assert writing == {"publish"}
    assert JOBS["publish"]["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert JOBS["publish"]["if"].startswith("github.event_name != 'pull_request' && ")
    assert JOBS["publish"]["needs"] == "test"


def test_actions_are_named_by_the_hash_of_a_commit_and_its_release() -> None:
    named = re.findall(r"uses: (\S+)(.*)", TEXT)

    assert len(named) == sum("uses" in step for _, step in STEPS)
    for action, comment in named:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment)
    assert len({*named}) == len({action.partition("@")[0] for action, _ in named})


def test_the_workflow_of_parts_names_the_same_actions_and_merges_each_part() -> None:
    parts = (ROOT / "deploy/parts.yml").read_text("utf-8")
    jobs = yaml.load(parts, yaml.BaseLoader)["jobs"]
    numbers = jobs["part"]["strategy"]["matrix"]["part"]

    hashes = dict(re.findall(r"actions/(\w[\w-]*)(?:/restore)?@([0-9a-f]{40} # v\S+)", TEXT))
    assert dict(re.findall(r"actions/(\w[\w-]*)(?:/restore)?@([0-9a-f]{40} # v\S+)", parts)).items() <= hashes.items()
    assert f'--part "$PART/{len(numbers)}"' in parts
    restored = [step["with"]["key"] for step in jobs["site"]["steps"] if "actions/cache/restore@" in step.get("uses", "")]
    assert restored == [f"part-{number}-${{{{ github.run_id }}}}" for number in numbers]


def test_no_step_keeps_a_token_or_puts_a_value_into_a_command() -> None:
    for _, step in STEPS:
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"
        assert "${{" not in step.get("run", "")


def test_what_is_published_was_tested_verified_and_keeps_the_files_of_the_builds_before() -> None:
    commands = [step.get("run", step.get("uses", "").partition("@")[0]) for name, step in STEPS if name == "publish"]
    order = ["actions/cache", "./run build", "./run verify site", "actions/upload-pages-artifact", "actions/deploy-pages"]

    assert [command for command in commands if command in order] == order
    assert "pull_request:" in TEXT
    assert ".ci/run" in [step.get("run") for name, step in STEPS if name == "test"]
