"""The text of a PDF as lines of our own layout: pages, headings and paragraphs. Runs apart; needs no Django."""

import re
from collections import Counter
from dataclasses import dataclass

from pypdf import PdfReader

from visitors.asked import readable

from .layout import HEADING, page_mark
from .refusing import (
    BROKEN,
    LOCKED,
    MOST_PAGES,
    NO_TEXT,
    TOO_MANY_PAGES,
    UnreadableError,
)

LARGER = 1.12  # times the usual size of letters: so large is a heading
LONGEST_HEADING = 120  # characters
EDGE = 2  # lines at the top and at the foot of a page that may be the same everywhere
SELDOM = 0.3  # of the text that is bold
OFTEN = 0.5  # of the pages on which such a line stands
# the last are what Word draws with a typeface of symbols
BULLET = re.compile(r"[•▪◦‣●○■–\-*·\uf000-\uf0ff]\s+")
BOLD_NAME = re.compile("bold|black|heavy|semi", re.IGNORECASE)
PAGE_NUMBER = re.compile(
    r"(pagina|bladzijde|blz\.?|p\.)?\s*[0-9]{1,4}(\s*(van|/|\|)\s*[0-9]{1,4})?",
    re.IGNORECASE,
)


@dataclass
class PdfLine:
    """A line of a page, with how large its largest letters are and whether all of it is bold."""

    text: str = ""
    size: float = 0
    is_bold: bool = True

    def add(self, text, size, is_bold):
        """Put another piece behind it."""
        self.text += text
        if text.strip():
            self.size = max(self.size, size)
            self.is_bold = self.is_bold and is_bold


@dataclass(frozen=True)
class Letters:
    """What the letters of most of a document look like."""

    size: float
    bold_is_seldom: bool


class PageLines:
    """Gathers the lines of a page from the pieces in which the reader gives its text."""

    def __init__(self):
        self.lines = [PdfLine()]

    def visit(
        self,
        text,
        matrix,
        text_matrix,
        font,
        size,
    ):
        """Called by the reader for each piece, with where and how it is drawn."""
        height = abs(size * text_matrix[3] * matrix[3])
        is_bold = is_bold_font(font)
        for number, part in enumerate(text.split("\n")):
            if number:
                self.lines.append(PdfLine())
            self.lines[-1].add(part, height, is_bold)

    @property
    def filled_lines(self):
        """The lines with something in them, without the number of the page."""
        for line in self.lines:
            words = readable(line.text).split()
            line.text = " ".join(words)
        lines = []
        for line in self.lines:
            if line.text and not PAGE_NUMBER.fullmatch(line.text):
                lines.append(line)
        return lines


def is_bold_font(font):
    """Whether the name of these letters says that they are bold."""
    if not font:
        return False
    name = str(font.get("/BaseFont", ""))
    return BOLD_NAME.search(name) is not None


def read_pdf(path):
    """The lines of a PDF in our layout; raises ``UnreadableError``."""
    pages = pages_of(path)
    if not any(pages):
        raise UnreadableError(NO_TEXT)
    repeated = lines_of_most_pages(pages)
    letters = usual_letters(pages)
    lines = []
    for number, page in enumerate(pages, 1):
        lines.append(page_mark(number))
        lines += paragraphs(
            without_edges(page, repeated),
            letters,
        )
    return lines


def pages_of(path):
    """The ``PdfLine``s of each page."""
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError(LOCKED)
        if reader.get_num_pages() > MOST_PAGES or len(reader.pages) > MOST_PAGES:
            raise UnreadableError(TOO_MANY_PAGES)
        pages = []
        for page in reader.pages:
            gathered = PageLines()
            page.extract_text(visitor_text=gathered.visit)
            pages.append(gathered.filled_lines)
    except (UnreadableError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 a broken file makes the reader stumble over anything
        raise UnreadableError(BROKEN) from error
    return pages


def bare(line):
    """What is the same in ``Coalitieakkoord | 12`` and ``Coalitieakkoord | 13``."""
    return re.sub(r"^[0-9\W]+|[0-9\W]+$", "", line.text)


def lines_of_most_pages(pages):
    """What stands at the top or foot of most pages of a document of three or more: no part of the text."""
    counts = Counter()
    for page in pages:
        edges = [*page[:EDGE], *page[-EDGE:]]
        counts.update(set(map(bare, edges)))
    repeated = set()
    for text, count in counts.items():
        if count >= 3 and count > OFTEN * len(pages):
            repeated.add(text)
    return repeated


def without_edges(page, repeated):
    """The lines of a page, but those at its top and foot that stand there on most pages."""
    lines = []
    for place, line in enumerate(page):
        is_inside = EDGE <= place < len(page) - EDGE
        if is_inside or bare(line) not in repeated:
            lines.append(line)
    return lines


def usual_letters(pages):
    """The size of most letters, and whether bold ones are seldom enough to say something."""
    sizes = Counter()
    bold = 0
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
            bold += line.is_bold * len(line.text)
    [(usual_size, _)] = sizes.most_common(1)
    return Letters(
        usual_size,
        bold < SELDOM * sizes.total(),
    )


def paragraphs(lines, letters):
    """Lines put together to paragraphs; a heading, which may take two lines, and an item of a list stand alone."""
    texts = []
    before = None
    for line in lines:
        heading = is_heading(line, letters)
        item = BULLET.match(line.text)
        kind = None
        if heading:
            # a chapter and its first part, one in larger letters than the other, are two headings
            kind = line.size
        if not texts or item or kind != before:
            text = line.text
            if item:
                text = text[item.end() :]
            if heading:
                text = HEADING + text
            texts.append(text)
        else:
            texts[-1] = joined_line(texts[-1], line.text)
        before = kind
    return texts


def is_heading(line, letters):
    """Whether a line looks like a heading: short, and in larger or bolder letters than the text."""
    is_large = line.size > letters.size * LARGER
    is_bold = line.is_bold and letters.bold_is_seldom and line.size >= letters.size
    if not is_large and not is_bold:
        return False
    has_word = re.search(r"[^\W\d]{3}", line.text) is not None
    is_sentence = line.text.endswith((".", ",", ";"))
    is_short = len(line.text) <= LONGEST_HEADING
    return has_word and is_short and not is_sentence


def joined_line(before, line):
    """A line after the one before it; a word that was broken off is made whole."""
    is_broken = before.endswith("-") and line[0].islower()
    if is_broken and not line.startswith(("en ", "of ")):
        return before[:-1] + line
    return f"{before} {line}"
