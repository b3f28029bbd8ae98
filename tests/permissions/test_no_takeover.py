"""What is of B does not become A's by what a curator of A adds to it, and does not change through a side door."""

from contextlib import suppress
from datetime import timedelta

import pghistory
import pytest
from django.contrib import admin
from django.utils import timezone

from curation.options import CuratedAdmin
from history.restore import RestoreRefusedError
from history.tracking import event_models
from history.undoing import undo_import
from initiatives.decisions import decide
from initiatives.models import ChangeProposal, Figure, Initiative, Participation
from initiatives.review import StepRefusedError
from partners.models import Branch, Library
from sources.models import Source
from tests import factories
from tests.factories import UserFactory
from tests.permissions.forms import add_path, change_path, typed
from tests.permissions.levels import LEVELS

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def owners_of(initiative, country):
    """The provinces whose curators may change it."""
    found = Initiative.objects.filter(pk=initiative.pk)
    return [each.code for each in (country.a, country.b) if found.of_provinces([each.pk]).exists()]


def test_leading_an_initiative_of_b_is_not_for_a_to_say(country):
    theirs = country.other["initiatives.initiative"]
    values = {"initiative": theirs.pk, "organisation": country.own["partners.library"].pk, "role": "trekker"}

    country.client.post(add_path("initiatives.participation"), values)

    assert owners_of(theirs, country) == ["PV81"]


def test_an_own_lead_cannot_be_moved_to_an_initiative_of_b(country):
    theirs, lead = country.other["initiatives.initiative"], country.own["initiatives.participation"]

    country.client.post(change_path(lead), typed(country.client, change_path(lead), {"initiative": theirs.pk}))

    assert owners_of(theirs, country) == ["PV81"]


def test_a_lead_without_library_stays_where_it_happens(country):
    theirs = factories.InitiativeFactory(places=[country.other["partners.municipality"]])
    values = {"initiative": theirs.pk, "organisation": country.own["partners.library"].pk, "role": "trekker"}

    country.client.post(add_path("initiatives.participation"), values)

    assert owners_of(theirs, country) == ["PV81"]


def test_everybody_who_keeps_entries_adds_a_source(country):
    values = {"title": "Een nieuw artikel", "slug": "een-nieuw-artikel", "kind": "artikel"}

    country.client.post(add_path("sources.source"), values)

    assert Source.objects.filter(slug="een-nieuw-artikel").exists() is True


def day_before(model):
    """Let all versions of this kind be of yesterday; the moment in the address of the page that restores them."""
    yesterday = timezone.now() - timedelta(days=1)
    event_models()[model].objects.update(pgh_created_at=yesterday)
    return {"versie": yesterday.isoformat()}


def test_restoring_an_own_thing_leaves_what_moved_to_b(country):
    ours, theirs = country.own["initiatives.initiative"], country.other["initiatives.initiative"]
    figure, moment = country.own["initiatives.figure"], day_before(Figure) and day_before(Initiative)
    Figure.objects.filter(pk=figure.pk).update(initiative=theirs)

    country.client.post(f"/beheer/initiatives/initiative/{ours.pk}/history/herstel/", moment)

    assert Figure.objects.get(pk=figure.pk).initiative == theirs


def test_restoring_does_not_take_an_own_thing_away(country):
    branch, moment = country.other["partners.branch"], day_before(Branch)
    Branch.objects.filter(pk=branch.pk).update(library=country.own["partners.library"])

    country.client.post(f"/beheer/partners/branch/{branch.pk}/history/herstel/", moment)

    assert Branch.objects.get(pk=branch.pk).library == country.own["partners.library"]


def test_taking_over_a_proposal_does_not_take_an_own_initiative_away(country):
    initiative = factories.InitiativeFactory(
        places=[country.own["partners.municipality"]], themes=[factories.ThemeFactory()]
    )
    proposal = ChangeProposal.objects.create(
        initiative=initiative,
        proposed_by=UserFactory(),
        proposed_at=timezone.now(),
        values={"is_national": {"old": False, "new": True}},
    )

    with suppress(StepRefusedError):
        decide(proposal=proposal, accepted=["is_national"], user=country.user, now=timezone.now())

    assert owners_of(initiative, country) == ["PV80"]


def test_undoing_an_import_leaves_what_moved_to_b(country):
    ours = Initiative.objects.filter(pk=country.own["initiatives.initiative"].pk)
    with pghistory.context(**{"import": 1}):
        ours.update(goal="Lezen")
    Library.objects.filter(pk=country.own["partners.library"].pk).update(province=country.b)

    with suppress(RestoreRefusedError):
        undo_import(run_id=1, user=country.user)

    assert ours.get().goal == "Lezen"


def test_a_row_of_b_cannot_be_smuggled_into_an_own_form(country):
    ours, theirs = country.own["initiatives.initiative"], country.other["initiatives.participation"]
    data = typed(
        country.client, change_path(ours), {"participations-0-id": theirs.pk, "participations-0-note": "Van mij"}
    )

    country.client.post(change_path(ours), data)

    assert Participation.objects.get(pk=theirs.pk).note == ""


OWNERS_OF_ROWS = [
    owner._meta.label_lower
    for owner, model_admin in admin.site._registry.items()
    if isinstance(model_admin, CuratedAdmin) and model_admin.inlines
]


def test_rows_in_a_form_are_for_who_may_change_them_in_their_own_list(country):
    """Taking such a row out of a form is no true deletion: the history of its owner brings it back."""
    offered = []
    for owner in OWNERS_OF_ROWS:
        response = country.client.get(change_path(country.own[owner]))
        for inline in response.context_data["inline_admin_formsets"]:
            if inline.has_change_permission:
                offered.append((owner, inline.opts.model._meta.label_lower))

    assert offered != []
    # LEVELS tells it of a curator of B in their own province
    assert [each for each in offered if "curator_b" not in LEVELS[each[1]]["change"]] == []
