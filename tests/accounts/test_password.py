"""Logging in with a password, and too often with a wrong one."""

import pytest
from django.test import Client

from accounts.models import User
from tests.accounts.logging_in import (
    NEW_PASSWORD,
    PASSWORD,
    SECURITY,
    ask_code,
    ask_link,
    code_in,
    fill_in,
    is_logged_in,
    lock,
    log_in,
    without_what_differs,
)
from tests.factories import UserFactory
from tests.role_factories import library_member, national_curator

pytestmark = pytest.mark.django_db
WAYS_IN = [log_in, ask_code, ask_link]


# --- with a password --------------------------------------------------------------------------------
def test_the_right_password_logs_in(user):
    for typed in ("wie@voorbeeld.nl", "WIE@Voorbeeld.nl", " wie@voorbeeld.nl "):
        client = Client()

        response = log_in(client, typed)

        assert (typed, response.status_code, response.url) == (typed, 302, "/mijn/")
        assert client.session["_auth_user_id"] == str(user.pk)


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client, client_elsewhere, user):
    wrong, unknown = log_in(client, password="fout"), log_in(client_elsewhere, "niemand@voorbeeld.nl")

    assert "Dit e-mailadres en wachtwoord horen niet bij elkaar." in wrong.content.decode()
    assert unknown.status_code == wrong.status_code
    assert without_what_differs(unknown) == without_what_differs(wrong)
    assert [is_logged_in(client), is_logged_in(client_elsewhere)] == [False, False]


def test_an_address_longer_than_any_of_ours_is_no_error_of_ours(user, post):
    long = f"{'x' * 60}@{'.'.join(['y' * 60] * 5)}"
    addresses = [long[: length - 3] + ".nl" for length in (255, 256, 320)]

    answers = [ask(Client(), address) for ask in WAYS_IN for address in addresses]

    assert {answer.status_code for answer in answers} <= {200, 302}
    assert post() == []


def test_what_is_no_address_is_explained_and_nothing_is_mailed(user, post):
    texts = ["wie@voorbeeld.nl\x00", "geen adres", "", "wie@voorbeeld.nl\nBcc: x@y.nl"]
    unexplained = []

    for ask in WAYS_IN:
        for typed in texts:
            response = ask(Client(), typed)
            if response.status_code != 200 or "Er gaat nog iets mis" not in response.content.decode():
                unexplained.append((ask.__name__, typed))

    assert (unexplained, post()) == ([], [])


def test_an_inactive_user_does_not_get_in_with_the_right_password(client, user):
    user.is_active = False
    user.save()

    log_in(client)

    assert is_logged_in(client) is False


def test_everybody_comes_where_their_work_is():
    rooms = {UserFactory: "/mijn/", library_member: "/mijn/", national_curator: "/beheer/"}
    found = {}

    for make in rooms:
        user = make()
        user.set_password(PASSWORD)
        user.save()
        found[make] = log_in(Client(), user.email).url

    assert found == rooms


def test_after_logging_in_the_wanted_page_comes_if_it_is_ours(user):
    pages = {"/themas/": "/themas/", "https://evil.example/": "/mijn/"}

    assert {wanted: log_in(Client(), next=wanted).url for wanted in pages} == pages


def test_logging_out_asks_first_and_leads_to_the_front_page(client, user):
    client.force_login(user)

    asked, response = client.get("/inloggen/uitloggen/"), client.post("/inloggen/uitloggen/")

    assert (asked.status_code, response.url) == (200, "/")
    assert is_logged_in(client) is False


def test_a_new_user_without_password_logs_in_with_a_code_and_chooses_one(client, post):
    user = User.objects.create_user("wie@voorbeeld.nl")
    ask_code(client)
    [sent] = post()
    fill_in(client, code_in(sent))
    post()

    client.post("/inloggen/wachtwoord/kiezen/", {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})

    user.refresh_from_db()
    assert user.check_password(NEW_PASSWORD) is True
    assert [told.subject for told in post()] == ["Je hebt nu een wachtwoord"]


def test_a_password_is_changed_only_with_the_old_one(client, user):
    client.force_login(user)
    new = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}

    wrong = client.post("/inloggen/wachtwoord/", {"oldpassword": "fout"} | new)
    right = client.post("/inloggen/wachtwoord/", {"oldpassword": PASSWORD} | new)

    user.refresh_from_db()
    assert "Dit is niet je huidige wachtwoord." in wrong.content.decode()
    assert right.url == SECURITY
    assert user.check_password(NEW_PASSWORD) is True


# --- too often --------------------------------------------------------------------------------------
def test_the_fifth_wrong_password_locks_in_dutch(client, user):
    response = lock(client)

    assert response.status_code == 429
    assert "Er is te vaak een verkeerd wachtwoord ingevuld." in response.content.decode()


def test_the_fourth_wrong_password_locks_nothing(client, user):
    for _ in range(4):
        log_in(client, password="fout")

    log_in(client)

    assert is_logged_in(client) is True


def test_behind_the_lock_the_right_password_does_not_work(client, user):
    lock(client)

    response = log_in(client)

    assert response.status_code == 429
    assert is_logged_in(client) is False


def test_wrong_passwords_count_together_however_the_address_is_written(client, user):
    for typed in ["wie@voorbeeld.nl", "WIE@voorbeeld.nl", "Wie@voorbeeld.nl", "wie@VOORBEELD.nl"]:
        log_in(client, typed, password="fout")

    assert log_in(client, "wie@voorbeeld.NL", password="fout").status_code == 429


def test_a_colleague_at_the_same_internet_address_is_not_locked_out(client, client_elsewhere, user):
    User.objects.create_user("collega@voorbeeld.nl", PASSWORD)
    lock(client)

    log_in(client_elsewhere, "collega@voorbeeld.nl")

    assert is_logged_in(client_elsewhere) is True


def test_behind_the_lock_a_code_still_works(client, user, post):
    lock(client)
    ask_code(client)
    [sent] = post()

    fill_in(client, code_in(sent))

    assert is_logged_in(client) is True
