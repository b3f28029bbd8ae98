"""Where the browser for the tests is, and what is said without one."""

import os
import shutil

from playwright.sync_api import sync_playwright

# Debian's Chromium, also as root and without a graphics card; on a busy machine a start takes long.
# Without hinting letters are as wide in the one without windows as in the other.
LAUNCH = {
    "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--font-render-hinting=none"],
    "timeout": 300_000,
}
# The one without windows first: the same pages take it a fifth less.
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
NO_BROWSER = (
    "Chromium is niet gevonden. Installeer het (Debian: apt install chromium-headless-shell), "
    "of: playwright install chromium"
)


def chromium_path():
    """Where Chromium is: installed, or fetched through Playwright; ``None`` when nowhere."""
    for name in PROGRAMS:
        if shutil.which(name):
            return shutil.which(name)
    with sync_playwright() as playwright:
        fetched = playwright.chromium.executable_path
    return fetched if os.path.exists(fetched) else None
