"""Every way in which people change the content: when the answer comes, the documents are as they should be.

After a page nothing here writes documents itself; after a task of the worker its task of every minute does.
"""

import pytest
from django.urls import reverse

from search.models import ChangedObject, SearchDocument
from tests.documents import write_documents
from tests.factories import LibraryFactory, PartnerFactory, ThemeFactory
from tests.permissions.forms import change_path, typed
from tests.review_factories import publishable
from tests.role_factories import administrator, national_curator
from tests.search.conftest import found_titles, stale_documents

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
LIST = "/beheer/initiatives/initiative/"
INITIATIVE = "initiatives.initiative"


@pytest.fixture
def initiative():
    """A published example with its document."""
    initiative = publishable(title="Eerst", slug="eerst")
    write_documents()
    return initiative


@pytest.fixture
def curator(client):
    user = national_curator(email="curator@voorbeeld.nl")
    client.force_login(user)
    return user


def titles():
    """What the documents say, without writing any."""
    assert stale_documents() == []
    assert ChangedObject.objects.count() == 0
    found = SearchDocument.objects.listed().filter(kind="praktijkvoorbeeld")
    return sorted(found.values_list("title", flat=True))


def act(client, action, *initiatives, **more):
    return client.post(LIST, {"action": action, "_selected_action": [each.pk for each in initiatives], **more})


def test_a_form_of_the_curators(client, curator, initiative):
    path = change_path(initiative)

    response = client.post(path, typed(client, path, {"title": "Later"}))

    assert (response.status_code, titles()) == (302, ["Later"])


def test_a_form_with_its_rows_below(client, curator, initiative):
    partner = PartnerFactory(name="UWV")
    path = change_path(initiative)
    rows = {"participations-TOTAL_FORMS": 2, "participations-1-organisation": partner.pk,
            "participations-1-role": "partner", "participations-1-initiative": initiative.pk}  # fmt: skip

    response = client.post(path, typed(client, path, rows))

    assert (response.status_code, titles()) == (302, ["Eerst"])
    assert found_titles("uwv", soort="praktijkvoorbeeld") == ["Eerst"]


def test_a_form_of_a_partner_that_is_named_elsewhere(client, curator):
    library = LibraryFactory(name="De Bieb")
    publishable(library, title="Eerst")
    write_documents()
    path = change_path(library)

    response = client.post(path, typed(client, path, {"name": "De Leeszaal"}))

    assert (response.status_code, titles()) == (302, ["Eerst"])
    assert found_titles("leeszaal", soort="praktijkvoorbeeld") == ["Eerst"]


@pytest.mark.parametrize(
    ("action", "expected"),
    [("archive_chosen", []), ("publish_chosen", ["Concept", "Eerst"]), ("ask_chosen", ["Eerst"])],
)
def test_an_action_on_many(client, curator, initiative, action, expected):
    draft = publishable(title="Concept", publication_state="concept")

    act(client, action, initiative, draft)

    assert titles() == expected


def test_a_theme_for_many(client, curator, initiative):
    other, theme = publishable(title="Ander"), ThemeFactory(name="Bewegen")

    act(client, "set_theme", initiative, other, theme=theme.pk)

    assert titles() == ["Ander", "Eerst"]
    assert found_titles("bewegen", soort="praktijkvoorbeeld") == ["Ander", "Eerst"]


def test_archiving_a_library(client, curator, initiative):
    library = initiative.leads[0]

    client.post("/beheer/partners/library/", {"action": "archive", "_selected_action": [library.pk]})

    assert titles() == ["Eerst"]
    assert not SearchDocument.objects.listed().filter(kind="bibliotheek").exists()


def test_deleting(client, initiative):
    client.force_login(administrator())

    response = client.post(f"{LIST}{initiative.pk}/delete/", {"post": "yes"})

    assert (response.status_code, titles()) == (302, [])


def test_a_step_of_the_review(client, curator, initiative):
    address = reverse("admin:initiatives_initiative_review", args=[initiative.pk])

    client.post(address, {"state": "concept", "note": "Nog niet."})
    hidden = titles()
    client.post(address, {"state": "gepubliceerd", "note": ""})

    assert (hidden, titles()) == ([], ["Eerst"])


def test_a_page_that_fails_leaves_everything_as_it_was(client, curator, initiative):
    path = change_path(initiative)

    response = client.post(path, typed(client, path, {"title": ""}))

    assert (response.status_code, titles()) == (200, ["Eerst"])
