"""A web page or PDF from outside → what it is called and whose it is. Runs in a process of its own: see apart.py.

Nothing here needs Django. Standard output gets one line: [title, publisher], the second empty where nothing says it.
"""

from html.parser import HTMLParser

from curation.decoding import decoded
from spreadsheets.apart import give, serve
from visitors.asked import readable

PDF = b"%PDF-"
BEGINNING = 1024  # bytes in which a PDF must say that it is one
LONGEST_HEAD = 500_000  # bytes of a page: its title stands far before that
NO_TITLE = "Op deze pagina staat geen titel."
TOO_LARGE = "Deze pagina is te groot om te lezen."
BROKEN = "Deze pdf is niet te lezen."


class UntitledError(Exception):
    """The page says nowhere what it is called; the message is a Dutch sentence."""


class PageHead(HTMLParser):
    """Gathers the texts in which a page says what it is called."""

    GATHERED = ("title", "h1")
    NAMED = {"og:title": "named", "og:site_name": "publisher"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.texts = {}
        self.inside = ""

    def handle_starttag(self, tag, attrs):
        if tag in self.GATHERED and tag not in self.texts:
            self.inside = tag
        if tag == "meta":
            attributes = dict(attrs)
            what = self.NAMED.get(attributes.get("property") or attributes.get("name"))
            if what:
                self.texts.setdefault(what, attributes.get("content") or "")

    def handle_endtag(self, tag):
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, data):
        if self.inside:
            self.texts[self.inside] = self.texts.get(self.inside, "") + data


def main(path):
    """Write the title and the publisher to standard output."""
    with open(path, "rb") as file:
        raw = file.read(LONGEST_HEAD)
    if PDF in raw[:BEGINNING]:
        title, publisher = pdf_head(path)
    else:
        title, publisher = page_head(decoded(raw))
    if not title:
        raise UntitledError(NO_TITLE)
    give([title, publisher])


def page_head(text):
    """(title, publisher) of a page, as one line each."""
    head = PageHead()
    head.feed(text)
    head.close()
    titles = [one_line(head.texts.get(name, "")) for name in ("named", "title", "h1")]
    title = next(filter(None, titles), "")
    return title, one_line(head.texts.get("publisher", ""))


def pdf_head(path):
    """The same of a PDF, which only may know its title."""
    from pypdf import PdfReader  # here, since a web page needs none of it

    try:
        metadata = PdfReader(path).metadata
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 a broken file makes the reader stumble over anything
        raise UntitledError(BROKEN) from error
    title = metadata.title if metadata else ""
    return one_line(title or ""), ""


def one_line(text):
    """A text without new lines and what no database holds."""
    return " ".join(readable(text).split())


if __name__ == "__main__":
    serve(main, UntitledError, TOO_LARGE)
