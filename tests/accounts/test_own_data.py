"""What somebody takes along of what is kept about them, and deleting one's account."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pghistory
import pytest
from django.conf import settings
from django.db import connection
from django.db.models import EmailField
from django.test import Client
from django.utils import timezone

from accounts.actions import LastAdministratorError, delete_account
from accounts.models import User
from accounts.own_data import own_data
from contact.models import Message
from initiatives.models import ReviewStep, Sharing
from mail.models import OutgoingMail
from mail.outgoing import about_user, queue_mail
from opportunities.models import OwnList
from partners.models import Membership
from retention.schedule import SCHEDULE
from tests.accounts.logging_in import PASSWORD, is_logged_in, log_in
from tests.factories import InitiativeFactory
from tests.role_factories import administrator, library_member

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
PAGE = "/inloggen/gegevens/"
FILE, DELETE = PAGE + "bestand/", PAGE + "verwijderen/"
# tables with a user or an address that nobody takes along, since they say something of others or nothing
NOT_OWN = {
    "account.EmailAddress",  # empty here
    "curation.OpenForm",  # what is open right now
    "events.Event",  # of the meeting, and public
    "events.Mailing",  # to others
    "events.RegistrationStep",  # about an attendee
    "initiatives.StepRun",  # numbers of entries
}


def points_at_somebody(table):
    fields = table._meta.local_fields
    return any(isinstance(field, EmailField) or field.related_model is User for field in fields)


def come_in(client, user):
    """Log in, and give the password once more as the pages about one's account ask."""
    user.set_password(PASSWORD)
    user.save()
    log_in(client, user.email)
    client.post("/inloggen/bevestigen/", {"password": PASSWORD})
    return user


@pytest.fixture
def somebody(client):
    """A member of a library who logged in just now."""
    return come_in(client, library_member(email="wie@voorbeeld.nl", name="Wie Wat"))


def test_of_every_table_about_somebody_is_declared_what_they_get():
    declared = {own.table for retention in SCHEDULE for own in retention.own}
    tables = [table for retention in SCHEDULE for table in retention.tables]

    missing = {table._meta.label for table in tables if points_at_somebody(table) and table not in declared}

    assert missing == NOT_OWN
    assert [own.table._meta.label for retention in SCHEDULE for own in retention.own if own.table not in tables] == []


def test_the_file_has_what_is_about_somebody_and_no_secret_and_nothing_of_others(client, somebody):
    other = library_member(email="ander@voorbeeld.nl", name="Iemand Anders")
    for user, text in ((somebody, "Mijn bericht"), (other, "Andermans bericht")):
        Message.objects.create(page="/", text=text, email=user.email.upper())
        with pghistory.context(user=user.pk):
            initiative = InitiativeFactory(title=text.replace("bericht", "voorbeeld"))
        ReviewStep.objects.create(initiative=initiative, state="concept", user=user, note=text, taken_at=timezone.now())

    response = client.get(FILE)
    parts = response.json()
    text = response.content.decode()

    assert response.headers["Content-Disposition"] == 'attachment; filename="mijn-gegevens.json"'
    assert [set(part) for part in parts] == [{"wat", "waarom", "hoe lang", "gegevens"}] * len(parts)
    for expected in ("wie@voorbeeld.nl", "Wie Wat", str(Membership.objects.get(user=somebody).library), "127.0.0.1"):
        assert expected in text
    assert (text.count("Mijn bericht"), "Andermans" in text, "ander@" in text) == (2, False, False)
    rows = [row for part in parts for row in part["gegevens"]]
    changed = [row["wat ermee gebeurde"] for row in rows if row.get("hoe het heette") == "Mijn voorbeeld"]
    assert (changed, text.count("Mijn voorbeeld")) == (["nieuw"], 2)  # changed by them, and decided about
    somebody.refresh_from_db()
    for secret in (somebody.password, client.session.session_key):
        assert secret not in text


