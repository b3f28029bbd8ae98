"""How an event stands, and what an organiser does with the whole of it."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.utils import timezone

from events.models import Event, Place
from events.wording import when_of
from mail.models import OutgoingMail
from tests.event_factories import (
    AppearanceFactory,
    EvaluationQuestionFactory,
    EventDayFactory,
    EventSeriesFactory,
    ParallelSessionFactory,
    PriceTierFactory,
    RegistrationFactory,
    SessionChoiceFactory,
    SessionFactory,
    SpeakerFactory,
)
from tests.events.organisers import organised_event, organiser_of, page
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db
State = Event.State


@pytest.fixture
def event(client):
    event = organised_event(title="Jaarcongres", slug="jaarcongres", capacity=3)
    client.force_login(organiser_of(event))
    return event


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_the_overview_tells_how_full_it_is(client, event):
    RegistrationFactory.create_batch(2, booking__event=event)
    RegistrationFactory(booking__event=event, place=Place.OFFERED, offered_until=timezone.now())
    RegistrationFactory(booking__event=event, place=Place.WAITING)
    session = ParallelSessionFactory(event=event, title="Taal", capacity=2)
    SessionChoiceFactory(registration=event.registrations.first(), session=session)

    whole, taal = client.get(page(event, "overview")).context["occupancy"]

    assert whole.text == "3 van 3 plekken bezet, 1 aangeboden, 1 op de wachtlijst"
    assert (taal.label, taal.text, taal.count, taal.most) == ("Taal", "1 van 2 plekken bezet", 1, 2)


def test_the_overview_counts_income(client, event):
    one, other = PriceTierFactory(event=event, amount=85, position=1), PriceTierFactory(event=event, amount=145)
    RegistrationFactory.create_batch(2, booking__event=event, tier=one, amount=85)
    RegistrationFactory(booking__event=event, tier=other, amount=145, place=Place.WAITING)
    RegistrationFactory(booking__event=event, tier=one, amount=85, place=Place.CANCELLED)

    rows = client.get(page(event, "overview")).context["income"]

    found = [(row.label, row.confirmed, row.confirmed_amount, row.waiting, row.waiting_amount) for row in rows]
    assert found == [(other.name, 0, 0, 1, 145), (one.name, 2, 170, 0, 0), ("Samen", 2, 170, 1, 145)]


def test_a_meeting_that_is_called_off_brings_in_nothing(client, event):
    RegistrationFactory(booking__event=event, tier=PriceTierFactory(event=event, amount=85), amount=85)
    event.state, event.state_note = "afgelast", "De zaal is onder water gelopen."
    event.save()

    assert client.get(page(event, "overview")).context["income"] == []


def test_the_overview_tells_who_come_and_when(client, event):
    RegistrationFactory.create_batch(2, booking__event=event, organisation_name="De Bieb")
    RegistrationFactory(
        booking__event=event, organisation_name="de bieb ", sector="gemeente", checked_in_at=timezone.now()
    )

    context = client.get(page(event, "overview")).context

    assert [(bar.label, bar.count) for bar in context["per_sector"]] == [("Bibliotheek", 2), ("Gemeente", 1)]
    assert [(bar.label.lower(), bar.count) for bar in context["per_organisation"]] == [("de bieb", 3)]
    assert [bar.count for bar in context["per_day"]] == [3]
    assert context["presence"] == {"places": 3, "present": 1, "walked_in": 0}


def test_the_overview_says_what_is_to_be_done(client, event):
    speaker = SpeakerFactory()
    for title in ("Een", "Twee"):
        session = SessionFactory(event=event, title=title, date=event.starts_on, begins=time(10), ends=time(11))
        AppearanceFactory(event=event, session=session, speaker=speaker)
    opens_at = datetime(2026, 11, 1, 23, 30, tzinfo=UTC)  # the next day in the Netherlands
    Event.objects.filter(pk=event.pk).update(state=Event.State.ANNOUNCED, opens_at=opens_at)

    to_dos = [to_do.text for to_do in client.get(page(event, "overview")).context["to_dos"]]

    assert "Kijk naar 1 botsing in het programma" in to_dos
    assert "Vraag 1 spreker of moderator" not in to_dos
    assert "Zeg hoe laat de bijeenkomst begint" in to_dos
    assert "Open de inschrijving, die volgens de gegevens op 2 november begint" in to_dos


def test_who_is_still_to_ask_is_counted_and_stands_in_the_programme(client, event):
    session = SessionFactory(event=event)
    asked = AppearanceFactory(event=event, session=session, is_still_to_ask=True)

    to_dos = [to_do.text for to_do in client.get(page(event, "overview")).context["to_dos"]]
    programme = client.get(page(event, "programme")).content.decode()

    assert "Vraag 1 spreker of moderator" in to_dos
    assert f"{asked} (nog vragen)" in programme
    assert "Nog niemand met een rol" not in programme


def test_what_is_called_off_leaves_nothing_to_do(client, event):
    RegistrationFactory(booking__event=event)
    before = client.get(page(event, "overview")).context["to_dos"]

    Event.objects.update(state="afgelast")

    assert before != []
    assert client.get(page(event, "overview")).context["to_dos"] == []


def test_the_overview_says_all_days(client, event):
    Event.objects.update(ends_on=event.starts_on + timedelta(days=1))

    shown = client.get(page(event, "overview")).content.decode()

    assert when_of(Event.objects.get()) in shown
    assert "tot en met" in shown


def test_the_overview_costs_the_same_with_1_and_3(client, event):
    def add():
        registration = RegistrationFactory(booking__event=event, tier=PriceTierFactory(event=event), amount=85)
        session = ParallelSessionFactory(event=event)
        SessionChoiceFactory(registration=registration, session=session)
        AppearanceFactory(event=event, session=session)

    add()
    one = number_of_queries(lambda: client.get(page(event, "overview")))
    add()
    add()

    assert number_of_queries(lambda: client.get(page(event, "overview"))) == one


def test_every_step_is_taken_or_refused(client, event):
    allowed = {
        ("concept", "aangekondigd"),
        ("concept", "open"),
        ("aangekondigd", "open"),
        ("open", "gesloten"),
        ("gesloten", "open"),
    }
    states = ["concept", "aangekondigd", "open", "gesloten", "afgelast"]
    steps = [(before, asked) for before in states for asked in states if before != asked]
    taken = set()

    for before, asked in steps:
        Event.objects.update(state=before)
        client.post(page(event, "state"), {"state": asked})
        if Event.objects.get().state == asked:
            taken.add((before, asked))

    assert taken == allowed


def test_a_state_that_is_none_is_not_found(client, event):
    answers = [client.post(page(event, "state"), {"state": state}) for state in ("", "weg", "\x00")]

    assert [answer.status_code for answer in answers] == [404] * 3


def test_it_is_held_again(client, event):
    series = EventSeriesFactory()
    Event.objects.update(series=series, edition=2, report="Mooi.")
    EventDayFactory(event=event, begins=time(11))
    PriceTierFactory(event=event, amount=85)
    EvaluationQuestionFactory(event=event)
    session = SessionFactory(event=event, date=event.starts_on)
    AppearanceFactory(event=event, session=session)
    RegistrationFactory(booking__event=event)
    first = event.starts_on + timedelta(days=364)

    answer = client.post(page(event, "copy"), {"starts_on": first.isoformat()})

    made = Event.objects.exclude(pk=event.pk).get()
    assert answer["Location"] == f"/beheer/events/event/{made.pk}/change/"
    assert (made.state, made.edition, made.starts_on, made.report) == ("concept", 3, first, "")
    assert (made.sessions.get().date, made.days.get().date) == (first, first)
    counts = [made.roles.count(), made.price_tiers.count(), made.questions.count(), made.appearances.count()]
    assert (counts, made.registrations.count()) == ([1, 1, 1, 1], 0)


def test_a_day_that_is_none_is_explained(client, event):
    days = ["", "gisteren", "0001-01-01", "9999-12-31", "\x00"]

    pages = [text(client.post(page(event, "copy"), {"starts_on": day})) for day in days]

    assert ["cur-error" in each for each in pages] == [True] * 5
    assert Event.objects.count() == 1


def test_calling_off_mails_who_has_a_place_or_waits(client, event):
    for place in (Place.CONFIRMED, Place.WAITING, Place.CANCELLED):
        RegistrationFactory(booking__event=event, email=f"{place}@voorbeeld.nl", place=place)

    for _ in range(2):
        client.post(page(event, "cancel"), {"reason": "De zaal is dicht."})

    found = Event.objects.get()
    assert (found.state, found.state_note) == (State.CANCELLED, "De zaal is dicht.")
    assert sorted(OutgoingMail.objects.values_list("to", flat=True)) == [
        "bevestigd@voorbeeld.nl",
        "wachtlijst@voorbeeld.nl",
    ]


def test_calling_off_needs_a_reason(client, event):
    pages = [text(client.post(page(event, "cancel"), {"reason": reason})) for reason in ("", "a" * 301, "\x00")]

    assert ["cur-error" in each for each in pages] == [True] * 3
    assert Event.objects.get().state == State.OPEN


def test_the_state_of_many_at_once(client, event):
    off = organised_event(state=State.CANCELLED)
    off.roles.update(organisation=event.roles.get().organisation)
    states = {"announce_chosen": State.ANNOUNCED, "open_chosen": State.OPEN, "close_chosen": State.CLOSED}
    found = {}

    for action in states:
        client.post("/beheer/events/event/", {"action": action, "_selected_action": [event.pk, off.pk]})
        found[action] = [Event.objects.get(pk=each.pk).state for each in (event, off)]

    assert found == {action: [state, State.CANCELLED] for action, state in states.items()}
