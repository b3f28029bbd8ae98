"""Making a note as somebody at a library does: the form as a browser sends it, and the links and files that follow."""

from initiatives.models import Initiative, Theme
from opportunities.models import Note
from opportunities.notes.links import keeper_token
from tests.factories import (
    ConversationQuestionFactory,
    InitiativeFactory,
    LibraryOfferFactory,
    MunicipalDutyFactory,
    MunicipalityFactory,
    SourceFactory,
    ThemeFactory,
)
from tests.opportunities.levels import needs, wants
from tests.opportunity_factories import ServiceFactory

MAKE = "/gespreksnotitie/maken/"
FOR_READERS = ["/gespreksnotitie/{}/", "/gespreksnotitie/{}/pdf/", "/gespreksnotitie/{}/docx/"]
FOR_KEEPERS = [f"/gespreksnotitie/{page}/{{}}/" for page in ("beheer", "wijzigen", "verwijderen")]
SECRET = "ada.lovelace@voorbeeld.nl"
ASSUMPTIONS = {
    "deelnemers": "12",
    "slagen_van": "20",
    "slagen_tot": "40",
    "besparing_van": "6000",
    "besparing_tot": "12000",
    "kosten": "8000",
}
CALCULATION = ASSUMPTIONS | {"slagen_bron": "Verslag 2025", "besparing_bron": "Eigen schatting"}
NAMES = ["titel", "van", "publiek_naam", "contact_naam"]
OWN_WORDS = [*NAMES, "bibliotheek", "voorstel", "meten", "vraag"]
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


def footnote(made, number):
    """The text behind a number in the note."""
    return made["footnotes"][number - 1]


def draft(client, **query):
    """What stands in the form at first."""
    response = client.get(MAKE, {"gemeente": "utrecht"} | query)
    assert response.status_code == 200
    return response.context["draft"].data


def preview(client, **query):
    """The content beside the form at first."""
    return client.get(MAKE, {"gemeente": "utrecht"} | query).context["content"]


def sent(client, data, **changes):
    """What stands in the form after these changes were sent."""
    typed_in = {name: data.getlist(name) for name in data} | changes | {"stap": "bekijk"}
    return client.post(MAKE, typed_in).context["draft"].data


def themes(count):
    """Slugs of so many new themes."""
    return [ThemeFactory().slug for _ in range(count)]


def examples(count, **fields):
    """Slugs of so many examples on the site."""
    return [InitiativeFactory(**fields).slug for _ in range(count)]


def file(client, kind, **changes):
    """The file of a note with these words."""
    note, _ = keep(client, **changes)
    response = client.get(f"{note.get_absolute_url()}{kind}/")
    assert response.status_code == 200
    return response


def ordinary(municipality):
    """Three themes with figures, policy and supply, and four examples: what a note usually has."""
    for name in ("Eenzaamheid", "Taal", "Werk en inkomen"):
        theme = ThemeFactory(name=name)
        needs(municipality, theme)
        wants(municipality, theme)
        ServiceFactory(municipality=municipality, themes=[theme])
        LibraryOfferFactory.create_batch(3, theme=theme)
        ConversationQuestionFactory.create_batch(2, theme=theme)
        MunicipalDutyFactory(theme=theme)
    for title in ("Taalhuis", "Leeskring", "Walk&Talk", "Geldfit"):
        example = InitiativeFactory(title=title, summary="Samen lezen. " * 12, year=2024)
        example.sources.add(SourceFactory())
    return chosen()


def chosen():
    """The slugs of all themes and examples that were made."""
    found = {"thema": Theme.objects.all(), "voorbeeld": Initiative.objects.all()}
    return {name: [each.slug for each in things] for name, things in found.items()}


def answers(client, note):
    """The status of every page of a note."""
    addresses = [page.format(note.token) for page in FOR_READERS]
    addresses += [page.format(keeper_token(note)) for page in FOR_KEEPERS]
    return [client.get(address).status_code for address in addresses]
