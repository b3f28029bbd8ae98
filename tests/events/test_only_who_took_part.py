"""A database that was filled before is told, too, who took part and who did not."""

from importlib import import_module

import pytest
from django.apps import apps

from events.models import EventRole, Speaker
from initiatives.models import Citation, Participation
from partners.models import Partner
from tests.event_factories import EventFactory, EventRoleFactory, SpeakerFactory
from tests.evidence_factories import CitationFactory
from tests.factories import InitiativeFactory, ParticipationFactory, PartnerFactory, SourceFactory

migration = import_module("events.migrations.0005_only_who_took_part")

pytestmark = pytest.mark.django_db


def test_roles_that_nobody_had_go_and_the_rest_stays():
    uwv, nctv, cz = (PartnerFactory(slug=slug) for slug in ("uwv", "nctv", "cz"))
    approached = InitiativeFactory(slug="landelijke-partijen-benaderen")
    ParticipationFactory(initiative=approached, organisation=nctv, role="partner")
    speeddates = ParticipationFactory(organisation=uwv, role="partner")
    meeting, source = EventFactory(slug=migration.MEETING), SourceFactory(slug=migration.SOURCE)
    EventRoleFactory(event=meeting, organisation=cz)
    speaker = SpeakerFactory(organisation=cz, source=source)
    CitationFactory(initiative=None, organisation=cz, source=source)

    migration.keep_only_who_took_part(apps, None)

    assert list(Participation.objects.all()) == [speeddates]
    assert (EventRole.objects.count(), Citation.objects.count()) == (0, 0)
    assert Speaker.objects.get().pk == speaker.pk
    assert Speaker.objects.get().organisation is None
    assert set(Partner.objects.published().values_list("slug", flat=True)) == {"uwv", "nctv"}
