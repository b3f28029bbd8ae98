"""How an event stands, its programme, and what an organiser does with the whole of it."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from accounts.models import OutgoingMail
from events.models import Event, Place, Session
from tests.event_factories import (
    AppearanceFactory,
    EvaluationQuestionFactory,
    EventDayFactory,
    EventSeriesFactory,
    ParallelSessionFactory,
    PersonalNeedsFactory,
    PriceTierFactory,
    RegistrationFactory,
    SessionChoiceFactory,
    SessionFactory,
    SpeakerFactory,
)
from tests.events.organisers import attendee_page, organised_event, organiser_of, page
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


# --- overview ---------------------------------------------------------------------------------------
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

    to_dos = [to_do.text for to_do in client.get(page(event, "overview")).context["to_dos"]]

    assert "Kijk naar 1 botsing in het programma" in to_dos
    assert "Zeg hoe laat de bijeenkomst begint" in to_dos


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


@pytest.mark.parametrize(
    ("before", "asked", "after"),
    [
        ("concept", "aangekondigd", "aangekondigd"),
        ("aangekondigd", "open", "open"),
        ("open", "gesloten", "gesloten"),
        ("gesloten", "open", "open"),
        ("open", "concept", "open"),
        ("afgelast", "open", "afgelast"),
    ],
)
def test_steps_that_can_be_taken(client, event, before, asked, after):
    Event.objects.update(state=before)

    client.post(page(event, "state"), {"state": asked})

    assert Event.objects.get().state == after


@pytest.mark.parametrize("state", ["", "weg", "\x00"])
def test_a_state_that_is_none_is_not_found(client, event, state):
    assert client.post(page(event, "state"), {"state": state}).status_code == 404


# --- programme --------------------------------------------------------------------------------------
def rows_of(client, event):
    """What the form of the programme holds now, as a browser would send it."""
    rows = client.get(page(event, "programme")).context["rows"]
    sent = {
        f"{rows.prefix}-TOTAL_FORMS": rows.total_form_count(),
        f"{rows.prefix}-INITIAL_FORMS": rows.initial_form_count(),
    }
    for form in rows:
        for field in form:
            value = field.value()
            sent[field.html_name] = "" if value is None or value is False else value
    return sent


def save(client, event, **changed):
    return client.post(
        page(event, "programme"),
        rows_of(client, event) | {f"onderdeel-{name.replace('_', '-', 1)}": value for name, value in changed.items()},
        follow=True,
    )


def test_a_session_is_changed_in_place(client, event):
    SessionFactory(event=event, title="Opening")

    shown = text(
        save(client, event, **{"0_title": "Welkom", "0_room": "Zaal 1", "0_begins": "10:00", "0_ends": "10:30"})
    )

    found = Session.objects.get()
    assert (found.title, found.room, found.begins) == ("Welkom", "Zaal 1", time(10))
    assert "Het programma is bewaard." in shown


def test_new_sessions_get_an_address_of_their_own(client, event):
    save(
        client, event, **{"0_title": "Taal", "1_title": "Taal", "2_title": "Geld", "2_kind": "deelsessie", "2_round": 1}
    )

    assert sorted(Session.objects.values_list("slug", flat=True)) == [
        "jaarcongres-geld",
        "jaarcongres-taal",
        "jaarcongres-taal-2",
    ]
    assert set(Session.objects.values_list("event", flat=True)) == {event.pk}


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"0_title": ""}, "Dit veld is verplicht"),
        ({"0_kind": "deelsessie"}, "Een deelsessie heeft een ronde"),
        ({"0_begins": "11:00", "0_ends": "10:00"}, "Een onderdeel eindigt na het begin."),
        ({"0_date": "1999-01-01"}, "Deze dag valt buiten de bijeenkomst."),
        ({"0_capacity": "5"}, "Alleen een deelsessie heeft een aantal plekken"),
        ({"0_capacity": "9" * 30}, "cur-error"),
        ({"0_title": "a" * 10_000}, "cur-error"),
        ({"0_room": "\x00"}, "cur-error"),
        ({"0_id": "999999"}, "cur-error"),
    ],
)
def test_a_wrong_row_is_explained(client, event, typed, sentence):
    SessionFactory(event=event, title="Opening")

    assert sentence in text(save(client, event, **typed))
    assert Session.objects.get().title == "Opening"


def test_a_session_that_somebody_chose_stays(client, event):
    choice = SessionChoiceFactory(registration__booking__event=event)

    shown = text(save(client, event, **{"0_DELETE": "on"}))

    assert "hebben al mensen gekozen" in shown
    assert Session.objects.get() == choice.session


def test_a_session_that_somebody_chose_stays_in_its_round(client, event):
    SessionChoiceFactory(registration__booking__event=event)

    shown = text(save(client, event, **{"0_round": 2}))

    assert "de soort en de ronde blijven" in shown
    assert Session.objects.get().round == 1


def test_a_session_that_nobody_chose_goes(client, event):
    ParallelSessionFactory(event=event)

    save(client, event, **{"0_DELETE": "on"})

    assert Session.objects.count() == 0


def test_a_session_of_another_event_cannot_be_changed(client, event):
    other, own = SessionFactory(title="Van een ander"), SessionFactory(event=event)

    save(client, event, **{"0_id": other.pk, "0_title": "Gekaapt"})

    assert sorted(Session.objects.values_list("title", flat=True)) == sorted(["Van een ander", own.title])


@pytest.mark.parametrize("broken", [{}, {"onderdeel-TOTAL_FORMS": "9" * 30, "onderdeel-INITIAL_FORMS": "-1"}])
def test_a_form_without_rows_is_explained(client, event, broken):
    assert client.post(page(event, "programme"), broken).status_code == 200


def test_the_programme_costs_the_same_with_1_and_3(client, event):
    def add():
        session = ParallelSessionFactory(event=event)
        AppearanceFactory(event=event, session=session)

    add()
    one = number_of_queries(lambda: client.get(page(event, "programme")))
    add()
    add()

    assert number_of_queries(lambda: client.get(page(event, "programme"))) == one


# --- the whole event --------------------------------------------------------------------------------
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


@pytest.mark.parametrize("day", ["", "gisteren", "0001-01-01", "9999-12-31", "\x00"])
def test_a_day_that_is_none_is_explained(client, event, day):
    assert "cur-error" in text(client.post(page(event, "copy"), {"starts_on": day}))
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


@pytest.mark.parametrize("reason", ["", "a" * 301, "\x00"])
def test_calling_off_needs_a_reason(client, event, reason):
    assert "cur-error" in text(client.post(page(event, "cancel"), {"reason": reason}))
    assert Event.objects.get().state == State.OPEN


@pytest.mark.parametrize(
    ("action", "state"), [("announce_chosen", "aangekondigd"), ("open_chosen", "open"), ("close_chosen", "gesloten")]
)
def test_the_state_of_many_at_once(client, event, action, state):
    off = organised_event(state=State.CANCELLED)
    off.roles.update(organisation=event.roles.get().organisation)

    client.post("/beheer/events/event/", {"action": action, "_selected_action": [event.pk, off.pk]})

    assert [Event.objects.get(pk=each.pk).state for each in (event, off)] == [state, State.CANCELLED]


# --- one attendee -----------------------------------------------------------------------------------
def test_the_page_of_an_attendee(client, event):
    registration = RegistrationFactory(booking__event=event, name="Anna", organisation_name="De Bieb")
    PersonalNeedsFactory(registration=registration, diet="veganistisch")
    registration.steps.create(text="Heeft een plek", taken_at=timezone.now())

    shown = text(client.get(attendee_page(registration)))

    assert ("De Bieb" in shown, "veganistisch" in shown, ": Heeft een plek" in shown) == (True, True, True)


def test_other_sessions_are_chosen_for_somebody(client, event):
    one, other = ParallelSessionFactory(event=event), ParallelSessionFactory(event=event, capacity=5)
    registration = SessionChoiceFactory(registration__booking__event=event, session=one).registration

    client.post(attendee_page(registration, "sessions"), {"ronde-1": other.pk, "wacht-1": ""})

    assert [choice.session for choice in registration.session_choices.live()] == [other]


def test_a_full_session_is_refused(client, event):
    full = ParallelSessionFactory(event=event, capacity=1)
    SessionChoiceFactory(registration__booking__event=event, session=full)
    registration = RegistrationFactory(booking__event=event)

    shown = text(client.post(attendee_page(registration, "sessions"), {"ronde-1": full.pk}))

    assert "is net vol geraakt" in shown
    assert registration.session_choices.count() == 0


@pytest.mark.parametrize("value", ["9" * 30, "een", "\x00"])
def test_a_session_that_is_none_is_refused(client, event, value):
    ParallelSessionFactory(event=event)
    registration = RegistrationFactory(booking__event=event)

    assert "cur-error" in text(client.post(attendee_page(registration, "sessions"), {"ronde-1": value}))


def test_cancelling_for_somebody_asks_first(client, event):
    registration = RegistrationFactory(booking__event=event)

    asked = text(client.get(attendee_page(registration, "cancel")))
    before = event.registrations.get().place
    client.post(attendee_page(registration, "cancel"))

    assert ("Ja, meld af" in asked, before, event.registrations.get().place) == (True, "bevestigd", "geannuleerd")
    assert registration.steps.get().user is not None


def test_the_mail_is_sent_again(client, event):
    registration = RegistrationFactory(booking__event=event, email="anna@voorbeeld.nl")

    client.post(attendee_page(registration, "mail"))

    assert OutgoingMail.objects.get().to == "anna@voorbeeld.nl"


def test_who_gave_no_address_gets_no_mail(client, event):
    registration = RegistrationFactory(booking__event=event, booking__email="")

    shown = text(client.post(attendee_page(registration, "mail"), follow=True))

    assert ("geen e-mailadres bekend" in shown, OutgoingMail.objects.count()) == (True, 0)


# --- the list ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Anna", "bo", "Wim"]),
        ("who=bevestigd", ["Anna", "bo"]),
        ("who=wachtlijst", ["Wim"]),
        ("who=binnen", ["bo"]),
        ("who=afgemeld", ["Zoë"]),
        ("who=iedereen&order=laatste", ["Zoë", "Wim", "bo", "Anna"]),
        ("q=anna", ["Anna"]),
        ("q=bieb bo", ["bo"]),
        ("who=onzin", ["Anna", "bo", "Wim"]),
        ("pagina=999", ["Anna", "bo", "Wim"]),
        ("session=999999", ["Anna", "bo", "Wim"]),
    ],
)
def test_the_list_is_searched_and_filtered(client, event, query, expected):
    for name, more in {
        "Anna": {},
        "bo": {"checked_in_at": timezone.now(), "organisation_name": "De Bieb"},
        "Wim": {"place": Place.WAITING},
        "Zoë": {"place": Place.CANCELLED},
    }.items():
        RegistrationFactory(booking__event=event, name=name, **more)

    shown = client.get(page(event, "attendees", query)).context["page"]

    assert [each.name for each in shown] == expected


def test_the_list_of_one_session(client, event):
    choice = SessionChoiceFactory(registration__booking__event=event)
    RegistrationFactory(booking__event=event)

    shown = client.get(page(event, "attendees", f"session={choice.session.pk}")).context["page"]

    assert list(shown) == [choice.registration]


def test_wishes_are_counted_with_names(client, event):
    for name, diet in [("Anna", "Vegetarisch"), ("Bo", "vegetarisch "), ("Cas", "geen noten")]:
        PersonalNeedsFactory(registration__booking__event=event, registration__name=name, diet=diet)
    PersonalNeedsFactory(registration__booking__event=event, registration__place=Place.CANCELLED, diet="halal")

    (_, diets), (_, access) = client.get(page(event, "wishes")).context["tables"]

    assert (diets, access) == ([("Vegetarisch", ["Anna", "Bo"]), ("geen noten", ["Cas"])], [])


def test_hostile_texts_are_shown_as_text(client, event):
    hostile = '<img src=x onerror=alert(1)>"'
    registration = RegistrationFactory(
        booking__event=event, booking__invoice_name=hostile, name=hostile, organisation_name=hostile, amount=5
    )
    PersonalNeedsFactory(registration=registration, diet=hostile)
    ParallelSessionFactory(event=event, title=hostile)
    Event.objects.update(title=hostile)

    names = [
        "overview",
        "programme",
        "attendees",
        "wishes",
        "invoices",
        "mailing",
        "check_in",
        "afterwards",
        "evaluation",
    ]
    shown = [text(client.get(page(event, name, "q=img"))) for name in names] + [
        text(client.get(attendee_page(registration)))
    ]

    assert ["<img src=x" in each for each in shown] == [False] * len(shown)


def test_an_event_of_long_ago(client, event):
    Event.objects.update(starts_on=date(2014, 6, 19), ends_on=date(2014, 6, 19), date_note="juni 2014")
    names = ["overview", "programme", "attendees", "check_in", "afterwards", "evaluation", "mailing"]

    assert [client.get(page(event, name)).status_code for name in names] == [200] * len(names)
