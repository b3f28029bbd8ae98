"""Who comes to a meeting, and all that is kept with it, is only for who organises that meeting."""

import pytest

from history.tracking import event_models
from tests.permissions.levels import OF_ATTENDEES, OWNERS

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def permission(action, thing):
    return f"{thing._meta.app_label}.{action}_{thing._meta.model_name}"


def those_who_may(action, thing, users):
    return {role for role, user in users.items() if user and user.has_perm(permission(action, thing), thing)}


@pytest.mark.parametrize(
    ("action", "expected"),
    [("view", OWNERS), ("change", OWNERS), ("add", {"administrator"}), ("delete", {"administrator"})],
)
def test_only_who_organises_a_meeting_sees_who_comes(world, action, expected):
    found = {label: those_who_may(action, world.things[label], world.users) for label in OF_ATTENDEES}

    assert found == dict.fromkeys(OF_ATTENDEES, expected)


def test_the_list_of_attendees_has_only_those_of_own_meetings(world, client):
    name, address = world.things["events.registration"].name, "/beheer/events/registration/"
    shown = {}

    for role in ("curator_a", "curator_b", "national"):
        client.force_login(world.users[role])
        shown[role] = name in client.get(address).content.decode()

    assert shown == {"curator_a": False, "curator_b": True, "national": True}


def test_nobody_is_in_the_history():
    watched = {model._meta.label_lower for model in event_models()}

    assert watched & set(OF_ATTENDEES) == set()
