"""The link in a mail: opening it changes nothing, pressing confirms once, and any other link is refused."""

from datetime import date, timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from initiatives.freshness import confirm_token, send_digest_about
from initiatives.models import Initiative
from mail.models import OutgoingMail
from tests.factories import LibraryFactory
from tests.initiatives.confirm_links import address, stored
from tests.markup import squeezed
from tests.review_factories import BACKWARDS, HOSTILE, led_by

pytestmark = pytest.mark.django_db
USED = "Dit voorbeeld is al bevestigd. Je hoeft niets meer te doen."
WRONG = "Deze link klopt niet. Kopieer hem nog eens uit de mail."
EXPIRED = "Deze link is verlopen. In de volgende mail staat een nieuwe."
VALID_DAYS = 60  # as the mail says
GONE = "Dit voorbeeld staat niet meer op de site."


@pytest.fixture
def initiative():
    return led_by(LibraryFactory(name="De Bieb"), title="Leesclub", next_check_on=date(2026, 1, 1))


def refused(response, sentence):
    return response.status_code == 410 and sentence in response.content.decode()


def test_opening_the_link_changes_nothing(client, initiative):
    ways = [client.get, client.head, client.options, client.put, client.delete, client.patch]

    statuses = [ask(address(initiative)).status_code for ask in ways]

    assert set(statuses) <= {200, 405}
    assert stored(initiative) == (None, None, date(2026, 1, 1))


def test_opening_the_link_shows_what_it_is_about_and_one_button(client, initiative):
    page = client.get(address(initiative)).content.decode()

    assert "‘Leesclub’" in page
    assert "Ja, dit klopt nog" in page
    assert reverse("members:initiative_edit", args=[initiative.slug]) in page


def test_pressing_confirms_without_logging_in(initiative):
    today = timezone.localdate()

    response = Client(enforce_csrf_checks=True).post(address(initiative))

    assert "is bevestigd door De Bieb" in response.content.decode()
    assert stored(initiative) == (today, "De Bieb", today + timedelta(days=365))


def test_nobody_is_logged_in_by_a_link(client, initiative):
    client.post(address(initiative))

    assert client.get("/mijn/").status_code == 302
    assert "sessionid" not in client.cookies


def test_a_used_link_is_refused(client, initiative):
    link = address(initiative)
    client.post(link)

    assert [refused(client.post(link), USED), refused(client.get(link), USED)] == [True, True]
    assert "<h1>Al bevestigd</h1>" in squeezed(client.post(link))


def test_a_used_link_is_refused_also_when_the_date_stays_the_same(client, initiative):
    Initiative.objects.update(next_check_on=timezone.localdate() + timedelta(days=365))
    initiative.refresh_from_db()
    link = address(initiative)
    client.post(link)

    assert refused(client.post(link), USED)


def test_an_older_link_is_refused_once_a_newer_one_was_used(client, initiative):
    old = address(initiative)
    Initiative.objects.update(next_check_on=date(2026, 2, 1))
    initiative.refresh_from_db()
    client.post(address(initiative))

    assert refused(client.post(old), USED)


def test_a_used_link_does_not_come_alive_when_the_date_is_put_back(client, initiative):
    link = address(initiative)
    client.post(link)
    Initiative.objects.update(next_check_on=date(2026, 1, 1), confirmed_on=None, confirmed_by=None)

    assert refused(client.post(link), USED)


def test_an_expired_link_is_refused(client, initiative, monkeypatch):
    link, now = address(initiative), signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + (VALID_DAYS * 24 * 3600) + 1)

    assert refused(client.post(link), EXPIRED)
    assert stored(initiative) == (None, None, date(2026, 1, 1))


def test_a_link_works_until_its_last_day(client, initiative, monkeypatch):
    link, now = address(initiative), signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + (VALID_DAYS * 24 * 3600) - 60)

    assert client.get(link).status_code == 200


def test_a_link_for_something_else_is_refused(client, initiative):
    salts = ["aanpassen", "django.core.signing", "django.contrib.auth.tokens.PasswordResetTokenGenerator", ""]
    tokens = [signing.dumps([initiative.pk, "2026-01-01"], salt=salt) for salt in salts]

    answers = [client.post(reverse("initiatives:initiative_confirm", args=[token])) for token in tokens]

    assert [refused(answer, WRONG) for answer in answers] == [True] * 4
    assert stored(initiative) == (None, None, date(2026, 1, 1))


def test_a_link_of_another_site_is_refused(client, initiative, settings):
    with_ours = address(initiative)
    settings.SECRET_KEY = "een heel ander geheim dat ook lang genoeg is, zodat niemand klaagt"

    assert refused(client.post(with_ours), WRONG)


def test_a_tampered_link_is_refused(client, initiative):
    accepted = []

    for place in (0, 5, -1, -20):
        letters = list(confirm_token(initiative))
        letters[place] = "A" if letters[place] != "A" else "B"
        answer = client.post(reverse("initiatives:initiative_confirm", args=["".join(letters)]))
        accepted += [] if refused(answer, WRONG) else [place]

    assert accepted == []


def test_nonsense_is_refused_with_a_sentence(client):
    tokens = ["x", "a:b:c", "a%00b", "%F0%9F%98%80", "..", "a" * 3000, ":::", "."]

    answers = {token: client.post(f"/klopt-nog/{token}/") for token in tokens}

    wrong = [each for each, answer in answers.items() if not (refused(answer, WRONG) or answer.status_code == 404)]
    assert wrong == []


def test_it_can_be_read_and_pressed_and_nothing_else(client, initiative):
    statuses = [ask(address(initiative)).status_code for ask in (client.put, client.patch, client.delete)]

    assert statuses == [405] * 3


def test_what_is_not_on_the_site_is_not_shown_or_confirmed(client, initiative):
    for state in ("concept", "ingezonden", "gearchiveerd"):
        Initiative.objects.update(publication_state=state)

        seen, pressed = client.get(address(initiative)), client.post(address(initiative))

        assert (state, refused(seen, GONE), refused(pressed, GONE)) == (state, True, True)
        assert "Leesclub" not in seen.content.decode()
    assert stored(initiative) == (None, None, date(2026, 1, 1))


def test_what_was_deleted_is_refused(client, initiative):
    link = address(initiative)
    initiative.delete()

    assert refused(client.post(link), GONE)


def test_after_confirming_one_can_be_asked_anew(client, initiative):
    Initiative.objects.update(reminded_on=date(2026, 1, 1))

    client.post(address(initiative))

    assert Initiative.objects.get().reminded_on is None


def test_a_hostile_title_is_shown_as_text(client):
    for title in (HOSTILE, BACKWARDS, "javascript:alert(1)"):
        initiative = led_by(LibraryFactory(), title=title, summary=HOSTILE)

        page = client.get(address(initiative)).content.decode()

        assert (title, "<img src=x" in page, 'href="javascript:' in page) == (title, False, False)


def test_the_link_stands_in_the_mail_as_it_is(client, initiative, settings):
    send_digest_about(Initiative.objects.all(), today=date(2026, 3, 2))

    [line] = [line for line in OutgoingMail.objects.get().body.splitlines() if "Klopt nog:" in line]
    link = line.split()[-1]
    assert link.startswith(f"{settings.SITE_ADDRESS}/klopt-nog/")
    assert client.get(link.removeprefix(settings.SITE_ADDRESS)).status_code == 200
