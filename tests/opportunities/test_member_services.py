"""What library members tell of what exists already: sent in, judged by a curator, and only then on the site."""

import pytest

from opportunities.models import Service
from partners.models import Membership
from tests.factories import LibraryFactory, MunicipalityFactory, TargetGroupFactory, ThemeFactory
from tests.opportunity_factories import ServiceFactory
from tests.queries import number_of_queries
from tests.review_factories import HOSTILE
from tests.role_factories import library_member, national_curator, province_curator

pytestmark = pytest.mark.django_db
LIST, NEW = "/mijn/aanbod/", "/mijn/aanbod/nieuw/"
CURATORS_LIST = "/beheer/opportunities/service/"


@pytest.fixture
def place():
    return MunicipalityFactory(name="Utrecht", slug="utrecht")


@pytest.fixture
def library(place):
    library = LibraryFactory(name="De Bieb")
    library.work_area.add(place)
    return library


@pytest.fixture
def member(client, library):
    user = library_member(library)
    client.force_login(user)
    return user


def edit(service):
    return f"{LIST}{service.pk}/"


def typed(place, **changes):
    """What the form sends."""
    return {"municipality": place.pk, "name": "Taalhuis", "themes": [ThemeFactory().pk]} | changes


def names(client):
    return [each.name for each in client.get(LIST).context["services"]]


# --- for whom ---------------------------------------------------------------------------------------------
def test_who_is_not_logged_in_is_sent_to_log_in(client):
    for address in (LIST, NEW, f"{LIST}1/"):
        assert client.get(address).url.startswith("/inloggen/")


def test_who_belongs_to_no_library_sees_and_tells_nothing(client, member, place):
    ServiceFactory(municipality=place)
    Membership.objects.update(is_active=False)

    assert (names(client), client.post(NEW, typed(place)).status_code) == ([], 403)
    assert Service.objects.count() == 1


def test_the_list_has_what_is_known_in_the_work_area_and_nothing_else(client, member, place):
    for state in ("ingezonden", "gepubliceerd", "gearchiveerd"):
        ServiceFactory(municipality=place, name=f"Hier {state}", publication_state=state)
        ServiceFactory(name=f"Elders {state}", publication_state=state)

    assert names(client) == ["Hier gepubliceerd", "Hier ingezonden"]


def test_a_member_of_two_libraries_in_one_municipality_sees_everything_once(client, member, place):
    other = LibraryFactory()
    other.work_area.add(place)
    Membership.objects.create(user=member, library=other)
    ServiceFactory(municipality=place, name="Taalhuis")

    assert names(client) == ["Taalhuis"]
    assert len(client.get(NEW).context["form"].fields["municipality"].queryset) == 1


# --- sending in ---------------------------------------------------------------------------------------------
def test_what_is_sent_in_waits_and_says_by_whom(client, member, place):
    themes, group = ThemeFactory.create_batch(2), TargetGroupFactory()
    more = {"themes": [each.pk for each in themes], "target_groups": [group.pk], "provider_name": "Stichting"}

    response = client.post(NEW, typed(place, **more))

    service = Service.objects.get()
    assert (response.url, service.publication_state, service.entered_by) == (LIST, "ingezonden", member)
    assert (service.name, service.municipality, service.provider_name) == ("Taalhuis", place, "Stichting")
    assert (set(service.themes.all()), list(service.target_groups.all())) == (set(themes), [group])


def test_what_is_sent_in_is_not_on_the_site(client, member, place):
    theme = ThemeFactory(slug="taal")
    client.post(NEW, typed(place, name="Geheim", themes=[theme.pk]))
    client.logout()

    pages = [client.get(page) for page in ("/gemeenten/utrecht/", "/gemeenten/utrecht/taal/")]

    assert [b"Geheim" in page.content for page in pages] == [False, False]
    assert pages[1].context["row"].supply == ""


def test_nobody_publishes_or_archives_by_typing_so(client, member, place):
    for state in ("gepubliceerd", "gearchiveerd"):
        client.post(NEW, typed(place, name=state, publication_state=state, entered_by=""))

    stored = Service.objects.values_list("publication_state", "entered_by")
    assert list(stored) == [("ingezonden", member.pk)] * 2


def test_a_municipality_where_the_library_does_not_work_cannot_be_chosen(client, member, place):
    response = client.post(NEW, typed(MunicipalityFactory()))

    assert (response.status_code, Service.objects.count()) == (422, 0)


@pytest.mark.parametrize(("until", "expected"), [("2022-01-01", 422), ("2999-01-01", 302)])
def test_only_a_municipality_of_today_can_be_chosen(client, member, library, until, expected):
    other = MunicipalityFactory(valid_until=until)
    library.work_area.add(other)

    assert client.post(NEW, typed(other)).status_code == expected


