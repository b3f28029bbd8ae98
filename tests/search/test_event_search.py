"""Meetings in the search: what they are found by, what stays hidden, and how a reader sees them."""

from datetime import date

import pytest

from events.models import Event
from search.models import CorpusWord
from tests.documents import Reader
from tests.event_factories import (
    AppearanceFactory,
    EventFactory,
    EventRoleFactory,
    EventSeriesFactory,
    ParallelSessionFactory,
    SessionFactory,
    SpeakerFactory,
)
from tests.evidence_factories import CitationFactory
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityAliasFactory,
    MunicipalityFactory,
    PartnerFactory,
    ProvinceFactory,
    ThemeFactory,
)
from tests.markup import squeezed
from tests.search.conftest import found_titles, taken_back

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
MIDSUMMER = {"starts_on": date(2014, 6, 19)}


def meeting(title="Bieb centraal", **values):
    return EventFactory(title=title, **values)


def with_place():
    place = MunicipalityFactory(name="’s-Gravenhage", province=ProvinceFactory(name="Zuid-Holland"))
    MunicipalityAliasFactory(municipality=place, name="Den Haag")
    return meeting(municipality=place)


def with_themes():
    meeting().themes.set([ThemeFactory(name="Taal", parent=ThemeFactory(name="Leren"))])


def with_role(role):
    office = PartnerFactory(name="UWV Hoorn", short_name="UH", parent=PartnerFactory(name="Werkbedrijf"))
    EventRoleFactory(event=meeting(), organisation=office, role=role)


def with_session(**values):
    return ParallelSessionFactory(event=meeting(), **values)


def with_speaker():
    speaker = SpeakerFactory(name="Anna Bakker", job_title="wethouder", organisation=LibraryFactory(name="Leeszaal"))
    AppearanceFactory(event=meeting(), speaker=speaker)


def with_example(relation, **values):
    session = with_session()
    example = InitiativeFactory(title="Koffieochtend", **values)
    {"event": session.event, "session": session}[relation].initiatives.set([example])


def with_quote(**values):
    meeting().citations.set([CitationFactory(speaker="Piet Jansen", paraphrase="Dat helpt ouderen.", **values)])


FOUND_BY = [
    ("bieb centraal", meeting),
    ("decentralisaties", lambda: meeting(series=EventSeriesFactory(name="De Decentralisaties Dag"))),
    ("wijkteams", lambda: meeting(summary="Over wijkteams.")),
    ("wijkteams", lambda: meeting(description="Over wijkteams.")),
    ("wethouders", lambda: meeting(audience="Voor wethouders.")),
    ("slotverklaring", lambda: meeting(report="Er kwam een slotverklaring.")),
    ("kasteel", lambda: meeting(venue="Kasteel Groeneveld")),
    ("prinsessegracht", lambda: meeting(venue_address="Prinsessegracht 23")),
    ("conferentie", lambda: meeting(kind="conferentie")),
    ("noodweer", lambda: meeting(state="afgelast", state_note="Vanwege noodweer.")),
    ("den haag", with_place),
    ("’s-Gravenhage", with_place),
    ("zuid-holland", with_place),
    ("taal", with_themes),
    ("leren", with_themes),
    *[(words, lambda role=role: with_role(role))
      for words in ("uwv hoorn", "UH", "werkbedrijf") for role in ("organisator", "opdrachtgever", "financier")],
    ("kaarten tafel", lambda: with_session(title="Kaarten op tafel")),
    ("raadsleden", lambda: with_session(angle="Voor raadsleden")),
    ("spreekuur", lambda: with_session(description="Een spreekuur in de bieb.")),
    ("aanbevelingen", lambda: with_session(report="Met drie aanbevelingen.")),
    ("bewegen", lambda: with_session().themes.set([ThemeFactory(name="Bewegen")])),
    ("anna bakker", with_speaker),
    ("wethouder", with_speaker),
    ("leeszaal", with_speaker),
    ("koffieochtend", lambda: with_example("event")),
    ("koffieochtend", lambda: with_example("session")),
    ("piet jansen ouderen", with_quote),
]  # fmt: skip


def test_a_meeting_is_found_by_all_that_belongs_to_it():
    found = []
    for words, make in FOUND_BY:
        with taken_back():
            make()
            found.append((words, found_titles(words, soort="bijeenkomst")))

    assert found == [(words, ["Bieb centraal"]) for words, _ in FOUND_BY]


NOT_PUBLIC = [
    ("koffieochtend", lambda: with_example("event", publication_state="concept")),
    ("koffieochtend", lambda: with_example("session", publication_state="gearchiveerd")),
    ("ouderen", lambda: with_quote(initiative=InitiativeFactory(publication_state="ingezonden"))),
    ("geheimzinnig", lambda: meeting("Geheimzinnig", state="concept")),
    ("geheimzinnig", lambda: SessionFactory(event=meeting(state="concept"), angle="Geheimzinnig")),
    ("geheimzinnig", lambda: meeting("Geheimzinnig", archived_on=date(2020, 1, 1))),
    ("geheimzinnig", lambda: AppearanceFactory(
        event=meeting(archived_on=date(2020, 1, 1)), speaker=SpeakerFactory(name="Geheimzinnig"))),
    ("geheimzinnig", lambda: meeting(online_address="https://voorbeeld.nl/geheimzinnig")),
]  # fmt: skip


def test_what_is_not_public_is_not_found_and_leaves_no_word():
    found = []
    for word, make in NOT_PUBLIC:
        with taken_back():
            make()
            found.append((word, found_titles(word), CorpusWord.objects.filter(word=word).count()))

    assert found == [(word, [], 0) for word, _ in NOT_PUBLIC]


def test_a_meeting_is_not_about_its_breaks():
    SessionFactory(event=meeting(), kind="pauze", title="Ontvangst met koffie")

    assert found_titles("koffie") == []


def test_the_page_shows_the_meeting_and_why_it_was_found():
    session = ParallelSessionFactory(
        event=meeting("<b>Samen</b>", slug="samen", **MIDSUMMER), description="Een uur met raadsleden & wethouders."
    )
    EventRoleFactory(event=session.event)

    page = squeezed(Reader().get("/zoeken/", {"q": "wethouders"}))

    assert '<a href="/agenda/samen/">&lt;b&gt;Samen&lt;/b&gt;</a>' in page
    assert "<b>Bijeenkomst</b><span>Netwerkbijeenkomst, donderdag 19 juni 2014</span>" in page
    assert "Een uur met raadsleden &amp; <mark>wethouders</mark>." in page
    assert 'name="soort" value="bijeenkomst"' in page


def test_hiding_a_meeting_takes_it_out_at_once():
    meeting("Taal")
    before = found_titles("taal")

    Event.objects.update(state="concept")

    assert (before, found_titles("taal")) == (["Taal"], [])
