"""Lists ask for what is linked apart: a row never stands there twice, and no columns are compared to find that out."""

import pytest

from initiatives.models import Participation
from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory, ProvinceFactory
from tests.role_factories import national_curator

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


def test_labels_on_a_phone_stay_as_they_are_written(client, province):
    client.force_login(national_curator())

    page = client.get(LIST).content.decode()

    assert ('data-label="Wat is het"' in page, "before:capitalize" in page) == (True, False)
