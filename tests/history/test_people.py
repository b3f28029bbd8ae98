"""What the history may not bring back or keep: people who left, and personal data past its term."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from history.restore import restore_version
from history.timeline import timeline
from history.tracking import event_models
from partners.models import ContactPerson, Membership
from partners.retention import forget_contact_persons
from tests.factories import ContactPersonFactory, LibraryFactory
from tests.role_factories import library_member, national_curator

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]


def forgotten(library):
    """Somebody whose term has passed, removed by the nightly task."""
    ContactPersonFactory(
        organisation=library,
        name="Petra Persoon",
        email="petra@voorbeeld.nl",
        consented_on=date(2019, 1, 1),
        remove_on=date(2020, 1, 1),
    )
    version = timeline(library)[0].version
    forget_contact_persons(now=timezone.now())
    return version


def test_a_contact_person_past_their_term_stands_in_no_version():
    forgotten(LibraryFactory())

    assert ContactPerson not in event_models()


def test_a_contact_person_past_their_term_stands_in_no_timeline(client):
    library = LibraryFactory()
    forgotten(library)
    client.force_login(national_curator())

    page = client.get(reverse("admin:partners_library_history", args=[library.pk])).content.decode()

    assert "petra@voorbeeld.nl" not in page


def test_a_restored_library_does_not_bring_back_who_had_to_be_forgotten():
    library = LibraryFactory()
    version = forgotten(library)

    restore_version(row=library, moment=version, user=national_curator())

    assert ContactPerson.objects.count() == 0


def test_a_restored_library_does_not_let_in_who_left():
    library = LibraryFactory()
    library_member(library)
    version = timeline(library)[0].version
    Membership.objects.update(is_active=False)

    restore_version(row=library, moment=version, user=national_curator())

    assert Membership.objects.active().count() == 0