def test_what_comes_along_is_named_in_dutch_also_where_a_library_keeps_it():
    english = []
    for own in [own for retention in SCHEDULE for own in retention.own]:
        is_ours = (Path(settings.BASE_DIR) / own.table._meta.app_label).is_dir()
        english += [f"{own.table._meta.label}.{name}" for name in own.fields if not is_ours and name not in own.words]

    assert english == []


def test_names_within_what_is_kept_as_one_text_are_dutch_too(client, somebody):
    entry = {"kind": "thema", "slug": "schulden", "note": "Bellen"}
    OwnList.objects.create(user=somebody, entries=[entry])
    Sharing.objects.create(email=somebody.email, typed={"title": ["Taalcafé"], "with_whom": ["De gemeente"]})

    given = {part["wat"][:10]: part["gegevens"] for part in client.get(FILE).json()}

    assert given["Wat je met"][0]["wat erin staat"] == [
        {"soort": "thema", "naam in het adres": "schulden", "notitie": "Bellen"}
    ]
    assert given["Wie een vo"][0]["ingevuld"] == {
        "hoe het heet": ["Taalcafé"],
        "met wie jullie het doen": ["De gemeente"],
    }


def test_more_rows_need_no_more_queries(somebody, django_assert_max_num_queries):
    questions = sum(len(retention.own) for retention in SCHEDULE)

    for _ in range(2):
        ReviewStep.objects.create(
            initiative=InitiativeFactory(), state="concept", user=somebody, taken_at=timezone.now()
        )
        with django_assert_max_num_queries(questions):
            own_data(somebody)


def test_deleting_asks_first_and_then_leaves_only_what_was_written_without_a_name(client, client_elsewhere, somebody):
    log_in(client_elsewhere)
    step = ReviewStep.objects.create(
        initiative=InitiativeFactory(), state="concept", user=somebody, note="Gezien", taken_at=timezone.now()
    )
    OutgoingMail.objects.all().delete()
    queue_mail(to=somebody.email, subject="x", body="x", about=about_user(somebody))

    asked = client.get(DELETE)
    still_there = User.objects.filter(pk=somebody.pk).exists()
    done = client.post(DELETE, follow=True)

    step.refresh_from_db()
    assert (asked.status_code, still_there, done.status_code) == (200, True, 200)
    assert "Je account is verwijderd" in done.content.decode()
    assert (User.objects.count(), Membership.objects.count(), step.user, step.note) == (0, 0, None, "Gezien")
    assert [is_logged_in(client), client_elsewhere.get(PAGE).status_code] == [False, 302]
    assert [mail.is_for_nobody for mail in OutgoingMail.objects.all()] == [True]


def test_the_last_administrator_stays_and_the_last_but_one_may_go(client):
    last = come_in(client, administrator())
    administrator(is_active=False)

    page = client.post(DELETE, follow=True).content.decode()
    administrator()
    client.post(DELETE)

    assert "Je bent de enige beheerder." in page
    assert User.objects.filter(pk=last.pk).exists() is False


@pytest.mark.django_db(transaction=True)
def test_two_last_administrators_at_once_do_not_both_go():
    def leave(user):
        try:
            delete_account(user=user)
        except LastAdministratorError:
            return "blijft"
        finally:
            connection.close()
        return "weg"

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(leave, [administrator(), administrator()]))

    assert (outcomes, User.objects.count()) == (["blijft", "weg"], 1)


def test_both_ask_to_log_in_and_to_give_the_password_again(client, client_elsewhere, somebody):
    log_in(client_elsewhere)
    for address in (FILE, DELETE):
        assert Client().get(address).url.startswith("/inloggen/?next=")
        assert client_elsewhere.get(address).url.startswith("/inloggen/bevestigen/")
        assert client_elsewhere.post(address).status_code in (302, 405)
    assert User.objects.filter(pk=somebody.pk).exists() is True
