"""Logging in with a mailed code, and what somebody without account gets to see."""

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.management import call_command
from django.test import Client

from accounts.models import User
from mail.models import OutgoingMail
from tests.accounts.logging_in import (
    FORGOTTEN,
    ask_code,
    code_in,
    fill_in,
    is_logged_in,
    log_in,
    reset,
    without_what_differs,
)
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


# --- with a code ------------------------------------------------------------------------------------
def test_a_code_from_the_mail_logs_in(client, user, post):
    asked = ask_code(client)
    [sent] = post()

    response = fill_in(client, code_in(sent))

    assert (asked.status_code, asked.url) == (302, "/inloggen/code/invullen/")
    assert (sent.to, sent.subject) == (["wie@voorbeeld.nl"], "Je code voor Bieb Netwerk")
    assert (response.status_code, response.url) == (302, "/mijn/")
    assert client.session["_auth_user_id"] == str(user.pk)


@pytest.mark.django_db(transaction=True)
def test_the_mail_with_the_code_is_sent_by_the_worker(client, user):
    ask_code(client)

    call_command("procrastinate", "worker", "--one-shot", "--queues", "mail")

    [sent] = mail.outbox
    assert OutgoingMail.objects.count() == 0
    assert fill_in(client, code_in(sent)).url == "/mijn/"


def test_an_address_in_capitals_gets_the_code_too(client, user, post):
    ask_code(client, "WIE@Voorbeeld.NL")
    [sent] = post()

    fill_in(client, code_in(sent))

    assert client.session["_auth_user_id"] == str(user.pk)


def test_a_wrong_code_is_told_in_dutch_and_logs_nobody_in(client, user):
    ask_code(client)

    response = fill_in(client, "FOUT-FOUT")

    assert "Deze code klopt niet." in response.content.decode()
    assert is_logged_in(client) is False


def test_after_a_wrong_code_the_right_one_still_works(client, user, post):
    ask_code(client)
    [sent] = post()
    fill_in(client, "FOUT-FOUT")

    fill_in(client, code_in(sent))

    assert is_logged_in(client) is True


def test_after_three_wrong_codes_the_right_one_no_longer_works(client, user, post):
    ask_code(client)
    [sent] = post()
    for _ in range(3):
        fill_in(client, "FOUT-FOUT")

    fill_in(client, code_in(sent))

    assert is_logged_in(client) is False


def test_a_code_works_once(client, user, post):
    ask_code(client)
    [sent] = post()
    fill_in(client, code_in(sent))
    client.post("/inloggen/uitloggen/")

    fill_in(client, code_in(sent))

    assert is_logged_in(client) is False


def test_a_code_works_only_in_the_browser_that_asked_for_it(client, client_elsewhere, user, post):
    ask_code(client)
    ask_code(client_elsewhere, "niemand@voorbeeld.nl")
    [sent] = post()

    fill_in(client_elsewhere, code_in(sent))

    assert is_logged_in(client_elsewhere) is False


def test_a_code_past_its_quarter_of_an_hour_does_not_work(client, user, post, settings):
    ask_code(client)
    [sent] = post()
    settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT = -1

    response = fill_in(client, code_in(sent))

    assert response.status_code == 302
    assert is_logged_in(client) is False


def test_an_unknown_or_inactive_address_gets_the_same_answer_and_no_mail(client, user, post):
    UserFactory(email="weg@voorbeeld.nl", is_active=False)
    known = ask_code(client)
    known_page = client.get(known.url)
    post()

    for address in ("niemand@voorbeeld.nl", "weg@voorbeeld.nl"):
        elsewhere = Client()
        unknown = ask_code(elsewhere, address)
        unknown_page = elsewhere.get(unknown.url)

        assert (address, unknown.status_code, unknown.url) == (address, known.status_code, known.url)
        assert unknown_page.status_code == known_page.status_code
        assert without_what_differs(unknown_page) == without_what_differs(known_page)
        assert unknown.cookies.keys() == known.cookies.keys()
    assert (post(), OutgoingMail.objects.count()) == ([], 0)


def test_a_wrong_code_for_an_unknown_address_gets_the_same_answer(client, client_elsewhere, user):
    ask_code(client)
    ask_code(client_elsewhere, "niemand@voorbeeld.nl")

    known, unknown = fill_in(client, "FOUT-FOUT"), fill_in(client_elsewhere, "FOUT-FOUT")

    assert unknown.status_code == known.status_code
    assert without_what_differs(unknown) == without_what_differs(known)


def test_a_sixth_code_within_a_quarter_of_an_hour_is_refused_in_dutch(user, post):
    for _ in range(5):
        ask_code(Client())

    response = ask_code(Client())

    assert "Dit is te vaak geprobeerd. Probeer het later nog een keer." in response.content.decode()
    assert len(post()) == 5


# --- no account -------------------------------------------------------------------------------------
def test_nobody_can_sign_up(client):
    answers = client.get("/inloggen/aanmelden/"), client.post("/inloggen/aanmelden/")

    assert [answer.status_code for answer in answers] == [404, 404]
    assert User.objects.count() == 0


def test_the_pages_are_dutch_and_have_no_link_to_sign_up(client):
    pages = [client.get(address).content.decode() for address in ("/inloggen/", "/inloggen/code/", FORGOTTEN)]

    assert ['<html lang="nl"' in page for page in pages] == [True] * 3
    assert ["/aanmelden/" in page for page in pages] == [False] * 3


# --- one list of addresses --------------------------------------------------------------------------
def test_the_second_list_of_addresses_of_the_library_stays_empty(client, user, post):
    log_in(client)
    client.post("/inloggen/uitloggen/")
    post()
    ask_code(client)
    [sent] = post()
    fill_in(client, code_in(sent))
    client.post("/inloggen/uitloggen/")
    reset(client, post)

    assert EmailAddress.objects.count() == 0
