"""Next year's event has what could be the same, and nothing of who came."""

from datetime import date, datetime, time

import pytest
from django.utils import timezone

from events.actions.copying import copy_event
from events.models import Event, Registration
from tests.event_factories import (
    AppearanceFactory,
    EvaluationQuestionFactory,
    EventDayFactory,
    EventFactory,
    EventRoleFactory,
    EventSeriesFactory,
    ParallelSessionFactory,
    PriceTierFactory,
    RegistrationFactory,
)
from tests.factories import ProvinceFactory, SourceFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    event = EventFactory(
        title="Conferentie",
        starts_on=date(2027, 6, 17),
        ends_on=date(2027, 6, 18),
        series=EventSeriesFactory(),
        edition=2,
        report="Het was mooi.",
        attended_qualifier="ruim",
        attended=90,
        online_address="https://vorig-jaar.voorbeeld.nl",
        on_site_note="De zij-ingang, vanwege de bouw.",
    )
    event.themes.add(ThemeFactory())
    EventDayFactory(event=event, date=date(2027, 6, 18), begins=time(10))
    EventRoleFactory(event=event)
    EvaluationQuestionFactory(event=event)
    PriceTierFactory(event=event, valid_until=date(2027, 5, 1)).provinces.add(ProvinceFactory())
    session = ParallelSessionFactory(event=event, title="Eenzaamheid", date=date(2027, 6, 18), report="Druk.")
    AppearanceFactory(event=event, session=session)
    AppearanceFactory(event=event)
    RegistrationFactory(booking__event=event)
    return event


def test_the_days_move_along(event):
    copy = copy_event(event=event, starts_on=date(2028, 6, 15))

    assert (copy.starts_on, copy.ends_on) == (date(2028, 6, 15), date(2028, 6, 16))
    assert copy.days.get().date == date(2028, 6, 16)
    assert copy.days.get().begins == time(10)
    assert copy.sessions.get().date == date(2028, 6, 16)
    assert copy.price_tiers.get().valid_until == date(2028, 4, 29)


def test_the_programme_and_what_belongs_to_it_are_copied(event):
    copy = copy_event(event=event, starts_on=date(2028, 6, 15))

    session = copy.sessions.get()
    assert (session.title, session.report) == ("Eenzaamheid", "")
    assert [each.session for each in copy.appearances.order_by("pk")] == [session, None]
    assert (copy.roles.count(), copy.questions.count(), copy.price_tiers.get().provinces.count()) == (1, 1, 1)
    assert list(copy.themes.all()) == list(event.themes.all())


def test_notes_are_about_that_one_time_and_speakers_are_still_to_ask(event):
    event.days.update(note="Inloop vanaf half tien")
    event.roles.update(note="gastheer", source=SourceFactory())
    event.price_tiers.update(note="Tot 1 mei 2027")
    Event.objects.update(price_note="Betalen kan tot 1 juni 2027.", state_note="Bijna vol", numbers_note="Geteld")
    event.refresh_from_db()

    copy = copy_event(event=event, starts_on=date(2028, 6, 15))

    notes = [copy.days.get().note, copy.roles.get().note, copy.price_tiers.get().note]
    assert [*notes, copy.price_note, copy.state_note, copy.numbers_note] == [""] * 6
    assert copy.roles.get().source is None
    assert [each.is_still_to_ask for each in copy.appearances.all()] == [True, True]
    assert [each.is_still_to_ask for each in event.appearances.all()] == [False, False]


def test_hours_stay_what_the_clock_says_across_summer_time(event):
    here = timezone.get_default_timezone()
    event.opens_at = datetime(2027, 2, 1, 9, tzinfo=here)
    event.closes_at = datetime(2027, 6, 10, 17, tzinfo=here)
    event.save()

    copy = copy_event(event=event, starts_on=date(2027, 11, 18))

    opens, closes = timezone.localtime(copy.opens_at), timezone.localtime(copy.closes_at)
    assert (f"{opens:%m-%d %H:%M}", f"{closes:%m-%d %H:%M}") == ("07-05 09:00", "11-11 17:00")


def test_a_copy_is_a_draft_of_the_next_edition(event):
    copy = copy_event(event=event, starts_on=date(2028, 6, 15))

    assert (copy.state, copy.edition, copy.slug) == ("concept", 3, "conferentie-2028")
    assert (copy.report, copy.attended_qualifier, copy.attended, copy.online_address, copy.on_site_note) == (
        "",
        "",
        None,
        "",
        "",
    )


def test_the_original_stays_and_nobody_comes_along(event):
    copy = copy_event(event=event, starts_on=date(2028, 6, 15))

    assert Registration.objects.filter(event=copy).count() == 0
    assert Event.objects.get(pk=event.pk).sessions.get().report == "Druk."


def test_a_second_copy_has_an_address_of_its_own(event):
    copies = [copy_event(event=event, starts_on=date(2028, 6, 15)) for _ in range(2)]

    assert [each.slug for each in copies] == ["conferentie-2028", "conferentie-2028-2"]
    assert [each.edition for each in copies] == [3, 4]
