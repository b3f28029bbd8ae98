"""What is of B does not become A's by what a curator of A adds to it, and does not change through a side door."""

from contextlib import suppress
from datetime import timedelta
from types import SimpleNamespace

import pghistory
import pytest
from django.contrib import admin
from django.utils import timezone

from curation.options import CuratedAdmin
from history.restore import RestoreRefusedError, undo_import
from history.tracking import event_models
from initiatives.models import ChangeProposal, Figure, Initiative, Participation
from initiatives.review import StepRefusedError, decide
from partners.models import Branch, Library
from sources.models import Source
from tests import factories
from tests.factories import UserFactory
from tests.permissions.asking import client_of
from tests.permissions.forms import add_path, change_path, typed
from tests.permissions.levels import LEVELS
from tests.permissions.world import things_of
from tests.role_factories import province_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def world():
    """Provinces ``a`` and ``b`` with their things, and the curator of A with a browser."""
    a, b = factories.ProvinceFactory(code="PV80"), factories.ProvinceFactory(code="PV81")
    user = province_curator(a)
    return SimpleNamespace(a=a, b=b, own=things_of(a), other=things_of(b), user=user, client=client_of(user))


def owners_of(initiative, world):
    """The provinces whose curators may change it."""
    found = Initiative.objects.filter(pk=initiative.pk)
    return [each.code for each in (world.a, world.b) if found.of_provinces([each.pk]).exists()]


def test_leading_an_initiative_of_b_is_not_for_a_to_say(world):
    theirs = world.other["initiatives.initiative"]
    values = {"initiative": theirs.pk, "organisation": world.own["partners.library"].pk, "role": "trekker"}

    world.client.post(add_path("initiatives.participation"), values)

    assert owners_of(theirs, world) == ["PV81"]


def test_an_own_lead_cannot_be_moved_to_an_initiative_of_b(world):
    theirs, lead = world.other["initiatives.initiative"], world.own["initiatives.participation"]

    world.client.post(change_path(lead), typed(world.client, change_path(lead), {"initiative": theirs.pk}))

    assert owners_of(theirs, world) == ["PV81"]


def test_a_lead_without_library_stays_where_it_happens(world):
    theirs = factories.InitiativeFactory(places=[world.other["partners.municipality"]])
    values = {"initiative": theirs.pk, "organisation": world.own["partners.library"].pk, "role": "trekker"}

    world.client.post(add_path("initiatives.participation"), values)

    assert owners_of(theirs, world) == ["PV81"]


def test_everybody_who_keeps_entries_adds_a_source(world):
    values = {"title": "Een nieuw artikel", "slug": "een-nieuw-artikel", "kind": "artikel"}

    world.client.post(add_path("sources.source"), values)

    assert Source.objects.filter(slug="een-nieuw-artikel").exists() is True


def day_before(model):
    """Let all versions of this kind be of yesterday; the moment in the address of the page that restores them."""
    yesterday = timezone.now() - timedelta(days=1)
    event_models()[model].objects.update(pgh_created_at=yesterday)
    return {"versie": yesterday.isoformat()}


def test_restoring_an_own_thing_leaves_what_moved_to_b(world):
    ours, theirs = world.own["initiatives.initiative"], world.other["initiatives.initiative"]
    figure, moment = world.own["initiatives.figure"], day_before(Figure) and day_before(Initiative)
    Figure.objects.filter(pk=figure.pk).update(initiative=theirs)

    world.client.post(f"/beheer/initiatives/initiative/{ours.pk}/history/herstel/", moment)

    assert Figure.objects.get(pk=figure.pk).initiative == theirs


def test_restoring_does_not_take_an_own_thing_away(world):
    branch, moment = world.other["partners.branch"], day_before(Branch)
    Branch.objects.filter(pk=branch.pk).update(library=world.own["partners.library"])

    world.client.post(f"/beheer/partners/branch/{branch.pk}/history/herstel/", moment)

    assert Branch.objects.get(pk=branch.pk).library == world.own["partners.library"]


def test_taking_over_a_proposal_does_not_take_an_own_initiative_away(world):
    initiative = factories.InitiativeFactory(
        places=[world.own["partners.municipality"]], themes=[factories.ThemeFactory()]
    )
    proposal = ChangeProposal.objects.create(
        initiative=initiative,
        proposed_by=UserFactory(),
        proposed_at=timezone.now(),
        values={"is_national": {"old": False, "new": True}},
    )

    with suppress(StepRefusedError):
        decide(proposal=proposal, accepted=["is_national"], user=world.user, now=timezone.now())

    assert owners_of(initiative, world) == ["PV80"]


def test_undoing_an_import_leaves_what_moved_to_b(world):
    ours = Initiative.objects.filter(pk=world.own["initiatives.initiative"].pk)
    with pghistory.context(**{"import": 1}):
        ours.update(goal="Lezen")
    Library.objects.filter(pk=world.own["partners.library"].pk).update(province=world.b)

    with suppress(RestoreRefusedError):
        undo_import(run_id=1, user=world.user)

    assert ours.get().goal == "Lezen"


def test_a_row_of_b_cannot_be_smuggled_into_an_own_form(world):
    ours, theirs = world.own["initiatives.initiative"], world.other["initiatives.participation"]
    data = typed(
        world.client, change_path(ours), {"participations-0-id": theirs.pk, "participations-0-note": "Van mij"}
    )

    world.client.post(change_path(ours), data)

    assert Participation.objects.get(pk=theirs.pk).note == ""


INLINES = [
    (owner._meta.label_lower, inline.model._meta.label_lower)
    for owner, model_admin in admin.site._registry.items()
    if isinstance(model_admin, CuratedAdmin)
    for inline in model_admin.inlines
]


def test_rows_in_a_form_are_for_who_may_change_them_in_their_own_list(world):
    """Taking such a row out of a form is no true deletion: the history of its owner brings it back."""
    offered = []
    for owner, label in INLINES:
        response = world.client.get(change_path(world.own[owner]))
        for inline in response.context["inline_admin_formsets"]:
            is_it = inline.opts.model._meta.label_lower == label
            if is_it and inline.has_change_permission:
                offered.append((owner, label))

    # LEVELS tells it of a curator of B in their own province
    assert [each for each in offered if "curator_b" not in LEVELS[each[1]]["change"]] == []
