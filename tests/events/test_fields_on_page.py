"""What is written down of a meeting is on its page, or with the reason why not."""

from datetime import date

import pytest

from tests.event_factories import EventFactory, EventRoleFactory, EventSeriesFactory, PriceTierFactory
from tests.evidence_factories import CitationFactory, DocumentFactory
from tests.factories import (
    AgreementFactory,
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    SourceFactory,
    ThemeFactory,
)
from tests.fields import assert_shown, sentences
from tests.markup import squeezed

pytestmark = pytest.mark.django_db

ABOUT_REGISTERING = {"most_per_organisation", "most_guests", "guest_provinces", "offer_hours", "has_waiting_list"}
OF_THE_ORGANISER = {"reminder_days", "keep_days", "reminded_on", "forgotten_on", "told_up_to", "organiser_mail"}
CAPACITIES = {"capacity", "on_site_capacity", "online_capacity"}
OF_WHO_COMES = {"online_address", "online_note", "on_site_note"}


def test_every_field_of_a_meeting_that_is_over(client):
    texts = sentences(EventFactory._meta.model, "date_note", "attended_qualifier", *OF_WHO_COMES)
    event = EventFactory(
        **texts,
        kind="seminar",
        series=EventSeriesFactory(name="De netwerkdag"),
        edition=3,
        state="gesloten",
        starts_on=date(2014, 6, 18),
        ends_on=date(2014, 6, 19),
        municipality=MunicipalityFactory(name="Soest"),
        registered=123,
        attended=117,
        attended_qualifier="ruim",
        recording_url="https://voorbeeld.nl/opname",
        contact_email="organisator@voorbeeld.nl",
    )
    EventRoleFactory(event=event, organisation=LibraryFactory(name="Bibliotheek Eemland"), note="gastheer")
    event.themes.add(ThemeFactory(name="Meedoen"))
    event.initiatives.add(InitiativeFactory(title="Taalhuis"))
    event.documents.add(DocumentFactory(title="De uitnodiging"))
    event.citations.add(CitationFactory(speaker="Ans Visser"))
    event.agreements.add(AgreementFactory(title="Het convenant"))
    event.sources.add(SourceFactory(title="Een artikel"))

    said = texts | {
        "kind": "Seminar",
        "series": "in de reeks De netwerkdag",
        "edition": "3e keer",
        "starts_on": "18 juni 2014",
        "ends_on": "19 juni 2014",
        "municipality": "Soest</a>",
        "organisers": "Bibliotheek Eemland</a><small>",
        "themes": "Meedoen</a>",
        "initiatives": "Taalhuis</a>",
        "documents": "De uitnodiging",
        "citations": "Ans Visser",
        "agreements": "Het convenant",
        "sources": "Een artikel",
        "registered": "123 aangemeld",
        "attended": "117 aanwezig",
        "attended_qualifier": "ruim 117 aanwezig",
        "recording_url": "https://voorbeeld.nl/opname",
        "contact_email": "mailto:organisator@voorbeeld.nl",
    }
    tested_below = {"date_note", "attendance", "state", *CAPACITIES, "opens_at", "closes_at", "registration_url"}
    assert_shown(
        squeezed(client.get(event.get_absolute_url())),
        type(event),
        said,
        ABOUT_REGISTERING | OF_THE_ORGANISER | OF_WHO_COMES | tested_below,
    )


def test_what_only_a_meeting_to_come_says(client):
    event = EventFactory(
        date_note="in het najaar",
        attendance="hybride",
        state="aangekondigd",
        opens_at="2100-01-02T09:30+01:00",
        registration_url="https://voorbeeld.nl/inschrijven",
    )
    limits = {"capacity": 40, "on_site_capacity": 30, "online_capacity": 25, "attendance": "hybride"}
    others = EventFactory(state="open", closes_at="2100-01-02T09:30+01:00", **limits)
    PriceTierFactory(event=others, name="Vroege vogels", valid_until=date(2099, 8, 9), note="op is op")
    elsewhere = squeezed(client.get(event.get_absolute_url()))
    open_here = squeezed(client.get(others.get_absolute_url()))

    said = {
        "date_note": "in het najaar<small>",
        "attendance": "Je kunt ook online meedoen.",
        "registration_url": "https://voorbeeld.nl/inschrijven",
    }
    assert {name: text for name, text in said.items() if text not in elsewhere} == {}
    said = {
        "capacity": "Nog 40 van de 40",
        "on_site_capacity": "<small>Op locatie: nog 30 van de 30</small>",
        "online_capacity": "<small>Online: nog 25 van de 25</small>",
        "closes_at": "Inschrijven kan tot zaterdag 2 januari 2100 om 09.30 uur.",
        "price": "Vroege vogels<small>tot en met 9 augustus 2099</small><small>op is op</small>",
    }
    assert {name: text for name, text in said.items() if text not in open_here} == {}
