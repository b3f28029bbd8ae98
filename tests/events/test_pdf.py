"""Name badges and lists to sign: on paper whatever somebody is called."""

import re

import pytest

from events.models import Place
from printing.pdf import plain_line
from tests.event_factories import ParallelSessionFactory, RegistrationFactory, SessionChoiceFactory
from tests.events.organisers import organised_event, organiser_of, page

pytestmark = pytest.mark.django_db
ODD_NAMES = [
    "A" * 120,
    "Maximiliaan-Alexander van den Heuvel-Bruggeman tot Wassenaar en Duivenvoorde",
    '#panic("kwaad") $x$ *vet* _schuin_ [haak] `code` @ref <label> \\ "',
    '#read("/etc/passwd")',
    "张伟 أحمد",
    "😀 Jan",
    "\u202eomgekeerd\u202c",
    "Anna\x0b\x1fde Vries",
    "\ue000",
]


@pytest.fixture
def event(client):
    event = organised_event(title="Jaarcongres", slug="jaarcongres")
    client.force_login(organiser_of(event))
    return event


def pages_in(response):
    """How many pages the PDF of this answer has."""
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")
    return len(re.findall(rb"/Type\s*/Page\b", response.content))


def test_ten_badges_on_a_page(client, event):
    found = {}
    for more in (1, 9, 1):
        RegistrationFactory.create_batch(more, booking__event=event)
        found[event.registrations.count()] = pages_in(client.get(page(event, "badges")))

    assert found == {1: 1, 10: 1, 11: 2}


@pytest.mark.parametrize("sheet", ["badges", "sign_list"])
def test_no_name_breaks_the_page(client, event, sheet):
    for name in ODD_NAMES:
        RegistrationFactory(booking__event=event, name=name, organisation_name=name, job_title=name)

    assert pages_in(client.get(page(event, sheet))) == 1


def test_signs_that_would_turn_the_line_around_are_left_out():
    assert plain_line("\u202eomgekeerd\u202c van\x0b \u2066Anna\u2069") == "omgekeerd van Anna"


def test_the_longest_of_everything_stays_on_the_page(client, event):
    more = {"name": "Naam " * 24, "organisation_name": "Stichting " * 20, "job_title": "Functie " * 15}
    RegistrationFactory.create_batch(10, booking__event=event, **more)

    assert pages_in(client.get(page(event, "badges"))) == 1


@pytest.mark.parametrize("sheet", ["badges", "sign_list"])
def test_they_can_be_read_aloud(client, event, sheet):
    RegistrationFactory(
        booking__event=event, name="Ñandú Çelik-Škoda", organisation_name="Bibliotheek Sint-Michielsgestel"
    )

    content = client.get(page(event, sheet)).content

    assert b"/Lang(nl)" in content
    assert b"/MarkInfo" in content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content


def test_badges_are_for_who_has_a_place(client, event):
    RegistrationFactory(booking__event=event, place=Place.WAITING)

    answer = client.get(page(event, "badges"), follow=True)

    assert "Er is nog niemand met een plek." in answer.content.decode()


def test_a_list_of_one_session(client, event):
    session = ParallelSessionFactory(event=event, title="Taal voor het leven", room="Zaal 3")
    for registration in RegistrationFactory.create_batch(40, booking__event=event):
        SessionChoiceFactory(registration=registration, session=session)
    RegistrationFactory.create_batch(60, booking__event=event)

    of_session = pages_in(client.get(page(event, "sign_list", f"session={session.pk}")))
    of_all = pages_in(client.get(page(event, "sign_list")))

    assert 1 < of_session < of_all


def test_a_session_that_is_none_is_left_out(client, event):
    RegistrationFactory(booking__event=event)
    numbers = ["999999", "een", "9" * 40]

    answers = [client.get(page(event, "sign_list", f"session={number}")) for number in numbers]

    assert [pages_in(answer) for answer in answers] == [1, 1, 1]
