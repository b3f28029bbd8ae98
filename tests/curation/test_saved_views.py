"""A list with its filters, kept under a name: everybody has their own, and may share it."""

import pytest
from django.urls import reverse

from curation.models import SavedView
from tests.factories import ProvinceFactory
from tests.queries import number_of_queries
from tests.review_factories import HOSTILE
from tests.role_factories import library_member, national_curator, province_curator

pytestmark = pytest.mark.django_db
LIST = "/beheer/initiatives/initiative/"


def keep(client, **typed):
    return client.post(f"{LIST}weergaven/", {"name": "Mijn lijst", "query": "phase=pilot", **typed})


def views():
    return list(SavedView.objects.order_by("pk").values_list("user__email", "list_name", "name", "query"))


@pytest.fixture
def curator(client):
    user = national_curator(email="carla@voorbeeld.nl")
    client.force_login(user)
    return user


def test_a_view_is_kept_and_shown_at_once(client, curator):
    response = keep(client)

    assert response.url == f"{LIST}?phase=pilot"
    assert views() == [("carla@voorbeeld.nl", "initiatives.initiative", "Mijn lijst", "phase=pilot")]
    assert 'href="?phase=pilot">Mijn lijst</a>' in client.get(LIST).content.decode()


def test_the_page_one_was_on_is_not_kept(client, curator):
    keep(client, query="phase=pilot&p=3&q=caf%C3%A9")

    assert views()[0][3] == "phase=pilot&q=caf%C3%A9"


def test_the_same_name_replaces_the_filters(client, curator):
    keep(client)
    keep(client, query="phase=idee")

    assert [view[3] for view in views()] == ["phase=idee"]


def test_the_same_name_at_another_list_is_another_view(client, curator):
    keep(client)
    client.post("/beheer/partners/library/weergaven/", {"name": "Mijn lijst", "query": ""})

    assert [view[1] for view in views()] == ["initiatives.initiative", "partners.library"]


def test_what_cannot_be_kept_is_told(client, curator):
    sentence = "Geef de weergave een naam van hooguit 80 tekens."
    names = [{"name": ""}, {"name": "   "}, {"name": "a" * 81}, {"name": "a\x00b"}]

    for typed in [*names, {"query": "a=" + "b" * 2000}]:
        response = keep(client, **typed)

        assert (typed, response.url, sentence in client.get(LIST).content.decode()) == (typed, LIST, True)
    assert views() == []


def test_a_view_can_be_forgotten(client, curator):
    keep(client)

    client.post(f"{LIST}weergaven/", {"forget": "Mijn lijst"})

    assert views() == []


def test_forgetting_what_is_not_there_changes_nothing(client, curator):
    keep(client)

    answers = [client.post(f"{LIST}weergaven/", {"forget": name}) for name in ("bestaat niet", "a\x00b", "")]

    assert ([answer.status_code for answer in answers], len(views())) == ([302] * 3, 1)


def test_nobody_sees_or_forgets_the_views_of_another(client, curator):
    SavedView.objects.create(user=curator, list_name="initiatives.initiative", name="Mijn lijst")
    client.force_login(province_curator(ProvinceFactory()))

    page = client.get(LIST).content.decode()
    client.post(f"{LIST}weergaven/", {"forget": "Mijn lijst"})

    assert "Mijn lijst" not in page
    assert len(views()) == 1


def test_a_shared_view_is_seen_by_all_and_forgotten_by_its_maker_only(client, curator):
    keep(client, is_shared="on", query="phase=idee")
    client.force_login(province_curator(ProvinceFactory()))

    page = client.get(LIST).content.decode()
    client.post(f"{LIST}weergaven/", {"forget": "Mijn lijst"})

    assert ('href="?phase=idee"' in page, 'aria-label="Gedeelde weergaven"' in page) == (True, True)
    assert len(views()) == 1


def test_a_view_that_is_kept_again_unshared_is_seen_by_its_maker_only(client, curator):
    keep(client, is_shared="on")
    keep(client)
    client.force_login(province_curator(ProvinceFactory()))

    assert 'href="?phase=pilot"' not in client.get(LIST).content.decode()


def test_two_curators_use_the_same_name(client, curator):
    keep(client)
    client.force_login(province_curator(ProvinceFactory()))
    keep(client, query="phase=idee")

    assert [view[3] for view in views()] == ["phase=pilot", "phase=idee"]


def test_a_library_member_keeps_none(client):
    client.force_login(library_member())

    keep(client)

    assert views() == []


def test_opening_the_address_keeps_nothing(client, curator):
    response = client.get(f"{LIST}weergaven/", {"name": "Mijn lijst"})

    assert (response.status_code, views()) == (405, [])


def test_names_and_filters_are_shown_as_text(client, curator):
    keep(client, name=HOSTILE, query='"><script>alert(1)</script>')

    pages = client.get(LIST).content.decode() + client.get(reverse("admin:index")).content.decode()

    assert HOSTILE not in pages
    assert "<script>alert(1)" not in pages


def test_the_start_page_leads_to_a_view(client, curator):
    keep(client, query="phase=pilot&q=x")

    page = client.get(reverse("admin:index")).content.decode()

    assert f'href="{LIST}?phase=pilot&amp;q=x">Mijn lijst</a>' in page


def test_a_list_costs_the_same_with_1_and_3_views(client, curator):
    keep(client)
    one = number_of_queries(lambda: client.get(LIST))
    keep(client, name="Tweede")
    keep(client, name="Derde")

    assert number_of_queries(lambda: client.get(LIST)) == one
