"""A password that was forgotten: the mail, its link, and the new password."""

import pytest

from tests.accounts.logging_in import (
    NEW_PASSWORD,
    PASSWORD,
    ask_link,
    is_logged_in,
    link_in,
    lock,
    log_in,
    reset,
    without_what_differs,
)
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_the_link_in_the_mail_gives_a_new_password(client, user, post):
    response = reset(client, post)

    user.refresh_from_db()
    assert response.url == "/inloggen/wachtwoord/nieuw/klaar/"
    assert user.check_password(NEW_PASSWORD) is True


def test_the_mail_with_the_link_is_dutch_and_a_second_tells_that_it_happened(client, user, post):
    ask_link(client)
    [first] = post()
    form = client.get(link_in(first))
    client.post(form.url, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    [second] = post()

    assert [first.subject, second.subject] == ["Nieuw wachtwoord kiezen", "Je wachtwoord is veranderd"]
    assert [first.to, second.to] == [["wie@voorbeeld.nl"]] * 2


def test_a_link_works_once(client, client_elsewhere, user, post):
    ask_link(client)
    [sent] = post()
    form = client.get(link_in(sent))
    client.post(form.url, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})

    page = client_elsewhere.get(link_in(sent))

    assert "Deze link werkt niet meer" in page.content.decode()


def test_a_new_password_that_is_too_short_is_refused_in_dutch(client, user, post):
    response = reset(client, post, password="kort1234")

    user.refresh_from_db()
    assert "Dit wachtwoord is te kort. Het moet minstens 12 tekens lang zijn." in response.content.decode()
    assert user.check_password(PASSWORD) is True


def test_a_forgotten_password_of_nobody_gets_the_same_answer_and_no_mail(client, user, post):
    UserFactory(email="weg@voorbeeld.nl", is_active=False)
    known = ask_link(client)
    known_page = client.get(known.url)
    post()

    for address in ("niemand@voorbeeld.nl", "weg@voorbeeld.nl"):
        unknown = ask_link(client, address)
        unknown_page = client.get(unknown.url)

        assert (address, unknown.status_code, unknown.url) == (address, known.status_code, known.url)
        assert without_what_differs(unknown_page) == without_what_differs(known_page)
    assert post() == []


def test_a_new_password_ends_the_lock(client, user, post):
    lock(client)

    reset(client, post)

    assert log_in(client, password=NEW_PASSWORD).status_code == 302
    assert is_logged_in(client) is True


def test_a_new_password_ends_the_lock_also_after_many_more_tries(client, user, post):
    for _ in range(12):
        log_in(client, password="fout")

    reset(client, post)

    assert log_in(client, password=NEW_PASSWORD).status_code == 302


def test_links_in_mail_are_of_the_site_whatever_host_was_asked(client, user, post, settings):
    settings.SITE_ADDRESS, settings.ALLOWED_HOSTS = "https://bieb.voorbeeld.nl", ["*"]
    client.defaults["HTTP_HOST"] = "kwaad.example:8080"

    ask_link(client)
    [first] = post()
    form = client.get(link_in(first))
    client.post(form.url, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    [second] = post()

    for sent in (first, second):
        assert "https://bieb.voorbeeld.nl/inloggen/wachtwoord/" in sent.body
        assert "kwaad" not in sent.body
