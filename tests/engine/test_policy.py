from __future__ import annotations

from verbatim.publish import policy


def test_a_policy_names_inline_scripts_by_their_hashes_once_and_allows_no_other() -> None:
    stated = policy.policy(["go()", "go()"])

    assert stated.count("sha256-") == 1
    assert policy.script_hash("go()") in stated
    assert "unsafe" not in stated
    assert stated.startswith("default-src 'none';script-src 'self' 'sha256-")


def test_a_page_can_state_its_own_policy_before_anything_else() -> None:
    stated = policy.with_policy("<html><meta charset=utf-8><script>go()</script>")

    assert stated.startswith('<html><meta charset=utf-8><meta http-equiv="Content-Security-Policy" content="default-src')
    assert "frame-ancestors" not in stated  # which browsers ignore there, and report
    assert policy.script_hash("go()") in stated


def test_headers_are_written_for_hosts_and_for_nginx() -> None:
    files = policy.header_files(["go()"], ["assets/site.89abcdef.min.css"])

    for text in files.values():
        assert policy.script_hash("go()") in text
        for name, value in policy.HEADERS.items():
            assert name in text
            assert value in text
    assert "/assets/site.89abcdef.min.css\n  Cache-Control: public, max-age=31536000, immutable\n" in files["_headers"]
    assert files["_headers.nginx"].count(" always;\n") == len(policy.HEADERS) + 1
