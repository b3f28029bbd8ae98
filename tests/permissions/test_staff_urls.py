"""Every address under ``/beheer/`` asked by everybody: found in the URLconf, so that none can be forgotten."""

import pytest

from tests.permissions.asking import ask, client_of, is_given, is_refused, is_sent_to_log_in
from tests.permissions.levels import INSIDERS, allowed
from tests.permissions.staff_urls import STATE_FOR, staff_addresses, staff_patterns
from tests.permissions.world import ROLES, make_world

METHODS = ["GET", "POST"]
OUTSIDERS = [role for role in ROLES if role not in INSIDERS]


def told(role, method, address, response):
    """A surprise in one line."""
    error = f" {response.exc_info[1]!r}" if getattr(response, "exc_info", None) else ""
    wrote = f", wrote {response.writes[0][:60]}" if response.writes else ""
    return f"{role} {method} {address.path}{address.query or ''}: {response.status_code}{wrote}{error}"


def without_rule(kind, label):
    """Whether nobody wrote down who may see this."""
    try:
        allowed(kind, label or "sources.source", "GET")
    except KeyError:
        return True
    return False


def asked(client, method, address, world, *, follow=False):
    """Ask it at a moment when it is its turn."""
    if address.kind in STATE_FOR:
        run = world.things[address.label]
        run.state, run.headers = STATE_FOR[address.kind], ["slug"]
        run.save()
    data = address.query if method == "GET" else address.posted
    return ask(client, method, address.path, data, follow=follow)


def test_every_staff_address_has_a_rule():
    missing = [f"no rule for {label} {kind}" for kind, label in staff_patterns() if without_rule(kind, label)]

    assert missing == []


@pytest.mark.django_db
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("role", INSIDERS)
def test_curators_and_administrators_get_what_is_theirs(role, method):
    world, surprises = make_world(), []
    client = client_of(world.users[role])

    for address in staff_addresses(world):
        response = asked(client, method, address, world)
        is_theirs = role in allowed(address.kind, address.label, method)
        if not (is_given(response) if is_theirs else is_refused(response)):
            expected = "given" if is_theirs else "refused"
            surprises.append(f"{told(role, method, address, response)}, expected {expected}")

    assert surprises == [], "\n".join(surprises)


@pytest.mark.django_db
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("role", OUTSIDERS)
def test_nobody_else_comes_in(role, method):
    world, surprises = make_world(), []
    client = client_of(world.users[role])

    for address in staff_addresses(world):
        response = asked(client, method, address, world, follow=True)
        if not (is_sent_to_log_in(response) if role == "anonymous" else is_refused(response)):
            surprises.append(told(role, method, address, response))

    assert surprises == [], "\n".join(surprises)
