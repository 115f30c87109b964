"""The pictures of the README: screenshots of the built site. ``python tools/pictures.py`` after ``make reports``."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PAGES = {"text": "en/edition-A_RES_75_324-text.html", "front": "en/index.html"}
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main() -> None:
    target = ROOT / "docs" / "images"
    target.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        for name, address in PAGES.items():
            page = browser.new_page(viewport={"width": 1280, "height": 860})
            page.goto((ROOT / "reports" / "site" / address).as_uri())
            page.screenshot(path=target / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
