"""Every address under ``/beheer/`` asked by everybody: found in the URLconf, so that none can be forgotten."""

import pytest

from events.models import Registration
from tests.english import english_among, texts_of
from tests.permissions.asking import Asker, ask, client_of, ends_at_log_in, is_given, is_refused, is_sent_to_log_in
from tests.permissions.forms import change_path
from tests.permissions.levels import INSIDERS, allowed
from tests.permissions.staff_urls import STATE_FOR, questions, staff_patterns
from tests.permissions.world import ROLES

OUTSIDERS = [role for role in ROLES if role not in INSIDERS]
ANSWERS = {"given": is_given, "refused": is_refused, "sent to log in": is_sent_to_log_in}
LOG_IN = "login/"
ATTENDEE = {"name": "Quirijn van Zoekmij", "email": "quirijn@zoekmij.nl", "is_on_list": True}
LOOKS_OTHERWISE = ("", "<path:object_id>/change/")  # for who may only read


def expected(role, method, address):
    """One of ``ANSWERS``."""
    if role in allowed(address.kind, address.label, method):
        return "given"
    is_sent_away = role in OUTSIDERS and not (address.kind == LOG_IN and role != "anonymous")
    return "sent to log in" if is_sent_away else "refused"


def readers(address):
    """Roles for whom this page is written out: who may most, and who only reads."""
    may = [role for role in INSIDERS if role in allowed(address.kind, address.label, "GET")]
    return {*may[-1:], *(may[:1] if address.kind in LOOKS_OTHERWISE else [])}


def asked(asker, role, method, address, world):
    """Ask it at a moment when it is its turn; the page is written out for its readers."""
    if address.kind in STATE_FOR:
        run = world.things[address.label]
        run.state, run.headers = STATE_FOR[address.kind], ["slug"]
        run.save()
    whole = method == "GET" and role in readers(address)
    return asker.ask(method, address.path, address.data(method), whole=whole)


def told(role, method, address, response):
    """A surprise in one line."""
    error = f" {response.exc_info[1]!r}" if getattr(response, "exc_info", None) else ""
    wrote = f", wrote {response.writes[0][:60]}" if response.writes else ""
    where = f" to {response.url}" if response.status_code == 302 else ""
    return f"{role} {method} {address.path}{address.query or ''}: {response.status_code}{where}{wrote}{error}"


def without_rule(kind, label):
    """Whether nobody wrote down who may see this."""
    try:
        allowed(kind, label or "sources.source", "GET")
    except KeyError:
        return True
    return False


def test_every_staff_address_has_a_rule():
    missing = [f"no rule for {label} {kind}" for kind, label in staff_patterns() if without_rule(kind, label)]

    assert missing == []


def shows_unlogged(response):
    """Whether this page shows who comes to a meeting, and does not write down that it did."""
    names = (ATTENDEE["name"], ATTENDEE["email"])
    is_shown = not response.streaming and any(name in response.content.decode(errors="replace") for name in names)
    return is_shown and not any('INTO "events_dataaccess"' in sql for sql in response.writes)


@pytest.mark.parametrize("role", ROLES)
def test_everybody_gets_what_is_theirs_in_dutch_and_who_shows_attendees_writes_it_down(world, hasty, role):
    Registration.objects.update(**ATTENDEE)
    to_ask, surprises, said = list(questions(world)), [], {}
    asker = Asker(hasty(world.users[role]))

    for method, address in to_ask:
        response, answer = asked(asker, role, method, address, world), expected(role, method, address)
        if not ANSWERS[answer](response):
            surprises.append(f"{told(role, method, address, response)}, expected {answer}")
        elif shows_unlogged(response):
            surprises.append(f"{told(role, method, address, response)}, shows who comes and does not write it down")
        if "text/html" in response.get("Content-Type", "") and response.status_code == 200:
            said |= dict.fromkeys(texts_of(response.content.decode()), address.path)

    surprises += english_among(said)
    assert surprises == [], "\n".join(surprises)


@pytest.mark.parametrize("role", OUTSIDERS)
def test_who_is_sent_away_logs_in_or_hears_no(world, role):
    client, surprises = client_of(world.users[role]), []
    ends_well = ends_at_log_in if role == "anonymous" else is_refused

    for path in ("/beheer/", "/beheer/logout/", "/beheer/bestaat/niet/", change_path(world.things["partners.library"])):
        for method in ("GET", "POST"):
            response = ask(client, method, path, follow=True)
            if not ends_well(response):
                surprises.append(f"{method} {path}: {response.status_code} {response.redirect_chain}")

    assert surprises == []
