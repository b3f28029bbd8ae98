"""The page of one event: before, and afterwards."""

from datetime import date, datetime, time, timedelta

import html5lib
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
    SessionChoiceFactory,
    SessionFactory,
    SpeakerFactory,
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
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db
PASSED = date(2014, 6, 19)


def page_of(client, event):
    """The text of the page, which is strict HTML."""
    text = client.get(event.get_absolute_url()).content.decode()
    html5lib.HTMLParser(strict=True).parse(text)
    return text


@pytest.mark.parametrize("hidden", [{"state": "concept"}, {"archived_on": "2026-01-01"}])
def test_what_is_not_published_has_no_page_calendar_or_photo(client, hidden):
    event = EventFactory(**hidden)
    photo = EventPhotoFactory(event=event)

    addresses = [event.get_absolute_url(), f"{event.get_absolute_url()}agenda.ics", f"/agenda/foto/{photo.pk}/"]

    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]


@pytest.mark.parametrize("address", ["/agenda/bestaat-niet/", "/agenda/foto/0/", "/agenda/foto/" + "9" * 30 + "/"])
def test_what_does_not_exist_is_not_there(client, address):
    assert client.get(address).status_code == 404


def test_an_event_of_which_little_is_known_says_so(client):
    page = page_of(client, EventFactory(state="gesloten", starts_on="2014-02-14"))

    assert "Vrijdag 14 februari 2014" in page
    assert "Tijd niet bekend" in page
    assert "Plaats niet bekend" in page
    assert page.count("Niet bekend") == 6  # place, who, for whom, price, attendees, sources


@pytest.mark.parametrize(
    ("values", "mark"),
    [
        ({"state": "aangekondigd"}, "Aangekondigd"),
        ({}, "Inschrijving open"),
        ({"capacity": 1}, "Vol"),
        ({"state": "gesloten"}, "Inschrijving gesloten"),
        ({"state": "afgelast"}, "Afgelast"),
        ({"starts_on": PASSED}, "Geweest"),
    ],
)
def test_every_state_is_a_mark(client, values, mark):
    event = EventFactory(**values)
    RegistrationFactory(booking__event=event)

    assert f"</svg>{mark}</span>" in page_of(client, event)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "Schrijf je in</a>"),
        ({"capacity": 1}, "Naar de wachtlijst</a>"),
        ({"capacity": 1, "has_waiting_list": False}, "De bijeenkomst is vol."),
        ({"state": "aangekondigd"}, "Je kunt je nog niet inschrijven."),
        ({"state": "gesloten"}, "De inschrijving is gesloten."),
        ({"state": "afgelast"}, "Deze bijeenkomst is afgelast."),
        ({"starts_on": PASSED}, "Deze bijeenkomst is geweest. Je kunt je niet meer inschrijven."),
        ({"registration_url": "https://elders.example/"}, 'href="https://elders.example/">Naar de inschrijving</a>'),
    ],
)
def test_the_page_says_how_to_register_or_why_not(client, values, words):
    event = EventFactory(**values)
    RegistrationFactory(booking__event=event)

    page = page_of(client, event)

    assert words in page
    assert (f"{event.get_absolute_url()}inschrijven/" in page) == words.endswith(("je in</a>", "wachtlijst</a>"))


def test_a_cancelled_event_leads_nowhere_to_register_and_says_why(client):
    event = EventFactory(
        state="afgelast", state_note="De zaal is afgebrand.", registration_url="https://elders.example/"
    )

    page = page_of(client, event)

    assert "De zaal is afgebrand." in page
    assert "elders.example" not in page


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
    assert "2e keer in de reeks" in response.content.decode()
    assert draft.title not in response.content.decode()


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
    page = page_of(client, EventFactory(starts_on=PASSED, registered=70, attended=100, numbers_note="Ruim honderd."))

    assert "70 aangemeld<br>100 aanwezig<small>Ruim honderd.</small>" in page


def test_places_left_stand_there_before(client):
    event = EventFactory(capacity=3)
    RegistrationFactory(booking__event=event)

    assert "Nog 2 van de 3" in page_of(client, event)


def test_sessions_of_a_round_stand_together_in_the_order_of_the_day(client):
    event = EventFactory()
    closing = SessionFactory(event=event, begins=time(16))
    second, first = (ParallelSessionFactory(event=event, begins=time(14), position=place) for place in (2, 1))
    opening = SessionFactory(event=event, begins=time(10))

    [day] = client.get(event.get_absolute_url()).context["programme"]

    assert [slot.sessions for slot in day.slots] == [[opening], [first, second], [closing]]
    assert day.date == event.starts_on


def test_each_day_has_its_own_programme(client):
    event = EventFactory(starts_on="2026-06-18", ends_on="2026-06-19")
    SessionFactory(event=event, date="2026-06-19")
    SessionFactory(event=event, date="2026-06-18")

    page = page_of(client, event)

    assert page.index("Programma op donderdag 18 juni") < page.index("Programma op vrijdag 19 juni")


