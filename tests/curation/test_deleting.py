"""Before something is deleted a curator reads what goes with it, and nothing of what stays."""

import pytest
from django.contrib import admin
from django.test import RequestFactory
from django.urls import reverse

from initiatives.models import Initiative
from tests.event_factories import RegistrationFactory
from tests.factories import (
    FigureFactory,
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    ThemeFactory,
)
from tests.markup import squeezed
from tests.role_factories import administrator, national_curator

pytestmark = pytest.mark.django_db


def test_what_hangs_under_an_example_goes_and_what_it_names_stays(client):
    client.force_login(administrator())
    initiative = InitiativeFactory(themes=[ThemeFactory(name="Schulden")])
    initiative.places.add(MunicipalityFactory(name="Meppel"))
    FigureFactory(initiative=initiative, label="bezoekers")

    address = reverse("admin:initiatives_initiative_delete", args=[initiative.pk])
    page = squeezed(client.get(address))
    client.post(address, {"post": "yes"})

    told = [name for name in ("bezoekers", "Schulden", "Meppel") if name in page]
    assert told == ["bezoekers"]
    assert "object (" not in page
    assert list(Initiative.objects.all()) == []


def test_who_may_not_delete_is_told_what_and_what_is_in_the_way_is_named():
    listed = admin.site.get_model_admin(Initiative)
    request = RequestFactory().get("/")
    request.user = national_curator()
    InitiativeFactory()

    _, counts, forbidden, _ = listed.get_deleted_objects(Initiative.objects.all(), request)

    assert (counts, forbidden) == ({"praktijkvoorbeelden": 1}, {"praktijkvoorbeeld"})


def test_who_comes_to_a_meeting_is_not_named_where_nobody_may_delete_them(client):
    client.force_login(administrator())
    attendee = RegistrationFactory(name="Piet Puk")

    page = squeezed(client.get(reverse("admin:events_event_delete", args=[attendee.booking.event_id])))

    assert ("Piet Puk" in page, "<li>deelnemer</li>" in page) == (False, True)


def test_what_is_in_the_way_is_named(client):
    client.force_login(administrator())
    library = LibraryFactory(name="Bibliotheek Hoorn")
    InitiativeFactory(title="Taalcafé", confirmed_by=library, confirmed_on="2026-01-01")

    page = squeezed(client.get(reverse("admin:partners_library_delete", args=[library.pk])))

    assert ("Taalcafé" in page, "Ja, ik weet het zeker" in page) == (True, False)
