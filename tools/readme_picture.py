"""Take the picture of the README: three pages of the built site side by side (`./run build` first).

BROWSER_PATH=/usr/bin/chromium .venv/bin/python tools/readme_picture.py
"""

from __future__ import annotations

import os
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from playwright.sync_api import sync_playwright
from server import serving

ROOT = Path(__file__).parents[1]
PAGES = ("pilot-zone-2023/sun-jingjun/#q2-a5-3", "en/pilot-zone-2023/sun-jingjun/#q2-a5-3", "en/pilot-zone-2023/targets/#targets")
FRAMES = "".join(f'<iframe src="{{}}{page}" style="border:1px solid #999;height:720px;width:600px;margin:6px"></iframe>' for page in PAGES)


def main() -> None:
    """Serve the site, photograph each page and lay the pictures side by side."""
    # without the headers of the site, which let no page be in a frame
    with serving(ROOT / "site", SimpleHTTPRequestHandler) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["BROWSER_PATH"], args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1840, "height": 740})
        page.goto(f"{url}404.html")
        page.set_content(f'<body style="background:#fff;display:flex;margin:0">{FRAMES.replace("{}", url)}')
        page.wait_for_timeout(2500)
        (ROOT / "readme").mkdir(exist_ok=True)
        page.screenshot(path=ROOT / "readme/site.png")


if __name__ == "__main__":
    main()
