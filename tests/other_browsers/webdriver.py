"""Firefox and WebKit with one interface, over the W3C's WebDriver commands and the standard library alone.

Firefox takes them over Marionette, which it has built in (the usual translator, geckodriver, is in no package registry);
WebKitGTK, about the engine of Safari, over HTTP, in an X server of its own.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar

SECONDS = 30
"""How long anything may take: a busy machine is slow."""
KEYS = {"Tab": "\ue004", "Control": "\ue009", "Enter": "\ue007", "Shift": "\ue008", "Alt": "\ue00a", "Escape": "\ue00c"}
HOW = "install it (Debian: apt install firefox-esr webkit2gtk-driver xvfb python3-gi gir1.2-webkit2-4.1)"


WINDOW = Path(__file__).with_name("window.py")


class Refused(Exception):
    """The engine does not carry out a command."""


def found(*names: str) -> str:
    """The path of a program by any of its names."""
    return next(filter(None, map(shutil.which, names)), None) or _missing(names[0])


def _missing(name: str) -> str:
    raise FileNotFoundError(f"{name} is missing, which the tests in other browsers need: {HOW}")


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def until(holds: Any, what: str) -> Any:
    """Ask until the answer is true; that answer."""
    end = time.monotonic() + SECONDS
    while True:
        with suppress(Refused, ConnectionError, urllib.error.URLError):
            if answer := holds():
                return answer
        if time.monotonic() > end:
            raise AssertionError(f"not within {SECONDS} seconds: {what}")
        time.sleep(0.05)


class Engine:
    """What the tests do with a browser."""

    name: ClassVar[str]
    home: str
    """The address of the site."""

    def __init__(self, blocked: bool = False) -> None:
        """Start the engine; ``blocked``: pages may keep nothing."""
        self.processes: list[subprocess.Popen[bytes]] = []
        self.folder = Path(tempfile.mkdtemp(prefix=f"{self.name}-"))
        try:
            self.launch(blocked)
        except BaseException:
            self.close()
            raise

    def launch(self, blocked: bool) -> None:
        """Start the programs and a session."""
        raise NotImplementedError

    def run(self, command: list[str], **more: Any) -> None:
        """Start a program that is ended with the engine."""
        self.processes.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more))

    def send(self, command: str, **values: object) -> Any:
        """Carry out a command of the standard; its answer."""
        raise NotImplementedError

    def start(self, home: str, width: int, height: int) -> None:
        """Begin as a first visit to a site does: nothing kept, nothing said, in a window of a size."""
        self.home = home
        self.send("Navigate", url=f"{home}about/")
        self.evaluate("(() => { try { localStorage.clear(); } catch { /* it keeps nothing */ } })()")
        self.resize(width, height)
        self.errors()

    def goto(self, path: str) -> None:
        """Open a page of the site."""
        self.send("Navigate", url="about:blank")  # else another fragment would be a way within the page
        self.send("Navigate", url=self.home + path)

    def pause(self, seconds: float) -> None:
        """Let the page do what it does later."""
        time.sleep(seconds)

    @property
    def url(self) -> str:
        return str(self.send("GetCurrentURL"))

    def evaluate(self, expression: str, *given: object) -> Any:
        """The value of an expression, which finds what it is given in ``arguments``."""
        return self.send("ExecuteScript", script=f"return {expression}", args=list(given), sandbox=None)

    def wait(self, expression: str, *given: object) -> Any:
        """Wait until an expression holds; its value."""
        return until(lambda: self.evaluate(expression, *given), f"{expression} {given} at {self.url}")

    def wait_url(self, part: str) -> None:
        until(lambda: part in self.url, f"{part} in the address")

    def click(self, css: str) -> None:
        """Click on the first element that matches, with a mouse."""
        self.wait("document.querySelector(arguments[0])", css)
        self.evaluate("document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })", css)
        origin = self.evaluate("document.querySelector(arguments[0])", css)
        to = {"type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": origin}
        steps = [to, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._act(type="pointer", id="mouse", parameters={"pointerType": "mouse"}, actions=steps)

    def role(self, css: str) -> str:
        """The role that the first element that matches has for assistive technology."""
        element = self.wait("document.querySelector(arguments[0])", css)
        return str(self.send("GetComputedRole", id=next(iter(element.values()))))

    def press(self, *keys: str) -> None:
        """Press keys together, each by its name or letter."""
        real = [KEYS.get(key, key) for key in keys]
        steps = [{"type": "keyDown", "value": key} for key in real] + [{"type": "keyUp", "value": key} for key in reversed(real)]
        self._act(type="key", id="keyboard", actions=steps)

    def type(self, text: str) -> None:
        for letter in text:
            self.press(letter)

    def _act(self, **source: object) -> None:
        self.send("PerformActions", actions=[source])

    def resize(self, width: int, height: int) -> None:
        """Give the page, not the window around it, this size."""
        raise NotImplementedError

    def errors(self) -> list[str]:
        """What the console reports since it was last asked: errors of scripts, of loading and of the policy for content."""
        raise NotImplementedError

    def close(self) -> None:
        """End everything that was started."""
        for one in reversed(self.processes):
            one.terminate()
            one.wait(SECONDS)
        shutil.rmtree(self.folder, ignore_errors=True)


class Firefox(Engine):
    """Firefox over Marionette: messages of JSON, each after its length, in one connection."""

    name = "firefox"
    PREFERENCES: ClassVar[dict[str, bool | int | str]] = {
        "app.update.disabledForTesting": True,
        "browser.startup.page": 0,
        "datareporting.policy.dataSubmissionEnabled": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
        "services.settings.server": "data:,",
        "layout.css.prefers-color-scheme.content-override": 1,
    }
    BLOCKED: ClassVar[dict[str, bool | int | str]] = {"network.cookie.cookieBehavior": 2}
    CONSOLE = r"""(() => {
      const own = /^http:\/\/127/, store = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
      const said = [
        ...Services.console.getMessageArray().filter(one => one instanceof Ci.nsIScriptError && own.test(one.sourceName ?? ""))
          .map(one => `${one.category}: ${one.errorMessage} (${one.sourceName}:${one.lineNumber})`),
        ...store.getEvents().filter(one => ["error", "warn"].includes(one.level) && own.test(one.filename))
          .map(one => one.arguments.join(" ")),
      ];
      Services.console.reset();
      store.clearEvents();
      return said;
    })()"""

    LEFT = "Script Loader: Loading failed"
    """How a script is reported whose page was left while it loaded; what a server refuses the server knows better."""

    SIZE = """["width", "height"].forEach((side, at) => {
      const { style } = gBrowser.selectedBrowser;
      style.flex = "none";
      for (const end of ["min", "max"]) style[`${end}-${side}`] = `${arguments[at]}px`;
    })"""

    def launch(self, blocked: bool) -> None:
        port = free_port()
        chosen = self.PREFERENCES | {"marionette.port": port} | (self.BLOCKED if blocked else {})
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in chosen.items())
        (self.folder / "user.js").write_text("".join(lines))
        command = [found("firefox-esr", "firefox"), "--headless", "--no-remote", "--profile", str(self.folder), "--marionette"]
        self.run([*command, "--remote-allow-system-access", "--width=1280", "--height=985"])
        self.socket: socket.socket = until(lambda: socket.create_connection(("127.0.0.1", port), SECONDS * 3), "Firefox")
        self.stream = self.socket.makefile("rb")
        self._receive()
        self.send("NewSession")

    def _receive(self) -> Any:
        size = b""
        while (one := self.stream.read(1)) != b":":
            size += one
        return json.loads(self.stream.read(int(size)))

    def send(self, command: str, **values: object) -> Any:
        name = command if ":" in command else f"WebDriver:{command}"
        body = json.dumps([0, 1, name, values]).encode()
        self.socket.sendall(b"%d:%b" % (len(body), body))
        _, _, error, result = self._receive()
        if error:
            raise Refused(f"{error['error']}: {error['message']}")
        return result["value"] if isinstance(result, dict) and set(result) == {"value"} else result

    def _within(self, expression: str, *given: object) -> Any:
        """The value of an expression that has the rights of the browser itself."""
        self.send("Marionette:SetContext", value="chrome")
        try:
            return self.evaluate(expression, *given)
        finally:
            self.send("Marionette:SetContext", value="content")

    def resize(self, width: int, height: int) -> None:
        """Firefox's window has a least width, so the page's part of it is set."""
        self._within(self.SIZE, width, height)
        self.wait("innerWidth === arguments[0]", width)

    def pdf(self) -> bytes:
        """The page as it is printed on A4; WebKit's driver has no command for that."""
        return base64.b64decode(self.send("Print", page={"width": 21.0, "height": 29.7}))

    def errors(self) -> list[str]:
        said: list[str] = self._within(self.CONSOLE)
        return [one for one in said if not one.startswith(self.LEFT)]

    def close(self) -> None:
        super().close()
        with suppress(AttributeError):  # it never answered
            self.stream.close()
            self.socket.close()


