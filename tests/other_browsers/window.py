#!/usr/bin/python3
"""A window of WebKitGTK with nothing around the page, which WebKitWebDriver drives.

WebKit's own small browser is never narrower than 447 px, and keeps the console for itself.
Run by Debian's Python, which has the bindings (python3-gi, gir1.2-webkit2-4.1).

The console goes to the file named by CONSOLE.  Arguments are properties of WebKit's settings: ``enable-html5-local-storage=false``.
"""

import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402 - their versions are chosen first

console = os.open(os.environ["CONSOLE"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
for stream in (1, 2):
    os.dup2(console, stream)
Gtk.init()
Gtk.Settings.get_default().set_property("gtk-font-name", "DejaVu Sans 11")  # system-ui, which could be a Chinese font otherwise
context = WebKit2.WebContext.get_default()  # one that keeps nothing would not write the console either
context.set_automation_allowed(True)
settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)
settings.set_hardware_acceleration_policy(WebKit2.HardwareAccelerationPolicy.NEVER)
for name, _, value in (word.partition("=") for word in sys.argv[1:] if "=" in word):
    settings.set_property(name, value == "true")


def view(*_: object) -> WebKit2.WebView:
    """A page in a window."""
    window = Gtk.Window(decorated=False, default_width=1280, default_height=900)
    page = WebKit2.WebView(web_context=context, is_controlled_by_automation=True, settings=settings)
    window.add(page)
    window.show_all()
    page.grab_focus()
    return page


def started(_: object, session: WebKit2.AutomationSession) -> None:
    """Name the browser, which the driver asks for, and give it pages."""
    about = WebKit2.ApplicationInfo()
    about.set_name("window")
    session.set_application_info(about)
    session.connect("create-web-view", view)


context.connect("automation-started", started)
Gtk.main()
