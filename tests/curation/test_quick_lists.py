"""Lists ask for what is linked apart: a row never stands there twice, and no columns are compared to find that out."""

import pytest

from initiatives.models import Participation
from partners.models import Library, Municipality
from tests.event_factories import PriceTierFactory
from tests.factories import FigureFactory, InitiativeFactory, LibraryFactory, MunicipalityFactory, ProvinceFactory
from tests.markup import squeezed
from tests.queries import number_of_queries
from tests.role_factories import national_curator, province_curator

pytestmark = pytest.mark.django_db
LIST = "/beheer/initiatives/initiative/"


@pytest.fixture
def province():
    """A province in which one example has two places, two libraries and no word of it in its own fields."""
    province = ProvinceFactory()
    initiative = InitiativeFactory(title="Taalcafé")
    for name in ("Meppel", "Meppen"):
        initiative.places.add(MunicipalityFactory(name=name, province=province))
        library = LibraryFactory(name=f"Bibliotheek {name}")
        Participation.objects.create(initiative=initiative, organisation=library, role="trekker")
    InitiativeFactory(title="Iets anders")
    return province


def test_a_row_is_found_once_however_it_is_linked(client, province):
    client.force_login(national_curator())
    asked = {
        "q=mepp": ["Taalcafé"],
        "q=mepp+taal+bibliotheek": ["Taalcafé"],  # each word somewhere else
        'q="bibliotheek+mepp"': ["Taalcafé"],
        'q="mepp+bibliotheek"': [],
        f"places__province__id__exact={province.pk}": ["Taalcafé"],
        f"places__province__id__exact={province.pk}&q=mepp&o=-1": ["Taalcafé"],
        "q=++": ["Iets anders", "Taalcafé"],
    }

    found = {}
    for question in asked:
        changelist = client.get(f"{LIST}?{question}").context["cl"]
        found[question] = [row.title for row in changelist.result_list]
        assert (question, changelist.queryset.query.distinct) == (question, False)

    assert found == asked


def test_an_empty_list_offers_all_rows_only_where_some_are_left_out(client):
    client.force_login(national_curator())
    offered = {}

    for question in ("", "?q=onvindbaar", "?phase__exact=lopend"):
        page = squeezed(client.get(LIST + question))
        offered[question] = ("Laat de hele lijst zien" in page, "Praktijkvoorbeeld toevoegen" in page)

    assert offered == {"": (False, True), "?q=onvindbaar": (True, True), "?phase__exact=lopend": (True, True)}


def test_labels_on_a_phone_stay_as_they_are_written(client, province):
    client.force_login(national_curator())

    page = client.get(LIST).content.decode()

    assert ('data-label="Wat is het"' in page, "before:capitalize" in page) == (True, False)


def test_numbers_are_written_as_people_read_them(client):
    client.force_login(national_curator())
    FigureFactory(value="1100000.00")
    PriceTierFactory(amount="85.00")

    figures = squeezed(client.get("/beheer/initiatives/figure/"))
    prices = squeezed(client.get("/beheer/events/pricetier/"))

    assert (">1.100.000<" in figures, ">€ 85<" in prices) == (True, True)


def test_an_example_is_found_by_its_library_and_municipality(client, province):
    client.force_login(national_curator())
    library = Library.objects.get(name="Bibliotheek Meppel")
    place = Municipality.objects.get(name="Meppen")

    shown = {}
    for question in (f"organisations__id__exact={library.pk}", f"places__id__exact={place.pk}", "places__id__exact=x"):
        response = client.get(f"{LIST}?{question}", follow=True)
        shown[question] = [row.title for row in response.context["cl"].result_list]

    assert list(shown.values()) == [["Taalcafé"], ["Taalcafé"], ["Iets anders", "Taalcafé"]]


def test_columns_are_chosen_and_cost_the_same_for_more_rows(client, province):
    client.force_login(national_curator())
    address = f"{LIST}?kolom=led_by&kolom=about&kolom=happens_in&kolom=password"

    changelist = client.get(address).context["cl"]
    few = number_of_queries(lambda: client.get(address))
    for initiative in InitiativeFactory.create_batch(3):
        initiative.places.add(MunicipalityFactory(province=province))

    assert changelist.list_display == ["action_checkbox", "title", "led_by", "about", "happens_in"]
    assert "Bibliotheek Meppel en Bibliotheek Meppen" in client.get(address).content.decode()
    assert number_of_queries(lambda: client.get(address)) == few


def test_what_was_ticked_stays_ticked_when_an_action_is_refused(client, province):
    mine, theirs = InitiativeFactory(title="Van mij"), InitiativeFactory(title="Van een ander")
    mine.places.add(MunicipalityFactory(province=province))
    client.force_login(province_curator(province))
    chosen = {"action": "archive_chosen", "index": 0, "_selected_action": [mine.pk, theirs.pk]}

    answer = client.post(LIST, chosen)

    page = answer.content.decode()
    assert (answer.status_code, "dit mag je niet doen met alles wat je koos" in page) == (403, True)
    assert [row.title for row in answer.context["cl"].result_list if row.is_chosen and not row.is_of] == ["Van mij"]
    assert 'aria-label="Kies: Van mij" checked>' in page
