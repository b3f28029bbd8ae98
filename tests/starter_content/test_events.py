"""The meetings that the articles tell about, with what they tell and nothing more."""

from datetime import UTC, date, datetime, time

import pytest
from django.db.models import F

from events.models import Appearance, Event, EventDay, EventRole, EventSeries, PriceTier, Session, Speaker
from events.prices import tier_for
from events.registering import state_at
from partners.models import Province

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
CONFERENCE = "conferentie-decentralisaties-2014"
DECENTRALISATIONS = "decentralisaties-dag-2014"
TAX = "landelijke-bijeenkomst-belastingdienst-2016"
SIGNING = "ondertekening-digitale-overheid-2016"
NETWORK = "de-bibliotheek-als-netwerkpartner-2019"
SERIES = "bibliotheek-en-decentralisaties"

WHEN = {
    "conferentie-decentralisaties-2013": (date(2013, 12, 3), ""),
    "presentatie-enschede-2014": (date(2014, 1, 1), "In januari 2014"),
    "seminar-onze-bieb-nu-2014": (date(2014, 2, 14), ""),
    DECENTRALISATIONS: (date(2014, 5, 28), ""),
    CONFERENCE: (date(2014, 6, 19), ""),
    TAX: (date(2016, 6, 20), "In de week van 20 juni 2016"),
    SIGNING: (
        date(2016, 6, 22),
        "In de week van 20 juni 2016, twee dagen na de bijeenkomst over de Belastingdienst",
    ),
    NETWORK: (date(2019, 11, 11), ""),
}

WHERE = {
    "conferentie-decentralisaties-2013": ("", None),
    "presentatie-enschede-2014": ("", "Enschede"),
    "seminar-onze-bieb-nu-2014": ("", None),
    DECENTRALISATIONS: ("", "'s-Hertogenbosch"),
    CONFERENCE: ("Hotel Karel V", "Utrecht"),
    TAX: ("", None),
    SIGNING: ("Bussum", "Gooise Meren"),
    NETWORK: ("Koninklijk Instituut Van Ingenieurs (KIVI)", "'s-Gravenhage"),
}

ROLES = {
    "conferentie-decentralisaties-2013": {("bisc", "organisator"), ("probiblio", "organisator")},
    "presentatie-enschede-2014": set(),
    "seminar-onze-bieb-nu-2014": {("the-alignment-house", "organisator")},
    DECENTRALISATIONS: {
        (slug, "organisator")
        for slug in ("vng", "ministerie-bzk", "ministerie-vws", "ministerie-szw", "ministerie-venj")
    },
    CONFERENCE: {("bisc", "organisator"), ("probiblio", "organisator"), ("provincie-utrecht", "financier")},
    TAX: {("kb", "partner"), ("belastingdienst", "partner")},
    SIGNING: {("ministerie-bzk", "partner")},
    NETWORK: {
        ("probiblio", "organisator"),
        ("provincie-zuid-holland", "opdrachtgever"),
        ("bozh", "partner"),
    },
}

AGREEMENTS = {
    "seminar-onze-bieb-nu-2014": ["opdracht-b7-the-alignment-house-2014"],
    CONFERENCE: ["bijdrage-provincie-utrecht-conferentie-2014"],
    SIGNING: ["hulp-bij-de-digitale-overheid-2016"],
    NETWORK: ["opdracht-zuid-holland-netwerkbijeenkomst-2019"],
}


def event(slug):
    return Event.objects.for_page().get(slug=slug)


def names(appearances):
    return set(appearances.values_list("speaker__name", flat=True))


def price(province="", sector="bibliotheek"):
    """What somebody from this province paid for the conference of 2014."""
    found = Province.objects.filter(slug=province).first()
    tiers = PriceTier.objects.filter(event__slug=CONFERENCE).prefetch_related("provinces")
    chosen = tier_for(
        list(tiers), province_id=found and found.pk, sector=sector, is_guest=False, today=date(2014, 5, 1)
    )
    return chosen.amount


