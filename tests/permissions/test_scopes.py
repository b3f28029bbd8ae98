"""Which rows a curator may change: ``editable_by`` of every model that has it."""

import pytest
from django.apps import apps
from django.utils import timezone

from initiatives.models import ReviewStep, SharedFile, Sharing
from tests.permissions.levels import OF_A_PROVINCE, OF_ATTENDEES, OF_THE_COUNTRY
from tests.role_factories import national_curator, province_curator

SHARED = [*OF_A_PROVINCE, *OF_ATTENDEES, "events.dataaccess", "partners.organisation", "initiatives.changeproposal"]
SHARED += ["partners.claim", "reactions.reaction", "initiatives.tip"]
NATIONAL_ONLY = [
    *OF_THE_COUNTRY,
    "polls.vote",
    "partners.curatorship",
    "sources.source",
    "search.searchedword",
    "events.speaker",
]

ADMINISTRATORS_ONLY = ["accounts.user"]
LABELS = [*SHARED, *NATIONAL_ONLY, *ADMINISTRATORS_ONLY]
TESTED_APART = ["initiatives.reviewstep", "initiatives.sharing", "initiatives.sharedfile"]


def editable(thing, user):
    """The rows this user may change, of which only this thing."""
    return type(thing)._default_manager.editable_by(user).filter(pk=thing.pk)


def editors(thing, users):
    """The roles that may change this thing."""
    return {role for role in users if users[role] and editable(thing, users[role]).exists()}


def has_scope(model):
    return hasattr(model._default_manager, "editable_by")


def test_every_model_with_a_scope_is_tested_here():
    found = sorted(model._meta.label_lower for model in apps.get_models() if has_scope(model))

    assert found == sorted([*LABELS, *TESTED_APART])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (SHARED, {"curator_b", "national", "administrator"}),
        (NATIONAL_ONLY, {"national", "administrator"}),
        (ADMINISTRATORS_ONLY, {"administrator"}),
    ],
    ids=["of a province", "of the country", "accounts"],
)
def test_whose_rows_are(world, labels, expected):
    found = {label: editors(world.things[label], world.users) for label in labels}

    assert found == dict.fromkeys(labels, expected)


@pytest.mark.django_db
def test_a_step_follows_its_initiative(world):
    initiative = world.things["initiatives.initiative"]
    step = ReviewStep.objects.create(initiative=initiative, state="concept", taken_at=timezone.now())

    assert editors(step, world.users) == {"curator_b", "national", "administrator"}


@pytest.mark.django_db
def test_who_shared_and_what_came_along_follow_its_initiative_too(world):
    initiative = world.things["initiatives.initiative"]
    sharing = Sharing.objects.create(initiative=initiative, shared_at=timezone.now())
    file = SharedFile.objects.create(sharing=sharing, kind="document", name="plan.pdf", file="gedeeld/plan.pdf")

    assert [editors(thing, world.users) for thing in (sharing, file)] == [
        {"curator_b", "national", "administrator"}
    ] * 2


@pytest.mark.django_db
def test_who_keeps_two_provinces_sees_a_row_once(world):
    user = province_curator(world.a, world.b)

    found = {label: editable(world.things[label], user).count() for label in SHARED}

    assert found == dict.fromkeys(SHARED, 1)


@pytest.mark.django_db
def test_who_is_not_active_changes_nothing(world):
    users = [national_curator(is_active=False), province_curator(world.b, is_active=False)]

    found = {label: [editable(world.things[label], user).count() for user in users] for label in LABELS}

    assert found == dict.fromkeys(LABELS, [0, 0])


@pytest.mark.django_db
@pytest.mark.parametrize("label", ["partners.library", "partners.partner", "initiatives.document", "events.event"])
def test_what_is_archived_stays_with_its_curator(world, label):
    thing = world.things[label]
    thing.archived_on = timezone.localdate()
    thing.save()

    assert editors(thing, world.users) == {"curator_b", "national", "administrator"}
