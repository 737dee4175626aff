from __future__ import annotations

from verbatim.text.fingerprint import fingerprint, sha256


def test_a_text_has_the_checksum_of_its_bytes_in_utf_8() -> None:
    assert sha256("港口") == sha256("港口".encode())
    assert sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert fingerprint("港口") == sha256("港口")[:8]
