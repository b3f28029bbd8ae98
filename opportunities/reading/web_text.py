"""The text of a web page as lines of our own layout. Runs apart; needs no Django."""

from html.parser import HTMLParser

from curation.decoding import decoded
from visitors.asked import readable

from .layout import HEADING
from .refusing import EMPTY_PAGE, UnreadableError

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BREAKING = {
    *HEADINGS,
    "p",
    "li",
    "div",
    "section",
    "article",
    "br",
    "tr",
    "td",
    "th",
    "dt",
    "dd",
    "blockquote",
}
SKIPPED = {
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "nav",
    "header",
    "footer",
    "form",
    "aside",
    "head",
}


def read_page(raw):
    """The lines of a web page in our layout; raises ``UnreadableError``."""
    text = decoded(raw)
    parser = PageText()
    parser.feed(text)
    parser.close()
    lines = parser.main_lines or parser.lines
    if not lines:
        raise UnreadableError(EMPTY_PAGE)
    return lines


class PageText(HTMLParser):
    """Gathers headings and paragraphs; what is in ``main`` apart, since the rest is seldom the document."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines = []
        self.main_lines = []
        self.text = ""
        self.is_heading = False
        self.skipping = []
        self.in_main = 0

    def handle_starttag(self, tag, attrs):
        if tag in SKIPPED:
            self.skipping.append(tag)
        if tag in BREAKING or tag == "main":
            self.flush()
        if tag in HEADINGS:
            self.is_heading = True
        if tag == "main":
            self.in_main += 1

    def handle_endtag(self, tag):
        if tag in self.skipping:
            while self.skipping.pop() != tag:
                pass
        if tag in BREAKING or tag == "main":
            self.flush()
        if tag == "main" and self.in_main:
            self.in_main -= 1

    def handle_data(self, data):
        if not self.skipping:
            self.text += data

    def close(self):
        super().close()
        self.flush()

    def flush(self):
        """End the line that was being gathered."""
        line = " ".join(readable(self.text).split())
        if line and self.is_heading:
            line = HEADING + line
        if line:
            self.lines.append(line)
            if self.in_main:
                self.main_lines.append(line)
        self.text = ""
        self.is_heading = False
