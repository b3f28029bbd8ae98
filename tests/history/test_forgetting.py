"""What was deleted is in no version any more after its term, and its file is gone; what is there keeps its versions."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from pghistory.models import Context

from events.models import Event, EventPhoto, Speaker
from events.retention import forget_deleted as forget_of_events
from events.retention import forget_deleted_meetings
from history.restore import restore_version
from history.timeline import timeline
from history.tracking import event_models
from initiatives.models import Citation, Document, Photo
from initiatives.retention import forget_deleted as forget_of_initiatives
from partners.models import Curatorship, Membership
from partners.retention import forget_roles
from sources.models import Source
from sources.retention import forget_deleted as forget_of_sources
from tests.event_factories import EventFactory, EventPhotoFactory, SpeakerFactory
from tests.evidence_factories import CitationFactory, DocumentFactory, PhotoFactory
from tests.factories import InitiativeFactory, SourceFactory, UserFactory
from tests.role_factories import CuratorshipFactory, MembershipFactory, library_member, national_curator

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
MAKE = {
    Event: lambda: EventFactory(contact_email="ans@voorbeeld.nl"),
    Speaker: SpeakerFactory,
    EventPhoto: EventPhotoFactory,
    Citation: CitationFactory,
    Photo: lambda: PhotoFactory(image=ContentFile(b"beeld", "foto.jpg")),
    Document: lambda: DocumentFactory(file=ContentFile(b"%PDF-1.4", "stuk.pdf")),
    Source: SourceFactory,
    Curatorship: lambda: CuratorshipFactory(user=UserFactory(), province=None),
    Membership: lambda: library_member().memberships.get(),
}


def forget(days):
    of_events = (forget_of_events, forget_deleted_meetings)
    for each in (*of_events, forget_of_initiatives, forget_of_sources, forget_roles):
        each(now=timezone.now() + timedelta(days=days))


def versions(model, number):
    return event_models()[model].objects.filter(pgh_obj_id=number).count()


def test_versions_of_what_was_deleted_go_after_90_days_and_others_stay():
    stay = {model: make() for model, make in MAKE.items()}
    gone = {model: make() for model, make in MAKE.items()}
    numbers = {model: thing.pk for model, thing in gone.items()}
    for thing in gone.values():
        thing.delete()

    forget(days=89)
    before = {model: versions(model, number) for model, number in numbers.items()}
    forget(days=91)

    assert before == dict.fromkeys(MAKE, 2)
    assert {model: versions(model, number) for model, number in numbers.items()} == dict.fromkeys(MAKE, 0)
    assert {model: versions(model, thing.pk) for model, thing in stay.items()} == dict.fromkeys(MAKE, 1)


def test_the_file_of_a_deleted_photo_goes_too_and_one_that_is_still_named_stays():
    names = [PhotoFactory(image=ContentFile(b"beeld", f"{name}.jpg")).image.name for name in ("weg", "twee-keer")]
    names.append(DocumentFactory(file=ContentFile(b"%PDF-1.4", "weg.pdf")).file.name)
    stays = PhotoFactory(image=names[1])
    for thing in [*Photo.objects.exclude(pk=stays.pk), *Document.objects.all()]:
        thing.delete()
    event_models()[Photo].objects.filter(pgh_obj_id=stays.pk).delete()  # a row counts also where no version names it

    forget(days=89)
    before = [default_storage.exists(name) for name in names]
    forget(days=91)

    assert before == [True, True, True]
    assert [default_storage.exists(name) for name in names] == [False, True, False]


def test_what_came_back_keeps_its_versions():
    initiative = InitiativeFactory()
    citation = CitationFactory(initiative=initiative)
    version = timeline(initiative)[0].version
    number = citation.pk
    citation.delete()
    restore_version(row=initiative, moment=version, user=national_curator())

    forget(days=91)

    assert Citation.objects.get().pk == number
    assert versions(Citation, number) > 0


def test_a_change_only_says_the_number_of_who_made_it(client):
    user = national_curator(email="wie@voorbeeld.nl", name="Wie Dan Ook")
    client.force_login(user)
    source = SourceFactory()
    client.post(f"/beheer/sources/source/{source.pk}/change/", {"slug": "a", "title": "Nieuw", "kind": "wet"})

    assert [context.metadata for context in Context.objects.all()] == [{"user": user.pk}]


def test_a_membership_of_who_is_gone_is_in_no_version_after_90_days():
    user = library_member()
    MembershipFactory(user=user, library=library_member().memberships.get().library, job_title="Geheime functie")
    user.delete()

    forget(days=91)

    events = event_models()[Membership].objects
    assert events.filter(job_title="Geheime functie").count() == 0
