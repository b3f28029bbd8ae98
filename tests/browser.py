"""Where the browser for the tests is, and what is said without one."""

import os
import shutil

from playwright.sync_api import sync_playwright

# Debian's Chromium, also as root and without a graphics card; on a busy machine a start takes long
LAUNCH = {"args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"], "timeout": 60_000}
NO_BROWSER = "Chromium is niet gevonden. Installeer het (Debian: apt install chromium), of: playwright install chromium"


def chromium_path():
    """Where Chromium is: installed, or fetched through Playwright; ``None`` when nowhere."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if shutil.which(name):
            return shutil.which(name)
    with sync_playwright() as playwright:
        fetched = playwright.chromium.executable_path
    return fetched if os.path.exists(fetched) else None