def test_a_session_says_who_where_and_about_what(client):
    event = EventFactory()
    session = ParallelSessionFactory(
        event=event, begins="14:00", ends="15:00", room="Zaal 3", angle="Van pilot tot spreekuur"
    )
    session.report = "Het werd druk."
    session.save()
    initiative, draft = InitiativeFactory(), InitiativeFactory(publication_state="concept", title="Nog geheim")
    session.initiatives.set([initiative, draft])
    speaker = SpeakerFactory(name="Jo Jansen", job_title="directeur", organisation=PartnerFactory(name="Het Huis"))
    for role in ("spreker", "moderator"):
        AppearanceFactory(event=event, session=session, speaker=speaker, role=role)

    page = page_of(client, event)

    assert "<dt>Spreker</dt><dd>Jo Jansen, directeur, <a" in page
    assert "<dt>Moderator</dt><dd>Jo Jansen, directeur, <a" in page
    assert "Van pilot tot spreekuur" in page
    assert "Zaal 3" in page
    assert "14.00–15.00 uur" in page
    assert "<p>Het werd druk.</p></details>" in page
    assert initiative.get_absolute_url() in page
    assert "Nog geheim" not in page


def test_who_leads_the_whole_day_stands_above_the_programme(client):
    event = EventFactory()
    AppearanceFactory(event=event, role="dagvoorzitter", speaker__name="Kim de Vries")

    assert "<dt>Dagvoorzitter</dt><dd>Kim de Vries</dd>" in page_of(client, event)


def test_a_full_session_says_so_while_one_can_register(client):
    event = EventFactory()
    full, free = (ParallelSessionFactory(event=event, capacity=capacity) for capacity in (1, 5))
    for session in (full, free):
        SessionChoiceFactory(registration__booking__event=event, session=session)

    page = page_of(client, event)

    assert "</svg>Vol</span>" in page
    assert "Nog 4 van de 5 plekken" in page


def test_a_quote_links_to_what_it_is_about(client):
    event = EventFactory(starts_on=PASSED, report="Een volle zaal.")
    theme = ThemeFactory()
    event.citations.add(
        Citation.objects.create(
            theme=theme, speaker="De wethouder", speaker_role="gastheer", paraphrase="Het kan.", source=SourceFactory()
        )
    )

    page = page_of(client, event)

    assert "<b>De wethouder</b><span>gastheer</span>" in page
    assert f'Over: <a href="{theme.get_absolute_url()}">' in page
    assert "Een volle zaal." in page


@pytest.mark.parametrize(
    "about",
    [
        {"organisation": {"archived_on": "2026-01-01", "name": "Nog geheim"}},
        {"network": {"archived_on": "2026-01-01", "name": "Nog geheim"}},
    ],
)
def test_a_quote_about_what_the_public_may_not_see_has_no_link(client, about):
    [(name, values)] = about.items()
    factory = {"organisation": PartnerFactory, "network": NetworkFactory}[name]
    event = EventFactory()
    quote = {"speaker": "De wethouder", "paraphrase": "Het kan.", "source": SourceFactory()}
    event.citations.add(Citation.objects.create(**{name: factory(**values)}, **quote))

    page = page_of(client, event)

    assert "De wethouder" in page
    assert "Nog geheim" not in page


def test_a_quote_about_an_example_that_is_no_longer_public_is_not_there(client):
    event, initiative = EventFactory(), InitiativeFactory(publication_state="concept")
    quote = Citation.objects.create(
        initiative=initiative, speaker="De wethouder", paraphrase="Het kan.", source=SourceFactory()
    )
    event.citations.add(quote)

    assert "De wethouder" not in page_of(client, event)


def test_what_hangs_under_it_is_shown_when_the_public_may_see_it(client):
    event = EventFactory()
    initiative = InitiativeFactory()
    event.initiatives.set([initiative, InitiativeFactory(publication_state="concept", title="Nog geheim")])
    event.documents.set(
        [
            Document.objects.create(slug="a", title="De presentatie", kind="presentatie", url="https://doc.example/"),
            Document.objects.create(slug="b", title="Nog geheim", kind="presentatie", archived_on="2026-01-01"),
        ]
    )
    event.agreements.set(
        [AgreementFactory(title="Het convenant"), AgreementFactory(title="Nog geheim", archived_on="2026-01-01")]
    )
    event.sources.add(SourceFactory(title="Het artikel"))

    page = page_of(client, event)

    assert initiative.get_absolute_url() in page
    assert "https://doc.example/" in page
    assert "Het convenant" in page
    assert "Het artikel" in page
    assert "Nog geheim" not in page


def test_a_photo_has_words_and_maker_and_can_be_seen(client):
    event = EventFactory()
    photo = EventPhotoFactory(event=event, alt_text="Een volle zaal", credit="Kim")

    page = page_of(client, event)

    assert f'src="/agenda/foto/{photo.pk}/" alt="Een volle zaal"' in page
    assert "Foto: Kim" in page
    answer = client.get(f"/agenda/foto/{photo.pk}/")
    assert (answer["Content-Type"], answer.getvalue()[:2]) == ("image/jpeg", b"\xff\xd8")


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
