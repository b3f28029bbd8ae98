"""Links in mail lead to the site's own address, whatever host and port the request named that caused the mail."""

import re
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from allauth.account.adapter import get_adapter
from allauth.core.context import request_context
from django.conf import settings
from django.utils import timezone

from events import mails
from events.actions.reminding import send_reminders
from initiatives.freshness import send_digest_about
from initiatives.models import Initiative
from mail.models import OutgoingMail
from tests.event_factories import ParallelSessionFactory, RegistrationFactory, SessionChoiceFactory
from tests.events import forms
from tests.events.organisers import attendee_page, organised_event, page
from tests.factories import ContactPersonFactory
from tests.review_factories import publishable
from tests.role_factories import administrator, library_member

pytestmark = pytest.mark.django_db
ELSEWHERE = "kwaad.example:8080"
LINK = re.compile(r"(?:https?:)?//[^\s>]+|\S*kwaad\S*")
OF_ACCOUNTS = [
    path.relative_to("templates").as_posix().removesuffix("_message.txt")
    for folder in ("account", "mfa")
    for path in sorted(Path("templates", folder, "email").glob("*_message.txt"))
    if not path.name.startswith("base_")
]


@pytest.fixture(autouse=True)
def any_host(client, settings):
    """The browser asks for another host, and the site lets it."""
    settings.ALLOWED_HOSTS = ["*"]
    client.defaults["HTTP_HOST"] = ELSEWHERE


def wrong_links():
    """Links in waiting mail that lead elsewhere; and how many do not."""
    links = [link for waiting in OutgoingMail.objects.all() for link in LINK.findall(waiting.body)]
    ours = [link for link in links if link.startswith(settings.SITE_ADDRESS)]
    return [link for link in links if link not in ours], len(ours)


def test_mail_of_the_log_in_library(rf):
    with request_context(rf.get("/", HTTP_HOST=ELSEWHERE)):
        adapter = get_adapter()
        context = {
            "code": "ABC-DEF",
            "timestamp": timezone.now(),
            "ip": "192.0.2.1",
            "password_reset_url": adapter.get_reset_password_from_key_url("1-abc-def"),
        }
        for template in OF_ACCOUNTS:
            adapter.send_mail(template, "wie@voorbeeld.nl", context)

    with_link = len(OF_ACCOUNTS) - 1  # the code has none
    assert (OutgoingMail.objects.count(), wrong_links()) == (len(OF_ACCOUNTS), ([], with_link))


def test_mail_that_pages_send(client):
    client.force_login(administrator(email="beheer@voorbeeld.nl"))
    event = organised_event(reminder_days=3)
    attendee = RegistrationFactory(booking__event=event)
    sent = publishable(publication_state="ingezonden")
    sent.review_steps.create(state="ingezonden", user=library_member(), taken_at=timezone.now())
    mailing = {"key": str(uuid4()), "selection": "bevestigd", "session": "", "subject": "Tot dan"}
    asked = [
        ("/beheer/accounts/user/add/", {"email": "nieuw@voorbeeld.nl", "name": "Nieuw"}),
        (forms.address(event), forms.form() | {"stap": "bevestig", "totaal": "geen"}),
        (attendee_page(attendee, "mail"), {}),
        (page(event, "mailing"), mailing | {"body": "{naam} {plek} {evaluatie}", "doen": "verstuur"}),
        (page(event, "mailing"), mailing | {"key": str(uuid4()), "body": "Dag", "doen": "test"}),
        (f"/beheer/initiatives/initiative/{sent.pk}/beoordelen/", {"state": "gepubliceerd", "note": ""}),
        (page(event, "cancel"), {"reason": "Ziek"}),
    ]
    counts = {}

    for address, values in asked:
        before = OutgoingMail.objects.count()
        response = client.post(address, values)
        counts[address] = (response.status_code, OutgoingMail.objects.count() > before)

    assert [address for address, found in counts.items() if found not in [(302, True), (200, True)]] == []
    assert wrong_links()[0] == []


def test_mail_that_no_page_sends():
    event = organised_event(starts_on=timezone.localdate() + timedelta(days=30), reminder_days=40)
    attendees = [RegistrationFactory(booking__event=event, place=place) for place in ("wachtlijst", "vervallen")]
    attendees.append(RegistrationFactory(booking__event=event))
    choice = SessionChoiceFactory(registration=attendees[-1], session=ParallelSessionFactory(event=event))
    for attendee in attendees:
        mails.mail_about_place(attendee)
    mails.mail_session_offer(choice)
    mails.mail_sessions_changed(choice.registration)
    mails.mail_about_booking(attendees[0].booking, attendees)
    send_reminders(today=timezone.localdate())
    initiative = publishable(publication_state="gepubliceerd")
    ContactPersonFactory(organisation=initiative.leads[0])
    send_digest_about(Initiative.objects.all(), today=timezone.localdate())

    wrong, right = wrong_links()
    assert (wrong, OutgoingMail.objects.count() >= 8, right >= 8) == ([], True, True)
