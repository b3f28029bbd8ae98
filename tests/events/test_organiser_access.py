"""Every page of the organiser by everybody: what shows who comes is only for who may change the event."""

import re
from html import unescape

import pytest
from django.urls import reverse

from events.models import Event
from events.organiser.pages import PAGES
from initiatives.models import Document
from tests.event_factories import EventFactory, EventRoleFactory, RegistrationFactory
from tests.events.organisers import attendee_page, organised_event, organiser_of, page
from tests.evidence_factories import DocumentFactory
from tests.factories import MunicipalityFactory, PartnerFactory, ProvinceFactory
from tests.role_factories import administrator, library_member, national_curator, province_curator

pytestmark = pytest.mark.django_db
EVENT_PAGES = [name for _, name in PAGES.values()]
POSTED_ONLY = ["state", "mail", "undo"]
ATTENDEE_PAGES = ["change", "sessions", "cancel", "mail", "undo"]
ATTENDEE_PAGES += ["adres", "overdragen", "met-de-hand", "terugzetten", "prijs"]
GIVEN = {
    "organiser": organiser_of,
    "national": lambda event: national_curator(),
    "administrator": lambda event: administrator(),
}
REFUSED = {
    "other curator": lambda event: province_curator(ProvinceFactory()),
    "member": lambda event: library_member(event.roles.get().organisation),
}


def addresses(event):
    """{name: address} of every page about who comes."""
    registration = RegistrationFactory(booking__event=event)
    found = {name: page(event, name) for name in EVENT_PAGES}
    found |= {f"attendee {name}": attendee_page(registration, name) for name in ATTENDEE_PAGES}
    return found | {"code": reverse("curator:check_in", args=[registration.code])}


def answers(client, event, user, method="get", *, follow=False):
    if user:
        client.force_login(user)
    ask = getattr(client, method)
    return {name: ask(address, follow=follow).status_code for name, address in addresses(event).items()}


@pytest.mark.parametrize("role", GIVEN)
def test_who_may_change_the_event_sees_every_page(client, role):
    event = organised_event()

    found = answers(client, event, GIVEN[role](event))

    expected = {name: 405 if name.split()[-1] in POSTED_ONLY else 200 for name in found}
    assert found == expected


@pytest.mark.parametrize("role", REFUSED)
def test_nobody_else_does(client, role):
    event = organised_event()
    user = REFUSED[role](event)

    assert set(answers(client, event, user, "post", follow=True).values()) == {403}
    found = answers(client, event, user, follow=True)
    assert {name for name, code in found.items() if code != 403} <= {"attendee mail", "attendee undo"}


def test_who_did_not_log_in_is_asked_to(client):
    event = organised_event()

    assert [set(answers(client, event, None, method).values()) for method in ("get", "post")] == [{302}, {302}]


def test_an_event_that_is_not_there_is_not_found(client):
    client.force_login(national_curator())
    addresses = [
        reverse(f"admin:events_event_{name}", args=[number]) for name in EVENT_PAGES for number in (0, 999_999, 10**30)
    ]

    assert [address for address in addresses if client.get(address).status_code != 404] == []


def test_an_attendee_that_is_not_there_is_not_found(client):
    client.force_login(national_curator())
    addresses = [f"/beheer/events/registration/{number}/change/" for number in ("0", "9" * 30, "een", "%00")]

    assert [address for address in addresses if client.get(address).status_code != 404] == []


def test_the_list_of_attendees_is_limited_to_own_events(client):
    own, other = organised_event(), organised_event()
    RegistrationFactory(booking__event=own, name="Van mij")
    RegistrationFactory(booking__event=other, name="Van een ander")
    client.force_login(organiser_of(own))

    shown = client.get(reverse("admin:events_registration_changelist"))
    searched = client.get(reverse("admin:events_registration_changelist"), {"q": "Van een ander"})

    assert [str(row) for row in shown.context["cl"].result_list] == ["Van mij"]
    assert list(searched.context["cl"].result_list) == []
    assert "Van een ander" not in shown.content.decode()


def test_attendees_are_not_added_or_deleted_in_a_form(client):
    event = organised_event()
    registration = RegistrationFactory(booking__event=event)
    client.force_login(administrator())

    assert client.get(reverse("admin:events_registration_add")).status_code == 403
    page_to_delete = reverse("admin:events_registration_delete", args=[registration.pk])
    assert client.post(page_to_delete, {"post": "yes"}).status_code == 403


def test_a_support_organisation_organises_for_the_provinces_that_it_works_for():
    utrecht, gelderland, elsewhere = ProvinceFactory.create_batch(3)
    supporter = PartnerFactory(province=None)
    supporter.support_area.add(utrecht, gelderland)
    event = EventFactory(municipality=MunicipalityFactory(province=elsewhere))
    EventRoleFactory(event=event, organisation=supporter)

    theirs = [Event.objects.of_provinces([each.pk]).count() for each in (utrecht, gelderland, elsewhere)]

    assert theirs == [1, 1, 0]


def test_slides_are_from_a_support_organisation_where_it_works():
    utrecht, elsewhere = ProvinceFactory.create_batch(2)
    supporter = PartnerFactory(province=None)
    supporter.support_area.add(utrecht)
    slides = DocumentFactory()
    slides.publishers.add(supporter)

    theirs = [Document.objects.of_provinces([each.pk]).count() for each in (utrecht, elsewhere)]

    assert theirs == [1, 0]


def test_slides_of_a_meeting_belong_to_who_organises_it():
    event = organised_event()
    slides = DocumentFactory()
    event.documents.add(slides)
    other = province_curator(ProvinceFactory())

    editable = [list(Document.objects.editable_by(user)) for user in (organiser_of(event), other)]

    assert editable == [[slides], []]


def test_new_slides_from_the_form_of_a_meeting_are_of_its_organisers(client):
    event = organised_event()
    client.force_login(organiser_of(event))
    form = client.get(f"/beheer/events/event/{event.pk}/change/").content.decode()

    [address] = re.findall(r'id="add_id_documents" href="([^"]*)"', form)
    window = client.get(unescape(address))

    organisers = list(event.organisers.all())
    assert window.context["adminform"].form.initial["publishers"] == [str(one.pk) for one in organisers]
