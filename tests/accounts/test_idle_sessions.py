"""Curators log in again after eight hours without use and after twelve in all; members after two weeks."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.sessions import SEEN, end_in_time
from tests.accounts.logging_in import ask_code, code_in, fill_in
from tests.role_factories import CuratorshipFactory, library_member, national_curator

pytestmark = pytest.mark.django_db
TWO_WEEKS = timedelta(days=14)


def ends_in(client):
    """After how long the session of this browser ends, in whole hours."""
    left = Session.objects.get(pk=client.session.session_key).expire_date - timezone.now()
    return round(left / timedelta(hours=1))


def test_the_session_of_a_curator_ends_eight_hours_after_the_last_page(client):
    client.force_login(national_curator())
    client.get("/beheer/")
    assert ends_in(client) == 8

    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    assert client.get("/beheer/").url.startswith("/beheer/login/")


def test_logging_in_is_such_a_page(client, user, post):
    CuratorshipFactory(user=user, province=None)
    ask_code(client)
    fill_in(client, code_in(*post()))

    assert ends_in(client) == 8


def test_a_member_stays_logged_in(client):
    client.force_login(library_member())
    client.get("/mijn/")

    assert ends_in(client) == TWO_WEEKS / timedelta(hours=1)


def test_that_a_session_is_used_is_noted_every_few_minutes():
    session, now = SessionStore(), timezone.now()
    noted = []

    for minutes in (0, 4, 6, 10, 12):
        session.modified = False
        end_in_time(session, now=now + timedelta(minutes=minutes))
        noted.append(session.modified)

    assert noted == [True, False, True, False, True]
    assert (session[SEEN], session.get_expiry_date()) == (
        int(now.timestamp()) + 720,
        now + timedelta(hours=8, minutes=12),
    )


def test_a_session_ends_twelve_hours_after_its_first_page_however_much_it_is_used():
    session, now = SessionStore(), timezone.now().replace(microsecond=0)

    ends = []
    for hours in (0, 3, 7, 11):
        end_in_time(session, now=now + timedelta(hours=hours))
        session["iets"] = hours  # what else is kept in it does not put the end off
        ends.append((session.get_expiry_date() - now) / timedelta(hours=1))

    assert ends == [8, 11, 12, 12]
