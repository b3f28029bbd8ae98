"""*Breng me in contact*: who gets a question, only after its asker confirmed, and never an address on a page."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from contact.models import Question
from contact.questions import token_of
from contact.retention import forget_questions
from contact.subjects import find_subject
from contact.tasks import mail_question
from mail.models import OutgoingMail
from tests.factories import (
    ContactPersonFactory,
    InitiativeFactory,
    LibraryFactory,
    ParticipationFactory,
    PartnerFactory,
    QuestionFactory,
)
from tests.role_factories import MembershipFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
EDITORS = "redactie@voorbeeld.nl"
TYPED = {"name": "Ans Alders", "organisation": "Gemeente Hoorn", "email": "ans@voorbeeld.nl", "text": "Wat kost het?"}


@pytest.fixture(autouse=True)
def editors(settings):
    settings.EDITORS_EMAIL = EDITORS


@pytest.fixture
def initiative():
    return InitiativeFactory(slug="taalhuis", title="Taalhuis")


def ask(client, page="/contact/voorbeeld/taalhuis/", **fields):
    return client.post(page, TYPED | {"website": ""} | fields)


def confirm(client):
    """Press the button behind the link in the mail to who asked."""
    link = re.search(r"https?://[^/]+(/contact/vraag/\S+)", OutgoingMail.objects.get().body).group(1)
    return client.post(link)


# --- who gets it -------------------------------------------------------------------------------------
def recipient(kind, slug):
    return find_subject(kind, slug).to


def test_a_question_about_an_example_goes_to_its_contact_person_else_who_takes_part_else_the_editors(initiative):
    found = [recipient("voorbeeld", "taalhuis")]
    library = LibraryFactory()
    ParticipationFactory(initiative=initiative, organisation=library, role="trekker")
    MembershipFactory(library=library, user=UserFactory(email="lid@voorbeeld.nl"))
    found.append(recipient("voorbeeld", "taalhuis"))
    ContactPersonFactory(organisation=library, email="bieb@voorbeeld.nl")
    found.append(recipient("voorbeeld", "taalhuis"))
    initiative.contact = ContactPersonFactory(email="eigen@voorbeeld.nl")
    initiative.save()
    found.append(recipient("voorbeeld", "taalhuis"))

    assert found == [EDITORS, "lid@voorbeeld.nl", "bieb@voorbeeld.nl", "eigen@voorbeeld.nl"]


def test_nobody_is_written_to_whose_consent_is_over_or_whose_account_is_closed():
    library, partner = LibraryFactory(slug="hoorn"), PartnerFactory(slug="uwv")
    MembershipFactory(library=library, user=UserFactory(is_active=False))
    ContactPersonFactory(organisation=partner, consented_on=date(2020, 1, 1), remove_on=date(2021, 1, 1))

    assert [recipient("organisatie", slug) for slug in ("hoorn", "uwv")] == [EDITORS, EDITORS]


def test_what_the_public_does_not_see_cannot_be_asked_about(client):
    InitiativeFactory(slug="geheim", publication_state="concept")
    LibraryFactory(slug="weg", archived_on=date(2025, 1, 1))

    pages = ["voorbeeld/geheim", "organisatie/weg", "voorbeeld/bestaat-niet", "onzin/taalhuis"]
    assert [client.get(f"/contact/{page}/").status_code for page in pages] == [404] * 4


# --- asking ------------------------------------------------------------------------------------------
def test_the_asker_first_gets_a_link_and_none_of_their_words_are_in_that_mail(client, initiative):
    page = ask(client, name="Koop nu", text="Ga naar https://kwaad.test")

    queued = OutgoingMail.objects.get()
    assert "Kijk in je mail" in page.content.decode()
    assert queued.to == "ans@voorbeeld.nl"
    assert [word in queued.body + queued.subject for word in ("Koop nu", "kwaad.test", "Taalhuis")] == [
        False,
        False,
        True,
    ]
    assert ProcrastinateJob.objects.filter(task_name="contact.tasks.mail_question").count() == 0


def test_a_confirmed_question_is_sent_on_once_with_the_address_of_who_asked_and_forgotten(client, initiative):
    initiative.contact = ContactPersonFactory(email="eigen@voorbeeld.nl")
    initiative.save()
    ask(client)
    page = confirm(client)
    again = confirm(client)
    mail_question(Question.objects.get().pk)

    sent = mail.outbox[0]
    assert ("Je vraag is verstuurd" in page.content.decode(), again.status_code) == (True, 410)
    assert ProcrastinateJob.objects.filter(task_name="contact.tasks.mail_question").count() == 1
    assert (sent.to, sent.reply_to) == (["eigen@voorbeeld.nl"], ["ans@voorbeeld.nl"])
    assert [word in sent.body for word in ("Wat kost het?", "Ans Alders, Gemeente Hoorn", "Taalhuis")] == [True] * 3
    assert Question.objects.count() == 0


def test_looking_at_the_link_sends_nothing_on(client, initiative):
    question = QuestionFactory()
    page = client.get(f"/contact/vraag/{token_of(question)}/")

    assert question.text in page.content.decode()
    assert ProcrastinateJob.objects.count() == 0


def test_a_page_that_left_the_site_meanwhile_sends_the_question_to_the_editors(client, initiative):
    question = QuestionFactory(confirmed_at=timezone.now())
    initiative.delete()
    mail_question(question.pk)

    assert [each.to for each in mail.outbox] == [[EDITORS]]


def test_a_link_that_is_not_ours_or_too_old_says_so(client, initiative):
    links = ["onzin", token_of(QuestionFactory())[:-1] + "x"]

    assert [client.get(f"/contact/vraag/{link}/").status_code for link in links] == [410, 410]


def test_what_is_missing_is_told_and_what_was_typed_stays(client, initiative):
    page = ask(client, email="", text="Wat kost het?")

    assert page.status_code == 422
    assert "Vul je e-mailadres in." in page.content.decode()
    assert "Wat kost het?" in page.content.decode()
    assert Question.objects.count() == 0


def test_a_robot_is_thanked_and_nothing_happens(client, initiative):
    assert ask(client, website="x").status_code == 200
    assert (Question.objects.count(), OutgoingMail.objects.count()) == (0, 0)


def test_one_visitor_and_one_address_have_limits(client, initiative):
    of_address = [ask(client).status_code for _ in range(6)]
    of_visitor = [ask(client, email=f"{number}@voorbeeld.nl").status_code for number in range(5)]

    assert of_address == [200] * 5 + [429]
    assert of_visitor == [200] * 4 + [429]


def test_one_contact_person_gets_twenty_questions_a_day(client, initiative):
    statuses = [client.post(f"/contact/vraag/{token_of(QuestionFactory())}/").status_code for _ in range(21)]

    assert statuses == [200] * 20 + [429]


# --- what a page shows -------------------------------------------------------------------------------
def test_no_page_shows_an_address_without_consent(client, initiative):
    library = LibraryFactory(slug="hoorn")
    person = ContactPersonFactory(organisation=library, email="geheim@voorbeeld.nl", is_public=False)
    initiative.contact = person
    initiative.save()
    ask(client)
    link = re.search(r"/contact/vraag/\S+", OutgoingMail.objects.get().body).group()
    pages = ["/praktijkvoorbeelden/taalhuis/", "/bibliotheken/hoorn/", "/contact/voorbeeld/taalhuis/", link]
    pages += ["/contact/organisatie/hoorn/"]

    shown = {page: client.get(page) for page in pages}

    assert [page for page, answer in shown.items() if answer.status_code != 200] == []
    assert [page for page, answer in shown.items() if "geheim@voorbeeld.nl" in answer.content.decode()] == []


def test_each_example_library_and_partner_offers_contact(client, initiative):
    LibraryFactory(slug="hoorn")
    PartnerFactory(slug="uwv")
    pages = {
        "/praktijkvoorbeelden/taalhuis/": "/contact/voorbeeld/taalhuis/",
        "/bibliotheken/hoorn/": "/contact/organisatie/hoorn/",
        "/partners/uwv/": "/contact/organisatie/uwv/",
    }

    assert [page for page, form in pages.items() if f'href="{form}"' not in client.get(page).content.decode()] == []


def test_questions_are_forgotten_after_a_week():
    for days in (6, 8):
        Question.objects.filter(pk=QuestionFactory().pk).update(asked_at=timezone.now() - timedelta(days=days))

    forget_questions(now=timezone.now())

    assert Question.objects.count() == 1
