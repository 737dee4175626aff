"""The recipe for nginx, run: what deploy/nginx.conf answers, with which headers."""

from __future__ import annotations

import gzip
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import brotli
import pytest

from conftest import ROOT, Site
from verbatim.publish import folder as folders
from verbatim.publish import manifest, policy
from verbatim.read.cache_folder import CacheFolder

NGINX = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
TYPES = Path("/etc/nginx/mime.types")
THERE = NGINX and TYPES.exists()
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not THERE, reason="nginx is not installed; ./run test installs it where it can")]

BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
PATIENCE = 10  # seconds that nginx may take to start


@dataclass
class Answer:
    """What a server answered."""

    status: int
    headers: Message
    body: bytes


@dataclass
class Server:
    """A running server, and the folder that it serves."""

    port: int
    folder: Path

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """The answer to a request; names of headers are written with underscores."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()


def configuration(site: Path, port: int) -> str:
    """The recipe for a folder and a port of this machine, as a whole configuration of nginx; with Brotli where its module is."""
    recipe = (ROOT / "deploy/nginx.conf").read_text("utf-8")
    for old, new in (
        ("    listen 80;\n    listen [::]:80;\n", f"    listen 127.0.0.1:{port};\n"),
        ("/srv/site", str(site)),
        *([("# brotli_static on;", "brotli_static on;")] if BROTLI.exists() else []),
    ):
        assert old in recipe
        recipe = recipe.replace(old, new)
    module = f"load_module {BROTLI};\n" if BROTLI.exists() else ""
    user = "user root;\n" if os.geteuid() == 0 else ""  # the folders of the tests are for one user
    return f"{module}{user}daemon off;\npid nginx.pid;\nevents {{}}\nhttp {{\naccess_log off;\n{recipe}}}\n"


@pytest.fixture(scope="module")
def nginx(example: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The example, compressed as it is published, served by nginx."""
    home = tmp_path_factory.mktemp("nginx")
    shutil.copytree(example.folder, home / "site")
    folders.compress(home / "site", manifest.contents(home / "site"), folders.PackedBefore(home / "none", {}, CacheFolder(None)), {})
    shutil.copy(TYPES, home)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        server = Server(free.getsockname()[1], home / "site")
    (home / "nginx.conf").write_text(configuration(server.folder, server.port), "utf-8")
    process = subprocess.Popen([str(NGINX), "-e", "stderr", "-p", str(home), "-c", str(home / "nginx.conf")])
    try:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and process.poll() is None:
            with suppress(OSError):
                server.ask("/")
                break
            time.sleep(0.05)
        yield server
    finally:
        process.terminate()
        process.wait()


REQUESTS = {
    "the home page": ("/", "GET", {}, 200),
    "a page": ("/en/glossary/", "GET", {}, 200),
    "its head alone": ("/en/glossary/", "HEAD", {}, 200),
    "a folder without its slash": ("/en/glossary", "GET", {}, 301),
    "no such page": ("/en/gone/", "GET", {}, 404),
    "the headers": ("/_headers", "GET", {}, 404),
    "a folder without a page": ("/assets/", "GET", {}, 403),
    "a way out": ("/../../etc/passwd", "GET", {}, 400),
    "something to be stored": ("/", "POST", {}, 405),
    "a part of a file": ("/data/targets.csv", "GET", {"Range": "bytes=0-9"}, 206),
    "a part that is not there": ("/data/targets.csv", "GET", {"Range": "bytes=99999999-"}, 416),
}


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
def test_every_answer_has_every_header(nginx: Server, request_: tuple[str, str, dict[str, str], int]) -> None:
    path, method, headers, status = request_
    answer = nginx.ask(path, method, **headers)

    assert answer.status == status
    for name, value in policy.HEADERS.items():
        assert {*answer.headers.get_all(name, [])} == {value}
    [stated] = {*answer.headers.get_all("Content-Security-Policy", [])}
    assert stated in (nginx.folder / "_headers").read_text("utf-8")
    assert "unsafe" not in stated
    assert {*answer.headers.get_all("Cache-Control", [])} == {"no-cache"}
    assert (
        status == 416 or len(answer.headers.get_all("Referrer-Policy", [])) == 1
    )  # to a part that is not there nginx adds all of them twice
    assert answer.headers["Server"] == "nginx"


def test_nothing_changed_is_answered_with_all_headers_too(nginx: Server) -> None:
    tag = nginx.ask("/").headers["ETag"]
    answer = nginx.ask("/", If_None_Match=tag)

    assert (answer.status, answer.body) == (304, b"")
    assert "Content-Security-Policy" in answer.headers


def test_a_page_that_is_not_there_is_answered_with_the_page_that_says_so(nginx: Server) -> None:
    assert nginx.ask("/en/gone/").body == (nginx.folder / "404.html").read_bytes()


def test_a_redirect_names_no_host(nginx: Server) -> None:
    assert nginx.ask("/en/glossary", Host="evil.example").headers["Location"] == "/en/glossary/"


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("data/targets.csv", "text/csv; charset=utf-8"),
        ("data/targets.json", "application/json; charset=utf-8"),
        ("assets/site.*.min.css", "text/css; charset=utf-8"),
        ("files/*/assets/site.js", "application/javascript; charset=utf-8"),
        ("sitemap.xml", "text/xml; charset=utf-8"),
        ("licenses.txt", "text/plain; charset=utf-8"),
    ],
)
def test_each_text_has_its_type_and_is_sent_as_it_was_compressed(nginx: Server, pattern: str, kind: str) -> None:
    [path] = nginx.folder.glob(pattern)
    address, content = f"/{path.relative_to(nginx.folder).as_posix()}", path.read_bytes()
    answers = {coding: nginx.ask(address, Accept_Encoding=coding) for coding in ("identity", "gzip", "gzip, br")}

    assert {answer.headers["Content-Type"] for answer in answers.values()} == {kind}
    assert answers["identity"].body == content
    assert answers["gzip"].body == path.with_name(f"{path.name}.gz").read_bytes()
    assert gzip.decompress(answers["gzip"].body) == content
    assert answers["gzip"].headers["Vary"] == "Accept-Encoding"
    if BROTLI.exists():
        assert answers["gzip, br"].headers["Content-Encoding"] == "br"
        assert brotli.decompress(answers["gzip, br"].body) == content


@pytest.mark.parametrize(
    ("pattern", "kept"),
    [("assets/*.min.css", True), ("files/*/assets/*.js", True), ("current/*.js", False), ("*.html", False), ("data/*", False)],
)
def test_only_files_whose_names_hold_their_content_are_kept(nginx: Server, pattern: str, kept: bool) -> None:
    paths = [path for path in nginx.folder.glob(pattern) if path.is_file() and path.suffix not in folders.PACKED]
    assert paths
    for path in paths:
        stated = nginx.ask(f"/{path.relative_to(nginx.folder).as_posix()}").headers["Cache-Control"]
        assert stated == (policy.KEPT if kept else "no-cache")
