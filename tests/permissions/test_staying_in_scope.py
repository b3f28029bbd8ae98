"""A curator of A keeps what is of A there: a form that would take it elsewhere is shown again, as it was typed."""

from contextlib import contextmanager
from io import BytesIO

import pytest
from django.apps import apps
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from PIL import Image

from curation.options import CuratedAdmin
from initiatives.models import Initiative
from partners.models import Library
from tests import factories
from tests.permissions.asking import client_of
from tests.permissions.forms import add_path, change_path, shown_errors, shown_values, typed
from tests.role_factories import national_curator

pytestmark = pytest.mark.django_db
SENTENCE = [CuratedAdmin.out_of_scope]

NEW_LEAD = {"participations-TOTAL_FORMS": 1, "participations-0-role": "trekker"}


def sentence_of(label):
    """What the form of this model says; of documents it names other fields."""
    return [admin.site.get_model_admin(apps.get_model(label)).out_of_scope]


def own_initiative(country):
    """An initiative without lead library, in a municipality of A, complete enough to be saved."""
    place, theme = country.own["partners.municipality"], factories.ThemeFactory()
    return factories.InitiativeFactory(places=[place], themes=[theme], goal="Lezen")


def new_initiative(country, **values):
    fields = {
        "title": "Iets nieuws",
        "slug": "iets-nieuws",
        "summary": "Kort.",
        "themes": [factories.ThemeFactory().pk],
    }
    return typed(country.client, add_path("initiatives.initiative"), fields | values)


@pytest.mark.parametrize(
    "elsewhere",
    [
        lambda country: {"is_national": "on"},
        lambda country: {"places": [country.other["partners.municipality"].pk]},
        lambda country: {"places": None},
        lambda country: NEW_LEAD | {"participations-0-organisation": country.other["partners.library"].pk},
    ],
    ids=["national", "place elsewhere", "no place", "lead library elsewhere"],
)
def test_an_own_initiative_cannot_leave(country, elsewhere):
    initiative = own_initiative(country)
    before = (
        Initiative.objects.filter(pk=initiative.pk).values("title", "is_national", "places", "participations").get()
    )
    data = typed(country.client, change_path(initiative), {"title": "Anders", **elsewhere(country)})

    response = country.client.post(change_path(initiative), data)
    after = Initiative.objects.filter(pk=initiative.pk).values("title", "is_national", "places", "participations").get()

    assert shown_errors(response) == SENTENCE
    assert shown_values(response, ["title", "goal"]) == {"title": "Anders", "goal": "Lezen"}
    assert after == before


@pytest.mark.parametrize(
    "values",
    [
        lambda country: {},
        lambda country: {"is_national": "on", "places": [country.own["partners.municipality"].pk]},
        lambda country: {"places": [country.other["partners.municipality"].pk]},
        lambda country: (
            NEW_LEAD
            | {"participations-0-organisation": country.other["partners.library"].pk}
            | {"places": [country.own["partners.municipality"].pk]}
        ),
    ],
    ids=["nowhere", "national", "place elsewhere", "lead library elsewhere"],
)
def test_an_initiative_elsewhere_cannot_be_made(country, values):
    data = new_initiative(country, **values(country))

    response = country.client.post(add_path("initiatives.initiative"), data)

    assert shown_errors(response) == SENTENCE
    assert shown_values(response, ["title", "summary"]) == {"title": "Iets nieuws", "summary": "Kort."}
    assert Initiative.objects.filter(slug="iets-nieuws").exists() is False


@pytest.mark.parametrize(
    "values",
    [
        lambda country: {"places": [country.own["partners.municipality"].pk]},
        lambda country: {
            "places": [country.own["partners.municipality"].pk, country.other["partners.municipality"].pk],
        },
        lambda country: NEW_LEAD | {"participations-0-organisation": country.own["partners.library"].pk},
    ],
    ids=["place here", "places in two provinces", "lead library here"],
)
def test_an_initiative_here_can_be_made(country, values):
    data = new_initiative(country, **values(country))

    country.client.post(add_path("initiatives.initiative"), data)

    assert Initiative.objects.filter(slug="iets-nieuws").exists() is True


def test_a_national_curator_makes_an_initiative_of_nowhere(country):
    data = new_initiative(country)

    client_of(national_curator()).post(add_path("initiatives.initiative"), data)

    assert Initiative.objects.filter(slug="iets-nieuws").exists() is True


