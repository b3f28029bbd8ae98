"""One mail for each owner, about all that is theirs, not too often."""

from datetime import date, timedelta

import pytest

from initiatives.freshness import send_digest_about, send_digests
from initiatives.models import Initiative
from initiatives.tasks import ask_owners
from mail.models import OutgoingMail
from partners.models import Membership
from tests.factories import (
    ContactPersonFactory,
    LibraryFactory,
    ProvinceFactory,
    UserFactory,
)
from tests.review_factories import HOSTILE, led_by
from tests.role_factories import library_member

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
EDITORS = "redactie@voorbeeld.nl"


@pytest.fixture(autouse=True)
def editors(settings):
    settings.EDITORS_EMAIL = EDITORS


@pytest.fixture
def library():
    return LibraryFactory(province=ProvinceFactory())


def due(library, **fields):
    return led_by(library, **{"next_check_on": TODAY, **fields})


def mails():
    return sorted(OutgoingMail.objects.values_list("to", "subject"))


def test_each_owner_gets_one_mail_about_all_that_is_theirs(library):
    member = library_member(library, email="lid@voorbeeld.nl")
    other = LibraryFactory()
    Membership.objects.create(user=member, library=other)
    for lead in (library, library, other):
        due(lead)
    due(LibraryFactory(), title="Leesclub")

    send_digests(today=TODAY)

    assert mails() == [
        ("lid@voorbeeld.nl", "Klopt dit nog? 3 voorbeelden op Bieb Netwerk"),
        (EDITORS, "Klopt dit nog? Leesclub"),
    ]


def test_one_person_written_in_two_ways_gets_one_mail(library):
    library_member(library, email="lid@voorbeeld.nl")
    other = LibraryFactory()
    ContactPersonFactory(organisation=other, email="Lid@Voorbeeld.nl")
    due(library)
    due(other)

    send_digests(today=TODAY)

    assert len(mails()) == 1


def test_a_mail_has_per_example_a_link_to_confirm_and_one_to_edit(library, settings, client):
    library_member(library)
    first, second = due(library, slug="een", title="Een"), due(library, slug="twee", title="Twee")

    send_digests(today=TODAY)

    body = OutgoingMail.objects.get().body
    for initiative in (first, second):
        assert f"{settings.SITE_ADDRESS}/mijn/voorbeelden/{initiative.slug}/" in body
    links = [line.split()[-1].removeprefix(settings.SITE_ADDRESS) for line in body.splitlines() if "Klopt nog:" in line]
    assert ["‘Een’" in client.get(link).content.decode() for link in links] == [True, False]


def test_who_has_no_account_can_tell_the_editors(library, settings):
    due(library, slug="een")

    send_digests(today=TODAY)

    address = f"{settings.SITE_ADDRESS}/klopt-er-iets-niet/?pagina=%2Fpraktijkvoorbeelden%2Feen%2F"
    assert address in OutgoingMail.objects.get().body


def test_what_is_asked_about(library):
    asked = {
        "long ago": {"next_check_on": TODAY - timedelta(days=400)},
        "in 30 days": {"next_check_on": TODAY + timedelta(days=30)},
        "28 days after the last time": {"reminded_on": TODAY - timedelta(days=28)},
    }
    left = {
        "in 31 days": {"next_check_on": TODAY + timedelta(days=31)},
        "stopped": {"phase": "gestopt"},
        "draft": {"publication_state": "concept"},
        "archived": {"publication_state": "gearchiveerd"},
        "27 days after the last time": {"reminded_on": TODAY - timedelta(days=27)},
    }
    for title, fields in (asked | left).items():
        due(library, title=title, **fields)

    send_digests(today=TODAY)

    body = OutgoingMail.objects.get().body
    assert {title for title in asked | left if f"\n{title}\n" in body} == set(asked)


def test_nobody_is_asked_twice_in_a_row(library):
    due(library)

    for _ in range(2):
        send_digests(today=TODAY)

    assert len(mails()) == 1


def test_what_becomes_due_later_is_asked_about_alone(library):
    due(library)
    send_digests(today=TODAY)
    due(library, title="Nieuw", next_check_on=TODAY + timedelta(days=37))

    send_digests(today=TODAY + timedelta(days=7))

    assert (EDITORS, "Klopt dit nog? Nieuw") in mails()


def test_the_weekly_task_asks(library):
    due(library, next_check_on=date(2020, 1, 1))

    ask_owners(timestamp=0)

    assert len(mails()) == 1


def test_nothing_due_is_no_mail():
    library_member()
    UserFactory()

    send_digests(today=TODAY)

    assert mails() == []


def test_a_title_is_written_as_it_is():
    titles = [HOSTILE, "Koffie & thee ‘s ochtends"]
    for title in titles:
        due(LibraryFactory(), title=title)

    for title in titles:
        send_digest_about(Initiative.objects.filter(title=title), today=TODAY)

    mails = OutgoingMail.objects.order_by("pk")
    assert [mail.subject for mail in mails] == [f"Klopt dit nog? {title}" for title in titles]
    assert [f"\n{title}\n" in mail.body for mail, title in zip(mails, titles, strict=True)] == [True, True]


def test_a_title_cannot_write_lines_of_its_own(library):
    due(library, title="Koffie\n  Klopt nog:   https://evil.example/\r\nBcc: x@y.nl")

    send_digests(today=TODAY)

    mail = OutgoingMail.objects.get()
    assert [
        line for line in mail.body.splitlines() if line.strip().startswith(("Klopt nog:   https://evil", "Bcc"))
    ] == []
    assert "\n" not in mail.subject
