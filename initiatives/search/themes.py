"""Search documents of themes."""

from initiatives.models import Theme
from partners.fields import sort_key_of
from partners.search.evidence import EVIDENCE, evidence
from search.codes import code
from search.documents.draft import Draft, by_number

KIND = "thema"
QUALITY = 150  # a theme is the way in to many examples


def public(today):
    """All themes."""
    return Theme.objects.order_by("pk")


def load(themes):
    """Load what a document needs, in 7 queries."""
    return themes.select_related("parent").prefetch_related(
        "subthemes",
        "offers",
        "duties",
        "questions",
        *EVIDENCE,
    )


def draft(theme, world):
    """A theme is found by its name, by its parts and by what library and municipality do about it."""
    lines = lines_under(theme)
    rests_on = evidence(theme)
    parts = [str(part) for part in by_number(theme.subthemes.all())]
    codes = {code("soort", KIND), code("thema", theme.pk)}
    above = []
    where = ""
    if theme.parent:
        codes.add(code("thema", theme.parent.pk))
        above = [str(theme.parent)]
        where = f"Deel van {theme.parent}"
    return Draft(
        names=[theme.name],
        summaries=[theme.introduction, *above, *parts],
        texts=[*lines, *rests_on],
        lines=[theme.introduction, *lines, *rests_on, *above, *parts],
        codes=codes,
        sort_key=sort_key_of(theme.name),
        updated_at=world.midnight,
        quality=QUALITY,
        card={
            "url": theme.get_absolute_url(),
            "title": theme.name,
            "summary": theme.introduction,
            "where": where,
        },
    )


def lines_under(theme):
    """What the library can do, what the municipality must, and what one may ask."""
    lines = []
    for offer in by_number(theme.offers.all()):
        lines += filter(None, [offer.text, offer.explanation])
    lines += map(str, by_number(theme.duties.all()))
    lines += map(str, by_number(theme.questions.all()))
    return lines