OWNED_BY = [
    ("initiatives.participation", "initiative", "initiatives.initiative"),
    ("initiatives.figure", "initiative", "initiatives.initiative"),
    ("initiatives.citation", "initiative", "initiatives.initiative"),
    ("initiatives.recognition", "initiative", "initiatives.initiative"),
    ("initiatives.document", "initiatives", "initiatives.initiative"),
    ("partners.branch", "library", "partners.library"),
    ("partners.membership", "library", "partners.library"),
    ("partners.contactperson", "organisation", "partners.library"),
    ("partners.municipalityalias", "municipality", "partners.municipality"),
    ("partners.library", "province", "partners.province"),
    ("partners.municipality", "province", "partners.province"),
    ("partners.partner", "province", "partners.province"),
    ("events.event", "municipality", "partners.municipality"),
    *(
        (f"events.{name}", "event", "events.event")
        for name in ("session", "eventday", "eventrole", "appearance", "pricetier", "evaluationquestion")
    ),
    ("opportunities.policydocument", "municipality", "partners.municipality"),
    ("opportunities.passage", "document", "opportunities.policydocument"),
    ("opportunities.service", "municipality", "partners.municipality"),
    ("opportunities.supplycheck", "municipality", "partners.municipality"),
    ("opportunities.adoptionreport", "service", "opportunities.service"),
]


def test_nothing_can_be_moved_to_another_province(country):
    surprises = []

    for label, field, owner in OWNED_BY:
        thing, wanted = country.own[label], country.other[owner].pk
        with undone():
            # that stays there: the initiative leads nothing here any more
            data = typed(country.client, change_path(thing), {field: wanted})
            response = country.client.post(change_path(thing), data)
            is_told = shown_errors(response) == sentence_of(label)
            is_shown = is_told and shown_values(response, [field])[field] in (str(wanted), [str(wanted)])
            stayed = type(thing)._default_manager.of_provinces([country.a.pk]).filter(pk=thing.pk).exists()
        if (is_told, is_shown, stayed) != (True, True, True):
            surprises.append(f"{label}: told {is_told}, shown {is_shown}, stayed {stayed}")

    assert surprises == []


def test_nothing_can_be_made_in_another_province(country):
    surprises = []

    for label, field, owner in OWNED_BY:
        manager = type(country.own[label])._default_manager
        with undone():
            data = new_of(country, label, field, owner)
            count = manager.count()
            response = country.client.post(add_path(label), data)
            found = (shown_errors(response), manager.count() - count)
        if found != (sentence_of(label), 0):
            surprises.append(f"{label}: {found}")

    assert surprises == []


@contextmanager
def undone():
    """Take back what happens in here."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def new_of(country, label, field, owner):
    """The form of an own thing, filled in as one that is new and of the other province."""
    data = typed(country.client, change_path(country.own[label]), {field: country.other[owner].pk})
    unique = {"slug": "nieuw", "name": "Nieuw", "label": "Nieuw", "speaker": "Nieuw", "level": "Nieuw"}
    unique |= {"speaker": data["speaker"], "role": "panellid"} if label == "events.appearance" else {}
    data |= {name: value for name, value in unique.items() if name in data and name != "level"}
    data |= {"level": "Nieuw"} if label == "initiatives.recognition" else {}
    data |= {name: 0 for name in data if name.endswith(("TOTAL_FORMS", "INITIAL_FORMS"))}
    data |= {"cbs_code": "GM9999"} if "cbs_code" in data else {}
    return data


@pytest.mark.parametrize("province", ["b", None])
def test_a_library_of_another_province_or_of_none_cannot_be_made(country, province):
    values = {"name": "Nieuw", "slug": "nieuw", "province": country.b.pk if province else None}
    data = typed(country.client, add_path("partners.library"), values)

    response = country.client.post(add_path("partners.library"), data)

    assert shown_errors(response) == SENTENCE
    assert Library.objects.filter(slug="nieuw").exists() is False


@pytest.mark.parametrize(
    ("label", "values"),
    [
        ("initiatives.photo", lambda country, file: {"alt_text": "Foto", "credit": "Ik", "image": file("foto.png")}),
        (
            "initiatives.document",
            lambda country, file: {"slug": "n", "title": "N", "kind": "overig", "file": file("n.pdf")},
        ),
    ],
)
def test_a_file_of_another_province_is_not_kept(country, settings, label, values):
    field = "initiative" if label == "initiatives.photo" else "initiatives"
    data = typed(
        country.client, add_path(label), values(country, upload) | {field: country.other["initiatives.initiative"].pk}
    )
    kept = files_in(settings.MEDIA_ROOT)

    response = country.client.post(add_path(label), data)

    assert shown_errors(response) == sentence_of(label)
    assert files_in(settings.MEDIA_ROOT) == kept


def upload(name):
    """A small picture, or a pdf too large to stay in memory."""
    content = BytesIO()
    if name.endswith("png"):
        Image.new("RGB", (800, 600)).save(content, "PNG")
    else:
        content.write(b"%PDF-1.4" + b" " * 3 * 2**20)
    return SimpleUploadedFile(name, content.getvalue())


def files_in(folder):
    return sorted(str(path) for path in folder.rglob("*") if path.is_file())