WRONG = [
    ({"name": ""}, "Dit veld is verplicht"),
    ({"name": "x" * 161}, "160"),
    ({"name": "nul\x00"}, "Er staat een teken in dat geen tekst is."),
    ({"themes": []}, "Dit veld is verplicht"),
    ({"themes": ["9" * 30]}, "9999"),
    ({"municipality": "\x00"}, "error"),
    ({"satisfaction": "Een 8"}, "Zeg bij de tevredenheid waar dat staat."),
    ({"from_year": "2026", "until_year": "2025"}, "stoppen komt na beginnen"),
    ({"from_year": "-5"}, "0"),
    ({"from_year": "99999999999"}, "error"),
    ({"url": "javascript:alert(1)"}, "Vul een webadres in"),
    ({"started_by": "koning"}, "koning"),
]


def test_what_cannot_be_is_explained_and_nothing_is_stored(client, member, place):
    unexplained = []

    for wrong, sentence in WRONG:
        response = client.post(NEW, typed(place, **wrong))
        page = response.content.decode()
        if (response.status_code, sentence in page, "Fout: " in page) != (422, True, True):
            unexplained.append((wrong, response.status_code))

    assert unexplained == []
    assert Service.objects.count() == 0


def test_the_same_thing_twice_in_a_municipality_is_explained(client, member, place):
    ServiceFactory(municipality=place, name="Taalhuis")

    response = client.post(NEW, typed(place))

    assert (response.status_code, Service.objects.count()) == (422, 1)
    assert "Dit aanbod staat al bij deze gemeente." in response.content.decode()


def test_hostile_text_is_shown_as_text(client, member, place):
    service = ServiceFactory(municipality=place, name=HOSTILE, description=HOSTILE, publication_state="ingezonden")

    pages = "".join(client.get(address).content.decode() for address in (LIST, edit(service)))

    assert "<img src=x" not in pages


# --- changing ---------------------------------------------------------------------------------------------
def test_what_waits_is_changed_and_keeps_who_sent_it_in(client, member, library, place):
    colleague = library_member(library)
    service = ServiceFactory(municipality=place, publication_state="ingezonden", entered_by=colleague)

    client.post(edit(service), typed(place, name="Beter"))

    fields = ("name", "publication_state", "entered_by")
    assert list(Service.objects.values_list(*fields)) == [("Beter", "ingezonden", colleague.pk)]


def test_what_a_curator_decided_about_cannot_be_changed(client, member, place):
    for state in ("gepubliceerd", "gearchiveerd"):
        service = ServiceFactory(municipality=place, name=f"Blijft {state}", publication_state=state)

        responses = client.get(edit(service)), client.post(edit(service), typed(place, name="Anders"))

        assert (state, [response.status_code for response in responses]) == (state, [404, 404])
    assert Service.objects.filter(name="Anders").count() == 0


def test_what_is_of_another_library_is_not_found(client, member, place):
    theirs = ServiceFactory(name="Blijft", publication_state="ingezonden")

    responses = client.get(edit(theirs)), client.post(edit(theirs), typed(place, name="Anders"))

    assert [response.status_code for response in responses] == [404, 404]
    assert Service.objects.get().name == "Blijft"


def test_what_waits_cannot_be_moved_to_where_the_library_does_not_work(client, member, place):
    service = ServiceFactory(municipality=place, publication_state="ingezonden")

    response = client.post(edit(service), typed(MunicipalityFactory()))

    service.refresh_from_db()
    assert (response.status_code, service.municipality) == (422, place)


# --- publishing -------------------------------------------------------------------------------------------
def test_a_curator_publishes_what_is_right_and_then_it_is_on_the_site(client, member, place):
    theme = ThemeFactory(slug="taal")
    client.post(NEW, typed(place, themes=[theme.pk]))
    service = Service.objects.get()
    client.force_login(national_curator())

    client.post(CURATORS_LIST, {"action": "publish_chosen", "_selected_action": [service.pk]})
    client.logout()

    assert Service.objects.get().publication_state == "gepubliceerd"
    assert "Taalhuis" in client.get("/gemeenten/utrecht/taal/").content.decode()


def test_a_curator_of_another_province_decides_nothing(client, place):
    service = ServiceFactory(municipality=place, publication_state="ingezonden")
    client.force_login(province_curator(MunicipalityFactory().province))

    for action in ("publish_chosen", "archive_chosen"):
        response = client.post(CURATORS_LIST, {"action": action, "_selected_action": [service.pk]})

        assert (response.status_code, Service.objects.get().publication_state) == (403, "ingezonden")


def test_the_list_costs_the_same_for_1_and_3(client, member, place):
    ServiceFactory(municipality=place, themes=[ThemeFactory()])
    one = number_of_queries(lambda: client.get(LIST))
    ServiceFactory.create_batch(2, municipality=place, themes=[ThemeFactory()])

    assert number_of_queries(lambda: client.get(LIST)) == one
