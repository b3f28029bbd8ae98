"""How often somebody may try: counted exactly, also when many do it at the same moment."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.db import connection
from django.test import Client
from django.utils import timezone

from tests.accounts.logging_in import NEW_PASSWORD, PASSWORD, ask_code, ask_link, is_logged_in, log_in, reset
from visitors.limits import is_allowed_for, take_back_for
from visitors.models import RateLimit

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
SECOND_STEP = "/inloggen/beveiliging/stap-2/"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # of nobody
TOO_OFTEN = "Dit is te vaak geprobeerd. Probeer het later nog een keer."


def refused(response):
    return TOO_OFTEN in response.content.decode()


def from_elsewhere(number):
    """A browser with an internet address of its own."""
    return Client(REMOTE_ADDR=f"192.0.2.{number}")


def how_often(ask, clients, **more):
    """How many of these browsers are let through, one after the other."""
    return [refused(ask(client, **more)) for client in clients].count(False)


def test_an_address_gets_five_mails_a_quarter_and_ten_tries_an_hour_known_or_not(user):
    for email in ("wie@voorbeeld.nl", "niemand@voorbeeld.nl"):
        found = [
            how_often(ask_code, map(from_elsewhere, range(8)), email=email),
            how_often(ask_link, map(from_elsewhere, range(8)), email=email),
            how_often(log_in, map(from_elsewhere, range(13)), email=email, password="fout"),
        ]

        assert (email, found) == (email, [5, 5, 10])


def test_right_passwords_count_for_nothing_and_let_nobody_guess_more(user):
    right = []
    wrong = []
    for number in range(13):
        right.append(refused(log_in(from_elsewhere(number))))
        wrong.append(refused(log_in(from_elsewhere(100 + number), password="fout")))

    assert (right.count(False), wrong.count(False)) == (10, 10)


def test_what_is_taken_back_is_of_its_own_period():
    begun = timezone.now()
    later = begun + timedelta(hours=2)
    limit = {"at_most": 2, "per": timedelta(hours=1)}
    is_allowed_for("wie", "iets", now=begun, **limit)
    is_allowed_for("wie", "iets", now=later, **limit)

    take_back_for("wie", "iets", counted_at=begun)
    second = is_allowed_for("wie", "iets", now=later, **limit)
    take_back_for("wie", "iets", counted_at=later)
    again = is_allowed_for("wie", "iets", now=later, **limit)
    third = is_allowed_for("wie", "iets", now=later, **limit)

    assert (second, again, third) == (True, True, False)


def test_a_visitor_asks_ten_mails_and_tries_twenty_passwords_a_minute(user):
    found = []
    for ask, tries in ((ask_code, 12), (ask_link, 12), (log_in, 22)):
        answers = [refused(ask(Client(), email=f"{number}@voorbeeld.nl")) for number in range(tries)]
        found.append(answers.count(False))

    assert found == [10, 10, 20]


@pytest.mark.django_db(transaction=True)
def test_of_many_at_the_same_moment_no_more_are_let_through(user):
    def ask(number):
        try:
            return refused(ask_code(from_elsewhere(number)))
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(24)))

    assert answers.count(False) == 5


@pytest.mark.django_db(transaction=True)
def test_of_many_second_steps_at_the_same_moment_ten_are_looked_at(user):
    TOTP.activate(user, SECRET)
    clients = [from_elsewhere(number) for number in range(4)]
    for client in clients:
        log_in(client)

    def guess(client):
        try:
            return [refused(client.post(SECOND_STEP, {"code": "nonsens"})) for _ in range(6)]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = [answer for answers in pool.map(guess, clients) for answer in answers]

    assert (len(answers), answers.count(False)) == (24, 10)


def test_after_a_right_second_step_one_may_try_as_often_as_at_first(user):
    TOTP.activate(user, SECRET)
    found = []
    for number in range(3):
        client = from_elsewhere(number)
        log_in(client)
        found.append([refused(client.post(SECOND_STEP, {"code": "nonsens"})) for _ in range(6)].count(False))
        client.post(SECOND_STEP, {"code": format_hotp_value(hotp_value(SECRET, int(time.time()) // 30 + number - 1))})
        found.append(is_logged_in(client))

    assert found == [6, True] * 3


def test_after_a_new_password_one_may_try_as_often_as_at_first(client, user, post):
    how_often(log_in, map(from_elsewhere, range(13)), password="fout")
    kept_out = refused(log_in(client))

    reset(client, post)
    log_in(client, password=NEW_PASSWORD)

    assert (kept_out, is_logged_in(client)) == (True, True)


def test_what_is_counted_tells_nobody_of_whom(user):
    log_in(Client(), password=PASSWORD)

    kept = [row.fingerprint for row in RateLimit.objects.all()]
    assert len(kept) == 2
    assert [text for text in kept if "voorbeeld" in text or "127" in text] == []
