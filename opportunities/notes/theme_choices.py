"""Which themes a note is about, where nobody chose: what the audience is there for, and what promises most."""

from initiatives.models import Theme
from opportunities.choices import CHANCES
from opportunities.matrix import Matrix
from opportunities.matrix_rows import Row

from .forms import MOST_THEMES
from .material import most_promising_first
from .theme_words import THEME_OF


def best_themes(
    matrix: Matrix,
    audience: str,
) -> list[str]:
    """Slugs of the three that the page of the municipality speaks of, where it has fewer what is a chance.

    What the audience is there for comes first.
    """
    rows = []
    for row in matrix.rows:
        rows += row.parts or [row]
    chances = [row for row in rows if row.chance in CHANCES]
    best = matrix.most_striking(MOST_THEMES)
    best += most_promising_first(chances)
    slugs = []
    own_theme = THEME_OF.get(audience)
    if own_theme in slugs_of(rows):
        slugs.append(own_theme)
    slugs += slugs_of(best or rows)
    each_once = list(dict.fromkeys(slugs))
    return each_once[:MOST_THEMES]


def first_theme_for(
    audience: str,
    themes: list[Theme],
) -> Theme | None:
    """Of these themes what the audience is there for, else the first; ``None`` where there are none."""
    own_theme = THEME_OF.get(audience)
    for theme in themes:
        if theme.slug == own_theme:
            return theme
    return next(iter(themes), None)


def slugs_of(rows: list[Row]) -> list[str]:
    """The slugs of the themes of these rows."""
    return [row.theme.slug for row in rows]
