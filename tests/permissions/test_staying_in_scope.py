"""A curator of A keeps what is of A there: a form that would take it elsewhere is shown again, as it was typed."""

from io import BytesIO
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from curation.options import CuratedAdmin
from initiatives.models import Initiative
from partners.models import Library
from tests import factories
from tests.permissions.asking import client_of
from tests.permissions.forms import add_path, change_path, shown_errors, shown_values, typed
from tests.permissions.world import things_of
from tests.role_factories import national_curator, province_curator

pytestmark = pytest.mark.django_db
SENTENCE = [CuratedAdmin.out_of_scope]
NEW_LEAD = {"participations-TOTAL_FORMS": 1, "participations-0-role": "trekker"}


@pytest.fixture
def world():
    """Provinces ``a`` and ``b`` with their things, and a browser of the curator of A."""
    a, b = factories.ProvinceFactory(code="PV80"), factories.ProvinceFactory(code="PV81")
    client = client_of(province_curator(a))
    return SimpleNamespace(a=a, b=b, own=things_of(a), other=things_of(b), client=client)


def own_initiative(world):
    """An initiative without lead library, in a municipality of A, complete enough to be saved."""
    place, theme = world.own["partners.municipality"], factories.ThemeFactory()
    return factories.InitiativeFactory(places=[place], themes=[theme], goal="Lezen")


def new_initiative(world, **values):
    fields = {
        "title": "Iets nieuws",
        "slug": "iets-nieuws",
        "summary": "Kort.",
        "themes": [factories.ThemeFactory().pk],
    }
    return typed(world.client, add_path("initiatives.initiative"), fields | values)


@pytest.mark.parametrize(
    "elsewhere",
    [
        lambda world: {"is_national": "on"},
        lambda world: {"places": [world.other["partners.municipality"].pk]},
        lambda world: {"places": None},
        lambda world: NEW_LEAD | {"participations-0-organisation": world.other["partners.library"].pk},
    ],
    ids=["national", "place elsewhere", "no place", "lead library elsewhere"],
)
def test_an_own_initiative_cannot_leave(world, elsewhere):
    initiative = own_initiative(world)
    before = (
        Initiative.objects.filter(pk=initiative.pk).values("title", "is_national", "places", "participations").get()
    )
    data = typed(world.client, change_path(initiative), {"title": "Anders", **elsewhere(world)})

    response = world.client.post(change_path(initiative), data)
    after = Initiative.objects.filter(pk=initiative.pk).values("title", "is_national", "places", "participations").get()

    assert shown_errors(response) == SENTENCE
    assert shown_values(response, ["title", "goal"]) == {"title": "Anders", "goal": "Lezen"}
    assert after == before


@pytest.mark.parametrize(
    "values",
    [
        lambda world: {},
        lambda world: {"is_national": "on", "places": [world.own["partners.municipality"].pk]},
        lambda world: {"places": [world.other["partners.municipality"].pk]},
        lambda world: (
            NEW_LEAD
            | {"participations-0-organisation": world.other["partners.library"].pk}
            | {"places": [world.own["partners.municipality"].pk]}
        ),
    ],
    ids=["nowhere", "national", "place elsewhere", "lead library elsewhere"],
)
def test_an_initiative_elsewhere_cannot_be_made(world, values):
    data = new_initiative(world, **values(world))

    response = world.client.post(add_path("initiatives.initiative"), data)

    assert shown_errors(response) == SENTENCE
    assert shown_values(response, ["title", "summary"]) == {"title": "Iets nieuws", "summary": "Kort."}
    assert Initiative.objects.filter(slug="iets-nieuws").exists() is False


@pytest.mark.parametrize(
    "values",
    [
        lambda world: {"places": [world.own["partners.municipality"].pk]},
        lambda world: {
            "places": [world.own["partners.municipality"].pk, world.other["partners.municipality"].pk],
        },
        lambda world: NEW_LEAD | {"participations-0-organisation": world.own["partners.library"].pk},
    ],
    ids=["place here", "places in two provinces", "lead library here"],
)
def test_an_initiative_here_can_be_made(world, values):
    data = new_initiative(world, **values(world))

    world.client.post(add_path("initiatives.initiative"), data)

    assert Initiative.objects.filter(slug="iets-nieuws").exists() is True


def test_a_national_curator_makes_an_initiative_of_nowhere(world):
    data = new_initiative(world)

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
]


@pytest.mark.parametrize(("label", "field", "owner"), OWNED_BY)
def test_nothing_can_be_moved_to_another_province(world, label, field, owner):
    thing = world.own[label]
    # that stays there: the initiative leads nothing here any more
    data = typed(world.client, change_path(thing), {field: world.other[owner].pk})

    response = world.client.post(change_path(thing), data)

    assert shown_errors(response) == SENTENCE
    assert shown_values(response, [field]) in (
        {field: str(world.other[owner].pk)},
        {field: [str(world.other[owner].pk)]},
    )
    assert type(thing)._default_manager.of_provinces([world.a.pk]).filter(pk=thing.pk).exists() is True


@pytest.mark.parametrize(("label", "field", "owner"), OWNED_BY)
def test_nothing_can_be_made_in_another_province(world, label, field, owner):
    manager = type(world.own[label])._default_manager
    data = typed(world.client, change_path(world.own[label]), {field: world.other[owner].pk})
    unique = {"slug": "nieuw", "name": "Nieuw", "label": "Nieuw", "speaker": "Nieuw", "level": "Nieuw"}
    unique |= {"speaker": data["speaker"], "role": "panellid"} if label == "events.appearance" else {}
    data |= {name: value for name, value in unique.items() if name in data and name != "level"}
    data |= {"level": "Nieuw"} if label == "initiatives.recognition" else {}
    data |= {name: 0 for name in data if name.endswith(("TOTAL_FORMS", "INITIAL_FORMS"))}
    data |= {"cbs_code": "GM9999"} if "cbs_code" in data else {}
    count = manager.count()

    response = world.client.post(add_path(label), data)

    assert shown_errors(response) == SENTENCE
    assert manager.count() == count


@pytest.mark.parametrize("province", ["b", None])
def test_a_library_of_another_province_or_of_none_cannot_be_made(world, province):
    values = {"name": "Nieuw", "slug": "nieuw", "province": world.b.pk if province else None}
    data = typed(world.client, add_path("partners.library"), values)

    response = world.client.post(add_path("partners.library"), data)

    assert shown_errors(response) == SENTENCE
    assert Library.objects.filter(slug="nieuw").exists() is False


@pytest.mark.parametrize(
    ("label", "values"),
    [
        ("initiatives.photo", lambda world, file: {"alt_text": "Foto", "credit": "Ik", "image": file("foto.png")}),
        (
            "initiatives.document",
            lambda world, file: {"slug": "n", "title": "N", "kind": "overig", "file": file("n.pdf")},
        ),
    ],
)
def test_a_file_of_another_province_is_not_kept(world, settings, label, values):
    field = "initiative" if label == "initiatives.photo" else "initiatives"
    data = typed(
        world.client, add_path(label), values(world, upload) | {field: world.other["initiatives.initiative"].pk}
    )
    kept = files_in(settings.MEDIA_ROOT)

    response = world.client.post(add_path(label), data)

    assert shown_errors(response) == SENTENCE
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
