"""Meetings stand on the pages of what was discussed there and of who organised them."""

import pytest
from django.core.files.base import ContentFile

from tests.event_factories import EventFactory, EventRoleFactory
from tests.evidence_factories import DocumentFactory
from tests.factories import InitiativeFactory, PartnerFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("factory", [InitiativeFactory, ThemeFactory])
def test_a_page_names_the_meetings_where_it_was_discussed(client, factory):
    thing = factory()
    shown, draft = EventFactory(), EventFactory(state="concept")
    thing.meetings.add(shown, draft)

    response = client.get(thing.get_absolute_url())

    assert list(response.context["meetings"]) == [shown]
    assert draft.title not in response.content.decode()


def test_an_organisation_names_its_meetings_once(client):
    partner, event = PartnerFactory(), EventFactory()
    for role in ("organisator", "financier"):
        EventRoleFactory(event=event, organisation=partner, role=role)

    response = client.get(partner.get_absolute_url())

    assert list(response.context["meetings"]) == [event]


@pytest.mark.parametrize(("state", "status"), [("concept", 404), ("aangekondigd", 200)])
def test_a_document_of_a_hidden_meeting_only_is_hidden_too(client, state, status):
    document = DocumentFactory(file="documenten/dia.pdf")
    document.file.storage.save("documenten/dia.pdf", ContentFile(b"%PDF"))
    EventFactory(state=state).documents.add(document)

    response = client.get(f"/documenten/{document.slug}/")
    response.close()

    assert response.status_code == status