class WebKit(Engine):
    """WebKitGTK over HTTP, in a window of ours."""

    name = "webkit"
    PATHS: ClassVar[dict[str, str]] = {
        "Navigate": "POST /url", "GetCurrentURL": "GET /url", "ExecuteScript": "POST /execute/sync", "PerformActions": "POST /actions",
        "SetWindowRect": "POST /window/rect", "GetComputedRole": "GET /element/{id}/computedrole",
    }  # fmt: skip
    SAID = re.compile(r"^.*CONSOLE .*(?:ERROR|WARN).*$", re.M)

    def launch(self, blocked: bool) -> None:
        driver = found("WebKitWebDriver")
        read, write = os.pipe()
        screen = [found("Xvfb"), "-displayfd", str(write), "-screen", "0", "1300x1100x24", "-nolisten", "tcp"]
        self.run(screen, pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as display:
            screen_name = f":{display.readline().strip()}"
        self.log = self.folder / "console"
        self.log.touch()
        self.seen = 0
        own = {"DISPLAY": screen_name, "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1", "CONSOLE": str(self.log), "HOME": str(self.folder)}
        own["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1"  # it needs rights that containers do not give; the pages are ours
        port = free_port()
        self.base = f"http://127.0.0.1:{port}/session"
        self.run([driver, f"--port={port}"], env={**os.environ, **own})
        options = {"binary": str(WINDOW), "args": [f"enable-html5-local-storage={str(not blocked).lower()}"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self.base += "/" + until(lambda: self._call("POST", "", {"capabilities": wanted}), "WebKit")["sessionId"]

    def _call(self, method: str, path: str, values: object) -> Any:
        body = json.dumps(values).encode() if method == "POST" else None
        try:
            with urllib.request.urlopen(urllib.request.Request(self.base + path, body, method=method), timeout=SECONDS * 3) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise Refused(json.load(error)["value"]) from None

    def send(self, command: str, **values: object) -> Any:
        method, path = self.PATHS[command].split()
        return self._call(method, path.format_map(values), values)

    def resize(self, width: int, height: int) -> None:
        self.send("SetWindowRect", width=width, height=height)
        self.wait("innerWidth === arguments[0]", width)

    def errors(self) -> list[str]:
        time.sleep(0.1)  # they arrive from another process
        text = self.log.read_text("utf-8", "replace")
        said, self.seen = self.SAID.findall(text[self.seen :]), len(text)
        return said

    def close(self) -> None:
        with suppress(AttributeError, Refused, ConnectionError, urllib.error.URLError):
            self._call("DELETE", "", None)
        super().close()
