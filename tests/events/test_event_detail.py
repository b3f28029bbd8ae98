"""The page of one event: before, and afterwards."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from initiatives.models import Citation, Document
from tests.event_factories import (
    AppearanceFactory,
    EventDayFactory,
    EventFactory,
    EventPhotoFactory,
    EventRoleFactory,
    EventSeriesFactory,
    ParallelSessionFactory,
    PriceTierFactory,
    RegistrationFactory,
    SessionFactory,
)
from tests.factories import (
    AgreementFactory,
    InitiativeFactory,
    MunicipalityFactory,
    NetworkFactory,
    PartnerFactory,
    SourceFactory,
    ThemeFactory,
)
from tests.markup import squeezed
from tests.queries import number_of_queries
from tests.strict_html import check_html

pytestmark = pytest.mark.django_db
PASSED = date(2014, 6, 19)


def page_of(client, event):
    """The text of the page, which is strict HTML."""
    text = squeezed(client.get(event.get_absolute_url()))
    check_html(text)
    return text


def test_what_is_not_published_has_no_page_calendar_or_photo(client):
    for event in (EventFactory(state="concept"), EventFactory(archived_on="2026-01-01")):
        photo = EventPhotoFactory(event=event)
        addresses = [event.get_absolute_url(), f"{event.get_absolute_url()}agenda.ics", f"/agenda/foto/{photo.pk}/"]

        assert [client.get(address).status_code for address in addresses] == [404, 404, 404]


def test_what_does_not_exist_is_not_there(client):
    addresses = ["/agenda/bestaat-niet/", "/agenda/foto/0/", "/agenda/foto/" + "9" * 30 + "/"]

    assert [client.get(address).status_code for address in addresses] == [404] * 3


def test_an_event_of_which_little_is_known_says_so(client):
    page = page_of(client, EventFactory(state="gesloten", starts_on="2014-02-14"))

    assert "Vrijdag 14 februari 2014" in page
    assert "Tijd niet bekend" in page
    assert "Plaats niet bekend" in page
    assert page.count("Niet bekend") == 6  # place, who, for whom, price, attendees, sources


def test_begin_and_end_of_each_day_stand_there(client):
    event = EventFactory(starts_on="2026-06-18", ends_on="2026-06-19")
    EventDayFactory(event=event, date="2026-06-18", begins="11:00", ends="16:30", note="Met diner")
    EventDayFactory(event=event, date="2026-06-19", begins="09:00")

    page = page_of(client, event)

    assert "Donderdag 18 juni 2026<small>11.00–16.30 uur. Met diner</small>" in page
    assert "Vrijdag 19 juni 2026<small>09.00 uur</small>" in page


def test_a_date_in_words_stands_everywhere_instead_of_the_day(client):
    event = EventFactory(starts_on="2016-06-17", date_note="juni 2016")

    page = page_of(client, event)

    assert "juni 2016" in page
    assert "17 juni" not in page
    assert "2016-06-17" not in page
    assert "agenda.ics" not in page
    assert client.get(f"{event.get_absolute_url()}agenda.ics").status_code == 404


def test_other_editions_of_the_series_are_linked_but_no_drafts(client):
    series = EventSeriesFactory(name="Provinciale netwerkdag")
    event, other, draft = (
        EventFactory(series=series, edition=edition, state=state)
        for edition, state in [(2, "open"), (1, "gesloten"), (3, "concept")]
    )
    EventFactory()

    response = client.get(event.get_absolute_url())

    assert list(response.context["editions"]) == [other]
    assert "2e keer in de reeks" in squeezed(response)
    assert draft.title not in squeezed(response)


def test_an_event_without_series_has_no_other_editions(client):
    event, _ = EventFactory.create_batch(2)

    assert list(client.get(event.get_absolute_url()).context["editions"]) == []


def test_what_everybody_did_stands_there(client):
    event = EventFactory()
    EventRoleFactory(event=event, role="opdrachtgever", note="de provincie betaalt")

    assert "opdrachtgever: de provincie betaalt" in page_of(client, event)


def test_prices_stand_there_with_free_as_a_word(client):
    event = EventFactory()
    for name, amount in [("Uit Utrecht", 0), ("Uit Holland", 85), ("Anderen", "145.50")]:
        PriceTierFactory(event=event, name=name, amount=amount)

    page = page_of(client, event)

    assert "<dt>Uit Utrecht</dt><dd>Gratis</dd>" in page
    assert "<dt>Uit Holland</dt><dd>€ 85</dd>" in page
    assert "Gratis, € 85 of € 145,50" in page


def test_how_many_came_stands_there_afterwards(client):
    page = page_of(client, EventFactory(starts_on=PASSED, registered=70, attended_qualifier="ruim", attended=100))

    assert "70 aangemeld<br>ruim 100 aanwezig</dd>" in page


def test_places_left_stand_there_before(client):
    event = EventFactory(capacity=3)
    RegistrationFactory(booking__event=event)

    assert "Nog 2 van de 3" in page_of(client, event)


def test_what_people_typed_is_text_and_no_markup(client):
    hostile = "<script>alert(1)</script>"
    event = EventFactory(title=hostile, summary=hostile, description=hostile, report=hostile, venue=hostile)
    event.audience = event.state_note = event.date_note = event.price_note = hostile
    event.save()
    SessionFactory(event=event, title=hostile, room=hostile, description=hostile)
    PriceTierFactory(event=event, name=hostile)

    assert hostile not in page_of(client, event)


def test_registering_stops_at_the_moment_that_was_set(client):
    past = timezone.now() - timedelta(minutes=1)

    assert "De inschrijving is gesloten." in page_of(client, EventFactory(closes_at=past))


def test_when_registering_opens_stands_there(client):
    opens_at = datetime(2099, 5, 1, 9, tzinfo=timezone.get_default_timezone())

    page = page_of(client, EventFactory(opens_at=opens_at, starts_on="2099-06-01"))

    assert "Dat kan vanaf vrijdag 1 mei 2099 om 09.00 uur." in page
    announced = EventFactory(state="aangekondigd", opens_at=timezone.now(), starts_on="2099-06-01")
    assert "Dat kan vanaf" not in page_of(client, announced)


def test_the_page_costs_as_many_queries_with_3_of_everything_as_with_1(client):
    event = make_full(EventFactory(series=EventSeriesFactory()), 1)

    costs = {number_of_queries(lambda: client.get(event.get_absolute_url()))}
    make_full(event, 2)

    assert costs == {number_of_queries(lambda: client.get(event.get_absolute_url()))}


def make_full(event, count):
    """An event with so many more of everything that its page shows."""
    for number in range(count):
        EventFactory(series=event.series)
        EventDayFactory(event=event, date=event.starts_on + timedelta(days=event.days.count()))
        EventRoleFactory(event=event, organisation__province=MunicipalityFactory().province)
        EventPhotoFactory(event=event)
        PriceTierFactory(event=event).provinces.add(MunicipalityFactory().province)
        event.themes.add(ThemeFactory(parent=ThemeFactory()))
        event.initiatives.add(InitiativeFactory(themes=[ThemeFactory()]))
        event.sources.add(SourceFactory())
        document = Document.objects.create(slug=f"d-{event.documents.count()}-{number}", title="D", kind="tips")
        event.documents.add(document)
        agreement = AgreementFactory(network=NetworkFactory())
        agreement.parties.add(PartnerFactory())
        agreement.sources.add(SourceFactory())
        event.agreements.add(agreement)
        for about in ({"initiative": InitiativeFactory()}, {"theme": ThemeFactory()}, {"network": NetworkFactory()},
                      {"organisation": PartnerFactory()}):  # fmt: skip
            event.citations.add(Citation.objects.create(speaker="S", paraphrase="P", source=SourceFactory(), **about))
        for session in (SessionFactory(event=event), ParallelSessionFactory(event=event)):
            session.themes.add(ThemeFactory())
            session.initiatives.add(InitiativeFactory())
            AppearanceFactory(event=event, session=session, speaker__organisation=PartnerFactory())
        AppearanceFactory(event=event, speaker__organisation=PartnerFactory())
    return event


def test_where_every_price_is_over_nothing_leads_to_prices(client):
    event = EventFactory(starts_on=timezone.localdate() + timedelta(days=30))
    tier = PriceTierFactory(event=event, valid_until=timezone.localdate())

    during = squeezed(client.get(event.get_absolute_url()))
    tier.valid_until = timezone.localdate() - timedelta(days=1)
    tier.save()
    after = squeezed(client.get(event.get_absolute_url()))

    assert ('href="#prijs"' in during, 'href="#prijs"' in after) == (True, False)
