"""Two people press save in the same second: who comes second compares with what the first one stored."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from mail.models import OutgoingMail
from opportunities.handing_over import hand_over
from opportunities.models import Service
from tests.event_factories import SessionFactory
from tests.events.organisers import organised_event, organiser_of, page
from tests.factories import ContactPersonFactory, LibraryFactory, MunicipalityFactory
from tests.filled_forms import filled_in
from tests.opportunity_factories import ServiceFactory
from tests.review_factories import publishable
from tests.role_factories import library_member
from tests.running_site import GENEROUS_SECONDS

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"


def somebody_waits():
    """Whether a connection waits for a lock that another one holds."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        [(count,)] = cursor.fetchall()
    return count > 0


def save_while_another_saves(row, change, save):
    """Run ``save`` on a connection of its own while this one has ``row`` in hand; returns its response."""

    return save_while(lambda: type(row).objects.filter(pk=row.pk).update(**change), save)


def save_while(change, save):
    """The same for any ``change`` that this connection makes."""

    def save_and_close():
        try:
            return save()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=1) as elsewhere:
        with transaction.atomic():
            change()
            saving = elsewhere.submit(save_and_close)
            end = time.monotonic() + GENEROUS_SECONDS
            while not somebody_waits() and time.monotonic() < end:
                time.sleep(0.01)
        return saving.result()


def opened(client, address, form):
    """What stands in a form."""
    return filled_in(client.get(address).content.decode(), form)


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


def test_a_member_who_saves_an_example():
    library = LibraryFactory()
    draft = publishable(library, goal="Lezen.", lessons="Begin klein.", publication_state="concept")
    client, address = client_of(library_member(library)), f"/mijn/voorbeelden/{draft.slug}/"
    sent = opened(client, address, "example") | {"lessons": "Begin groot."}

    save_while_another_saves(draft, {"goal": "Rekenen."}, lambda: client.post(address, sent))

    draft.refresh_from_db()
    assert (draft.goal, draft.lessons) == ("Rekenen.", "Begin groot.")


def test_a_member_who_saves_a_service():
    place = MunicipalityFactory()
    library = LibraryFactory()
    library.work_area.add(place)
    user = library_member(library)
    service = ServiceFactory(
        municipality=place, provider=library, entered_by=user, publication_state="ingezonden", description="Was."
    )
    client, address = client_of(user), reverse("services:service_edit", args=[service.pk])
    sent = opened(client, address, "service") | {"name": "Nieuwe naam"}

    save_while_another_saves(service, {"description": "Van een ander."}, lambda: client.post(address, sent))

    service = Service.objects.get()
    assert (service.name, service.description) == ("Nieuwe naam", "Van een ander.")


def test_who_presses_twice_hands_over_once():
    library = LibraryFactory()
    user, colleague = library_member(library), library_member(library)
    example = publishable(library, contact=ContactPersonFactory(organisation=library, email=user.email))
    client, sent = client_of(user), {"colleague": colleague.pk, "agrees": "on"}

    def first_press():
        hand_over(user=user, colleague=colleague, today=timezone.localdate())

    save_while(first_press, lambda: client.post("/mijn/overdragen/", sent))

    example.refresh_from_db()
    assert example.contact.email == colleague.email
    assert [mail.to for mail in OutgoingMail.objects.order_by("pk")] == [user.email, colleague.email]


def test_an_organiser_who_saves_the_programme():
    event = organised_event(title="Jaarcongres", slug="jaarcongres")
    session = SessionFactory(event=event, title="Opening", room="Zaal 1")
    client, address = client_of(organiser_of(event)), page(event, "programme")
    sent = opened(client, address, "programme") | {"onderdeel-0-title": "Welkom"}

    response = save_while_another_saves(
        session, {"room": "Zaal 2"}, lambda: client.post(address, sent, follow=True).content.decode()
    )

    session.refresh_from_db()
    assert (session.title, session.room) == ("Welkom", "Zaal 2")
    assert "Bieb Netwerk zelf veranderde intussen: Zaal. Dat is ook bewaard." in response


def test_organisers_who_change_the_same_cell_or_take_the_row_away():
    event = organised_event(title="Jaarcongres", slug="jaarcongres")
    session = SessionFactory(event=event, title="Opening", room="Zaal 1")
    client, address = client_of(organiser_of(event)), page(event, "programme")
    sent = opened(client, address, "programme") | {"onderdeel-0-room": "Zaal 3"}

    type(session).objects.update(room="Zaal 2")
    refused = client.post(address, sent).content.decode()
    session.delete()
    lost = client.post(address, sent).content.decode()

    assert "Daar staat nu: ‘Zaal 2’." in refused
    assert "Iemand anders heeft intussen een regel verwijderd die jij veranderde." in lost
    assert "Zaal: Zaal 3" in lost
