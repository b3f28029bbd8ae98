"""Where somebody is logged in: what they see and end of it, and the mail about a browser that is new."""

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client

from accounts import retention
from accounts.browsers import browser_in_words
from tests.accounts.logging_in import NEW_PASSWORD, PASSWORD, is_logged_in, log_in, reset

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
PAGE = "/inloggen/sessies/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1"
NEW_BROWSER = "Er is ingelogd op je account"


def browser(user_agent, email="wie@voorbeeld.nl"):
    """A browser in which somebody logged in."""
    client = Client(headers={"user-agent": user_agent})
    log_in(client, email)
    return client


def is_in(client):
    return client.get(PAGE).status_code == 200


def test_browsers_are_named_in_words():
    named = {
        FIREFOX: "Firefox op Windows",
        SAFARI: "Safari op een iPhone",
        "Mozilla/5.0 (X11; CrOS x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36": "Chrome op een Chromebook",
        "Mozilla/5.0 (Macintosh) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0": "Edge op een Mac",
        "Firefox": "Firefox",
        "curl/8 Linux": "",
        "": "",
    }

    assert {text: browser_in_words(text) for text in named} == named


def test_the_page_shows_ones_own_browsers_and_ends_one_or_all_others(
    user, django_user_model, django_assert_num_queries
):
    django_user_model.objects.create_user("ander@voorbeeld.nl", PASSWORD)
    stranger = browser(FIREFOX, "ander@voorbeeld.nl")
    here = browser(FIREFOX)
    with django_assert_num_queries(5):
        alone = here.get(PAGE).content.decode()
    phone, one, two = browser(SAFARI), browser("onzin"), browser("onzin")
    with django_assert_num_queries(5):
        page = here.get(PAGE).content.decode()

    assert ("Firefox op Windows, deze" in alone, 'name="end"' in alone) == (True, False)
    assert [page.count(text) for text in ("Safari op een iPhone</h2>", "Onbekende browser</h2>", ", deze")] == [1, 2, 1]

    theirs = UserSession.objects.get(session_key=stranger.session.session_key)
    for wrong in (theirs.pk, "x", "", "9" * 40, UserSession.objects.get(session_key=here.session.session_key).pk):
        assert here.post(PAGE, {"end": wrong}).status_code == 302
    assert [is_in(client) for client in (here, phone, one, two, stranger)] == [True] * 5

    here.post(PAGE, {"end": UserSession.objects.get(session_key=phone.session.session_key).pk})
    assert [is_in(client) for client in (here, phone, one, two)] == [True, False, True, True]

    here.post(PAGE, {"end": "andere"})
    assert [is_in(client) for client in (here, one, two, stranger)] == [True, False, False, True]


def test_who_is_not_logged_in_gets_nothing_to_see(client):
    assert client.get(PAGE).url == f"/inloggen/?next={PAGE}"


def test_another_password_ends_the_others_and_the_page_says_so(user):
    here, phone = browser(FIREFOX), browser(SAFARI)
    new = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}

    here.post("/inloggen/wachtwoord/", new)
    page = here.get(PAGE).content.decode()

    assert (page.count("Ingelogd op"), "Firefox op Windows, deze" in page, is_in(phone)) == (1, True, False)


def test_what_was_noted_of_a_session_goes_when_that_is_gone(user):
    kept, ended = browser(FIREFOX), browser(SAFARI)
    Session.objects.filter(pk=ended.session.session_key).delete()

    retention.forget_noted_sessions(now=None)

    assert [noted.session_key for noted in UserSession.objects.all()] == [kept.session.session_key]


def test_a_browser_that_is_new_is_mailed_once_per_account_and_password(user, post):
    client = browser(FIREFOX)
    [told] = post()
    client.post("/inloggen/uitloggen/")
    log_in(client)
    again = post()
    for spoilt in ("onzin", client.cookies["bekend"].value[:-1] + "x"):
        client.post("/inloggen/uitloggen/")
        client.cookies["bekend"] = spoilt
        log_in(client)
    spoilt = post()

    assert (told.to, told.subject, again) == (["wie@voorbeeld.nl"], NEW_BROWSER, [])
    assert "hij noemt zichzelf Firefox op Windows" in told.body
    assert f"http://localhost:8000{PAGE}" in told.body
    assert [mail.subject for mail in spoilt] == [NEW_BROWSER] * 2


def test_after_a_new_password_every_browser_is_new(client, user, post):
    log_in(client)
    client.post("/inloggen/uitloggen/")
    post()
    reset(client, post)
    post()

    log_in(client, password=NEW_PASSWORD)

    assert is_logged_in(client) is True
    assert [mail.subject for mail in post()] == [NEW_BROWSER]


def test_the_cookie_of_a_known_browser_tells_nobody_who_it_is(user):
    cookie = browser(FIREFOX).cookies["bekend"]

    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert "wie" not in cookie.value
