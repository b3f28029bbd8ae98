"""Who may bring back a version, and what a curator reads when it does not work."""

import pytest
from django.urls import reverse

from history.timeline import timeline
from initiatives.models import Initiative
from tests.factories import LibraryFactory, ProvinceFactory
from tests.review_factories import publishable
from tests.role_factories import library_member, national_curator, province_curator

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]


@pytest.fixture
def changed():
    """An example that had another title, with the moment at which it had."""
    initiative = publishable(LibraryFactory(province=ProvinceFactory()), title="Eerst")
    version = timeline(initiative)[0].version
    Initiative.objects.update(title="Later")
    return initiative, version


def restore(client, user, initiative, version):
    client.force_login(user)
    address = reverse("admin:initiatives_initiative_restore", args=[initiative.pk])
    return client.post(address, {"versie": version}, follow=True)


def title():
    return Initiative.objects.get().title


def test_the_page_offers_every_version_but_the_newest(client, changed):
    initiative, version = changed
    client.force_login(national_curator())

    page = client.get(reverse("admin:initiatives_initiative_history", args=[initiative.pk])).content.decode()

    assert page.count('name="versie"') == len(timeline(initiative)) - 1
    assert f'value="{version}"' in page


def test_a_curator_brings_a_version_back(client, changed):
    response = restore(client, national_curator(), *changed)

    assert "Deze versie is hersteld." in response.content.decode()
    assert title() == "Eerst"


def test_the_curator_of_its_province_may(client, changed):
    restore(client, province_curator(changed[0].leads[0].province), *changed)

    assert title() == "Eerst"


def test_the_curator_of_another_province_may_look_and_not_restore(client, changed):
    curator = province_curator(ProvinceFactory())
    response = restore(client, curator, *changed)
    page = client.get(reverse("admin:initiatives_initiative_history", args=[changed[0].pk]))

    assert (response.status_code, page.status_code, title()) == (403, 200, "Later")
    assert 'name="versie"' not in page.content.decode()


def test_a_library_member_may_not_look(client, changed):
    member = library_member(changed[0].leads[0])
    response = restore(client, member, *changed)
    page = client.get(reverse("admin:initiatives_initiative_history", args=[changed[0].pk]), follow=True)

    assert (response.status_code, page.status_code, title()) == (403, 403, "Later")


def test_opening_the_address_restores_nothing(client, changed):
    client.force_login(national_curator())

    client.get(reverse("admin:initiatives_initiative_restore", args=[changed[0].pk]), {"versie": changed[1]})

    assert title() == "Later"


def test_a_version_that_is_not_there_is_told(client, changed):
    user, told = national_curator(), []
    for version in ("", "onzin", "\x00"):
        page = restore(client, user, changed[0], version).content.decode()
        told.append("Kies een versie uit de lijst." in page)

    assert told == [True] * 3


def test_a_restore_does_not_put_on_the_site_what_a_curator_took_off(client, changed):
    initiative, version = changed
    Initiative.objects.update(publication_state="gearchiveerd")

    restore(client, national_curator(), initiative, version)

    assert Initiative.objects.get().publication_state == "gearchiveerd"