def test_these_are_the_meetings_and_their_days():
    found = {each.slug: (each.starts_on, each.date_note) for each in Event.objects.all()}

    assert found == WHEN
    assert Event.objects.exclude(starts_on=F("ends_on")).count() == 0


def test_where_they_were():
    found = {each.slug: (each.venue, each.municipality and each.municipality.name) for each in Event.objects.all()}

    assert found == WHERE


def test_who_organised_commissioned_and_paid():
    found = {slug: set() for slug in WHEN}
    for role in EventRole.objects.select_related("event", "organisation"):
        found[role.event.slug].add((role.organisation.slug, role.role))

    assert found == ROLES


def test_every_meeting_is_public_and_over():
    meetings = Event.objects.for_page()
    found = {each.slug: (each.is_published, each.state, state_at(each, NOW)) for each in meetings}

    assert found == dict.fromkeys(WHEN, (True, "gesloten", "geweest"))


def test_every_meeting_series_role_and_speaker_has_a_source():
    assert list(Event.objects.filter(sources=None)) == []
    assert list(EventSeries.objects.filter(sources=None)) == []
    assert list(EventRole.objects.filter(source=None)) == []
    assert list(Speaker.objects.filter(source=None)) == []


def test_what_was_agreed():
    meetings = Event.objects.filter(slug__in=AGREEMENTS).prefetch_related("agreements")

    assert {each.slug: [agreement.slug for agreement in each.agreements.all()] for each in meetings} == AGREEMENTS


def test_only_the_conference_of_2014_has_known_hours():
    days = EventDay.objects.exclude(begins=None).values_list("event__slug", "date", "begins", "ends")

    assert list(days) == [(CONFERENCE, date(2014, 6, 19), time(11), time(16, 30))]


def test_the_conference_of_2014_is_the_second_and_that_of_2013_the_first():
    editions = Event.objects.filter(series__slug=SERIES).order_by("edition").values_list("edition", "slug")

    assert list(editions) == [(1, "conferentie-decentralisaties-2013"), (2, CONFERENCE)]


def test_what_the_conference_of_2014_cost():
    amounts = {"utrecht": 0, "noord-holland": 85, "zuid-holland": 85, "groningen": 145, "": 145}

    assert {province: price(province) for province in amounts} == amounts


def test_from_where_a_library_could_bring_guests():
    provinces = event(CONFERENCE).guest_provinces.values_list("slug", flat=True)

    assert sorted(provinces) == ["noord-holland", "utrecht", "zuid-holland"]


def test_the_conference_of_2014_was_more_than_full():
    found = event(CONFERENCE)

    assert "meer dan vol" in found.state_note
    assert "reactie-huizer-2014" in {source.slug for source in found.sources.all()}
    assert (found.registered, found.attended) == (None, None)


def test_the_hours_of_the_decentralisation_day():
    sessions = Session.objects.filter(event__slug=DECENTRALISATIONS).order_by("position")

    assert list(sessions.values_list("title", "begins")) == [
        ("Meer dan dertig presentaties", None),
        ("Programma voor raadsleden", time(16, 15)),
        ("Het 3D-wethoudersdiner", time(17, 30)),
    ]
    assert names(Appearance.objects.filter(event__slug=DECENTRALISATIONS)) == {
        "Plasterk", "Van Rijn", "Klijnsma", "Teeven", "Jorritsma",
    }  # fmt: skip


def test_how_many_came_in_2016_and_who_spoke():
    found = event(TAX)

    assert (found.registered, found.attended) == (70, 100)
    assert found.attended_qualifier == "meer dan"
    assert names(found.appearances) == {"Mark Deckers", "Lisenka Akse", "Eline Ophof", "Brenda Jacobs"}
    assert sorted(each.slug for each in found.documents.all()) == [
        "checklist-belastingdienst-2016",
        "subsidieregeling-belastingdienst-2016",
        "tips-veiligheid-en-privacy-2016",
        "toolkit-belastingdienst-2016",
    ]
    assert "voorbeeld-bibliotheek-den-haag" in {each.slug for each in found.initiatives.all()}


def test_nobody_is_registered():
    assert Event.objects.exclude(registrations=None).count() == 0
