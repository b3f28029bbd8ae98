"""Chromium on pages that Django answers in this process, with or without their content policy; and what ran there."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders

SITE = "http://testserver"
POLICY = "Content-Security-Policy"
SHOWN = ("text/html", "image/svg+xml")
# every call of a payload is written down, also where a page brings its own
RAN = "window.ran = []; window.pwn = function (...said) { window.ran.push(said.join() || 'pwn()'); return ''; };"
INSERTED = (Path(__file__).parent / "inserted.js").read_text()
PARSED = f"(html) => ({INSERTED})(new DOMParser().parseFromString(html, 'text/html'))"
ERROR, FAILED = 500, ["the site failed"]


@dataclass
class Browser:
    """One page of Chromium that asks ``client``, which is logged in as somebody, and remembers what it was asked."""

    page: object
    client: object
    has_policy: bool = False
    asked: list = field(default_factory=list)
    said: list = field(default_factory=list)

    def __post_init__(self):
        self.page.add_init_script(RAN)
        self.page.route("**/*", self._answer)
        self.page.on("dialog", self._dismiss)
        self.page.on("console", self._hear)

    def open(self, path):
        """What ran or was inserted on the page at this address, in words."""
        return self.show(path, self.client.get(path))

    def show(self, path, response):
        """The same of an answer that is there already, as the page at this address."""
        if response.status_code >= ERROR:
            return FAILED
        if not response.get("Content-Type", "").startswith(SHOWN):
            body_of(response)  # a file that nobody reads would stay open
            return []
        self.asked, self.said, self.shown = [], [], response
        self.page.goto(f"{SITE}{path}", wait_until="load")
        return self._found()

    def read(self, path):
        """What the parser of the browser finds inserted on this page, without running it: quicker than to open it."""
        response = self.client.get(path)
        body_of(response)  # a file that nobody reads would stay open
        return FAILED if response.status_code >= ERROR else self.page.evaluate(PARSED, html_of(response))

    def _found(self):
        # two frames, in which Alpine, htmx and our scripts do what they do at the start
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        ran = [f"ran {said}" for frame in self.page.frames for said in frame.evaluate("window.ran || []")]
        elsewhere = [f"asked for {address}" for address in self.asked if urlsplit(address).hostname != "testserver"]
        return ran + elsewhere + self.said + self.page.evaluate(f"({INSERTED})(document)")

    def _answer(self, route):
        request = route.request
        self.asked.append(request.url)
        url = urlsplit(request.url)
        if request.is_navigation_request() and request.frame == self.page.main_frame:
            route.fulfill(status=200, headers=self._headers(self.shown), body=body_of(self.shown))
        elif url.hostname == "testserver" and url.path.startswith("/static/") and url.path.endswith(".js"):
            route.fulfill(body=_file(url.path), content_type="text/javascript")
        else:
            route.fulfill(status=404, body="")

    def _headers(self, response):
        policy = {POLICY: response.headers[POLICY]} if self.has_policy and POLICY in response.headers else {}
        return policy | {"Content-Type": response.headers["Content-Type"]}

    def _dismiss(self, dialog):
        self.said.append(f"said {dialog.message}")
        dialog.dismiss()

    def _hear(self, line):
        if line.text.startswith("Alpine"):
            self.said.append(line.text)


def _file(path):
    return Path(finders.find(path.removeprefix("/static/"))).read_bytes()


def body_of(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def html_of(response):
    """The text of a page; empty for what is no page."""
    is_page = response.get("Content-Type", "").startswith("text/html")
    return response.content.decode() if is_page else ""
