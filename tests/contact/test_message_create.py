"""The form under every page: stored and mailed, once, within limits, never for robots."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from contact.models import Message
from contact.retention import forget_messages
from contact.tasks import mail_message
from visitors.limits import is_allowed
from visitors.models import RateLimit
from visitors.retention import forget_counts

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
ADDRESS = "/klopt-er-iets-niet/"


def send(client, **fields):
    return client.post(ADDRESS, {"page": "/over/", "text": "Dit klopt niet.", "email": "", "website": ""} | fields)


def stored():
    return list(Message.objects.values_list("page", "text", "email"))


def test_a_message_is_stored_with_its_page_and_its_mail_is_queued(client):
    response = send(client, email="lezer@voorbeeld.nl")

    assert response.url == "/klopt-er-iets-niet/bedankt/"
    assert stored() == [("/over/", "Dit klopt niet.", "lezer@voorbeeld.nl")]
    assert [job.task_name for job in ProcrastinateJob.objects.all()] == ["contact.tasks.mail_message"]


def test_pressing_twice_stores_once(client):
    send(client)
    send(client)

    assert (len(stored()), ProcrastinateJob.objects.count()) == (1, 1)


def test_the_same_words_count_again_after_an_hour(client):
    send(client)
    Message.objects.update(sent_at=timezone.now() - timedelta(minutes=61))
    send(client)

    assert len(stored()) == 2


WRONG = [
    ({"text": ""}, "Schrijf wat er niet klopt of wat je wilt vertellen."),
    ({"text": "   "}, "Schrijf wat er niet klopt of wat je wilt vertellen."),
    ({"text": "a" * 5001}, "Maak je bericht korter: hooguit 5.000 tekens."),
    ({"email": "geen adres"}, "Vul een e-mailadres in, zoals naam@voorbeeld.nl, of laat het leeg."),
    ({"email": "a@b.nl\nBcc: x@y.nl"}, "Vul een e-mailadres in, zoals naam@voorbeeld.nl, of laat het leeg."),
    ({"text": "nul\x00teken"}, "Er staat een teken in dat geen tekst is."),
]


def test_what_cannot_be_is_explained_at_the_field_and_nothing_is_stored(client):
    unexplained = []

    for fields, sentence in WRONG:
        response = send(client, **fields)
        if response.status_code != 422 or sentence not in response.content.decode():
            unexplained.append((fields, sentence))

    assert (unexplained, stored()) == ([], [])


def test_what_was_typed_stays_when_something_is_wrong(client):
    page = send(client, text="Mijn verhaal", email="fout").content.decode()

    assert "Mijn verhaal</textarea>" in page


def test_a_robot_that_fills_the_hidden_field_is_thanked_and_forgotten(client):
    response = send(client, website="http://spam.example")

    assert response.url == "/klopt-er-iets-niet/bedankt/"
    assert stored() == []


def test_a_page_elsewhere_becomes_the_front_page(client):
    for page in ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"):
        send(client, page=page, text=page)

    assert [page for page, *_ in stored()] == ["/"] * 4


def test_the_eleventh_message_in_an_hour_is_refused_in_dutch(client):
    for number in range(10):
        send(client, text=f"Bericht {number}")

    response = send(client, text="Bericht 11")

    assert (response.status_code, len(stored())) == (429, 10)
    assert "Probeer het over een uur nog eens." in response.content.decode()


def test_the_limit_starts_anew_after_its_period(rf):
    request, now = rf.get("/"), timezone.now()

    first = [is_allowed(request, "x", at_most=1, per=timedelta(hours=1), now=now) for _ in range(2)]
    later = is_allowed(request, "x", at_most=1, per=timedelta(hours=1), now=now + timedelta(minutes=61))

    assert (first, later) == ([True, False], True)


@pytest.mark.parametrize(("proxies", "allowed"), [(0, False), (1, True)])
def test_a_visitor_behind_our_proxy_is_counted_alone_and_cannot_pretend(rf, settings, proxies, allowed):
    settings.TRUSTED_PROXIES = proxies
    now = timezone.now()

    for address in ("6.6.6.6, 1.1.1.1", "6.6.6.6, 2.2.2.2"):
        request = rf.get("/", headers={"X-Forwarded-For": address})
        last = is_allowed(request, "x", at_most=1, per=timedelta(hours=1), now=now)

    assert last is allowed


def test_the_address_of_a_visitor_is_not_kept(client):
    send(client)

    assert "127.0.0.1" not in RateLimit.objects.get().fingerprint


def test_the_mail_goes_to_the_editors_and_answers_to_the_sender(settings):
    settings.EDITORS_EMAIL = "redactie@voorbeeld.nl"
    message = Message.objects.create(page="/over/\r\nBcc: x@y.nl", text="Hallo", email="lezer@voorbeeld.nl")

    mail_message(message_id=message.pk)

    sent = mail.outbox[0]
    assert (sent.to, sent.reply_to) == (["redactie@voorbeeld.nl"], ["lezer@voorbeeld.nl"])
    assert "\n" not in sent.subject


def test_messages_and_counts_past_their_term_are_forgotten():
    now = timezone.now()
    for days in (364, 366):
        message = Message.objects.create(page="/", text=str(days))
        Message.objects.filter(pk=message.pk).update(sent_at=now - timedelta(days=days))
    RateLimit.objects.create(fingerprint="oud", period_started_at=now - timedelta(days=2), count=1)

    forget_messages(now=now)
    forget_counts(now=now)

    assert stored() == [("/", "364", "")]
    assert RateLimit.objects.count() == 0


def test_every_page_has_the_form_and_sets_no_cookie(client):
    pages = ["/", "/over/", "/praktijkvoorbeelden/?q=x", "/themas/", "/gemeenten/"]

    answers = {page: client.get(page) for page in pages}

    without = [page for page, answer in answers.items() if f'action="{ADDRESS}"' not in answer.content.decode()]
    assert (without, [page for page, answer in answers.items() if answer.cookies]) == ([], [])
