"""Making a note as somebody at a library does: the form as a browser sends it, and the links that follow."""

from initiatives.models import Theme
from opportunities.models import Note
from tests.factories import InitiativeFactory, MunicipalityFactory, ThemeFactory

MAKE = "/gespreksnotitie/maken/"
CALCULATION = {
    "deelnemers": "12",
    "slagen_van": "20",
    "slagen_tot": "40",
    "besparing_van": "6000",
    "besparing_tot": "12000",
    "kosten": "8000",
    "slagen_bron": "Verslag 2025",
    "besparing_bron": "Eigen schatting",
}
MARKUP = [
    "<b>vet</b>",
    '#panic("kwaad")',
    "$x^2$",
    "[haak] *vet* _schuin_ `code`",
    "@ref <label> \\ //",
    '#read("/etc/passwd")',
]
ODD = ["😀 Jan", "\u202eomgekeerd\u202c", "مرحبا", "Anna\x0b\x1fde Vries", "张伟", "\ue000", "a\u0301\u200b", "A" * 100]


def utrecht(**fields):
    return MunicipalityFactory(**{"name": "Utrecht", "slug": "utrecht"} | fields)


def typed(**changes):
    """What the form sends for Utrecht and one theme, with these changes."""
    if "thema" not in changes:
        theme, _ = Theme.objects.get_or_create(slug="taal", defaults={"name": "Taal", "icon": Theme.Icon.LEARNING})
        changes["thema"] = [theme.slug]
    return {"gemeente": "utrecht", "publiek": "wethouder", "stap": "bewaar", "website": "", **changes}


def keep(client, **changes):
    """Keep a note; gives it and the address of its keeper."""
    response = client.post(MAKE, typed(**changes))
    assert response.status_code == 302, response.context["form"].errors
    return Note.objects.latest("pk"), response.url


def content(client, **changes):
    """What a note becomes."""
    return keep(client, **changes)[0].content


def themes(count):
    """Slugs of so many new themes."""
    return [ThemeFactory().slug for _ in range(count)]


def examples(count, **fields):
    """Slugs of so many examples on the site."""
    return [InitiativeFactory(**fields).slug for _ in range(count)]
