"""What is asked of the site and of its rivals, and how quick the site has to be."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from bench.surroundings import MAIN_THEMES, PROVINCES
from bench.vocabulary import COMMON, RARE_PAIRS

OVERVIEW, EVERYTHING = "/praktijkvoorbeelden/", "/zoeken/"
PER_PAGE = 20
PER_TEMPLATE = 2.5  # a whole page takes at most so many times its template alone
MEGABYTES = {100_000: 25}  # of bitmaps in each worker
SAVING = {100_000: 30}  # milliseconds for saving one entry with its document


@dataclass(frozen=True)
class Question:
    """One query string; themes are alternatives of each other."""

    words: str = ""
    themes: tuple = ()
    province: str = ""
    page: int = 1
    address: str = OVERVIEW

    @property
    def url(self):
        """The page of the site that answers it."""
        asked = [
            ("q", self.words),
            *(("thema", theme) for theme in self.themes),
            ("provincie", self.province),
        ]
        asked.append(("pagina", self.page if self.page > 1 else ""))
        return f"{self.address}?{urlencode([(name, value) for name, value in asked if value])}".rstrip(
            "?"
        )

    @property
    def filters(self):
        """The chosen values by facet, without facets of which nothing is chosen."""
        chosen = {
            "thema": self.themes,
            "provincie": (self.province,) if self.province else (),
        }
        return {name: values for name, values in chosen.items() if values}

    @property
    def offset(self):
        """How many results come before this page."""
        return (self.page - 1) * PER_PAGE


@dataclass(frozen=True)
class Measure:
    """Questions of one kind, asked in turn; ``targets`` are median milliseconds by number of entries."""

    name: str
    questions: list
    is_cold: bool = False
    targets: dict = field(default_factory=dict)
    has_rivals: bool = True


def _filters(n):
    """Two theme parts and a province, each time other ones."""
    first = MAIN_THEMES + 1 + 2 * n
    return {
        "themes": (f"thema-{first}", f"thema-{first + 1}"),
        "province": f"provincie-{1 + n % PROVINCES}",
    }


def _never_together():
    """Questions of which no text has all words: a rare pair, and a word of another one."""
    questions = []
    for n, pair in enumerate(RARE_PAIRS):
        of_another = RARE_PAIRS[n - 1][0]
        questions.append(Question(" ".join([*pair, of_another])))
    return questions


_COMMON = [Question(words) for words in COMMON]
MEASURES = [
    Measure("zonder zoekwoord", [Question()], targets={100_000: 10, 1_000_000: 15}),
    Measure(
        "veelgebruikt woord, koud",
        _COMMON,
        is_cold=True,
        targets={100_000: 30, 1_000_000: 300},
    ),
    Measure(
        "veelgebruikt woord, herhaald",
        _COMMON,
        targets={100_000: 10, 1_000_000: 20},
        has_rivals=False,
    ),
    Measure(
        "twee zeldzame woorden, 2 thema’s, provincie",
        [Question(" ".join(pair), **_filters(n)) for n, pair in enumerate(RARE_PAIRS)],
        is_cold=True,
        targets={100_000: 15, 1_000_000: 40},
    ),
    Measure(
        "niet alle woorden: op gewicht en betekenis",
        _never_together(),
        is_cold=True,
        targets={100_000: 60},
        has_rivals=False,
    ),
    Measure(
        "veelgebruikt woord, pagina 50", [Question(words, page=50) for words in COMMON]
    ),
    Measure(
        "alleen 2 thema’s en provincie",
        [Question(**_filters(n)) for n in range(8)],
        is_cold=True,
    ),
    Measure(
        "alles doorzoeken: veelgebruikt woord, koud",
        [Question(words, address=EVERYTHING) for words in COMMON],
        is_cold=True,
        has_rivals=False,
    ),
]
