"""What is written down of a thing is on its page: every field, or with the reason why not.

A new field fails here until it is on the page, or among the fields that readers do not see.
"""

from datetime import date

import pytest
from django.db import models

from tests.event_factories import EventFactory, EventRoleFactory, EventSeriesFactory, PriceTierFactory
from tests.evidence_factories import CitationFactory, DocumentFactory
from tests.factories import (
    AgreementFactory,
    ContactPersonFactory,
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    NetworkFactory,
    NetworkMemberFactory,
    ParticipationFactory,
    PartnerFactory,
    ProvinceFactory,
    SourceFactory,
    TargetGroupFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

OF_THE_MACHINE = {"id", "slug", "sort_key", "created_at", "updated_at", "archived_on"}
OF_ANOTHER_KIND = {  # organisations share a table
    "library": {"isil", "work_area", "work_area_is_complete", "work_area_note"},
    "municipality": {
        "cbs_code", "population", "population_year", "latitude", "longitude", "valid_from", "valid_until",
    },
    "partner": {"sector", "level", "parent", "support_area"},
}  # fmt: skip


def sentences(model, *but):
    """A sentence of its own for every free text of this model."""
    return {
        field.name: f"Hier staat {field.name}."
        for field in model._meta.fields
        if type(field) in (models.CharField, models.TextField) and field.editable and not field.choices
        if field.name not in but
    }


def page_of(client, thing):
    """The page without the differences in white space."""
    return " ".join(client.get(thing.get_absolute_url()).content.decode().split())


def fields_of(model):
    """The names of all that is stored of a thing."""
    return {field.name for field in [*model._meta.fields, *model._meta.many_to_many]}


def assert_shown(page, model, said, unseen):
    """Every field is in what the page should say or in what readers do not see, and the page says it."""
    assert fields_of(model) - unseen - OF_THE_MACHINE == set(said)
    assert {name: text for name, text in said.items() if text not in page} == {}


def test_every_field_of_a_practice_example(client):
    texts = sentences(InitiativeFactory._meta.model)
    initiative = InitiativeFactory(
        **texts,
        themes=[ThemeFactory(name="Meedoen")],
        target_groups=[TargetGroupFactory(name="Ouderen")],
        places=[MunicipalityFactory(name="Soest")],
        is_national=True,
        cost_band="tot-1000",
        contact=ContactPersonFactory(name="Ans Visser", email="ans@voorbeeld.nl", phone="0612345678", is_public=True),
        phase="gestopt",
        year=2016,
        start_year=2011,
        start_month=3,
        end_year=2015,
        confirmed_on=date(2017, 4, 1),
        confirmed_by=LibraryFactory(name="Bibliotheek Eemland"),
        illustration="bus",
    )
    initiative.sources.add(SourceFactory(title="Een artikel"))
    ParticipationFactory(initiative=initiative, organisation=PartnerFactory(name="Stichting Wij"), note="geeft les")

    said = texts | {
        "themes": "Meedoen</a>",
        "target_groups": "Ouderen</a>",
        "organisations": "Stichting Wij</a><small>partner: geeft les",
        "places": "Soest</a>",
        "is_national": "In het hele land",
        "cost_band": "Tot € 1.000 per jaar",
        "contact": "Ans Visser<small>ans@voorbeeld.nl 0612345678",
        "phase": "Gestopt<small>in 2016",
        "year": "in 2016",
        "start_month": "maart 2011",
        "start_year": "2011 tot 2015",
        "end_year": "tot 2015",
        "confirmed_on": "Bevestigd op 1 april 2017",
        "confirmed_by": "door Bibliotheek Eemland",
        "illustration": "page-art",
        "sources": "Een artikel",
    }
    unseen = {"publication_state", "next_check_on", "confirmation_round", "reminded_on", "is_featured"}
    assert_shown(page_of(client, initiative), type(initiative), said, unseen)


def test_every_field_of_a_library(client):
    texts = sentences(LibraryFactory._meta.model, "kind", "short_name", "cbs_code", "isil")
    library = LibraryFactory(
        **texts, website="https://voorbeeld.nl/bieb", province=ProvinceFactory(name="Utrecht"), isil="NL-0800070000"
    )
    library.work_area.add(MunicipalityFactory(name="Soest"))
    library.sources.add(SourceFactory(title="Een artikel"))

    said = texts | {
        "website": "https://voorbeeld.nl/bieb</a>",
        "province": "in Utrecht",
        "isil": "NL-0800070000",
        "work_area": "Soest</a>",
        "work_area_is_complete": "Werkt in ieder geval in",
        "sources": "Een artikel",
    }
    unseen = {"kind", "short_name"} | OF_ANOTHER_KIND["municipality"] | OF_ANOTHER_KIND["partner"]
    assert_shown(page_of(client, library), type(library), said, unseen)


def test_every_field_of_a_partner(client):
    texts = sentences(PartnerFactory._meta.model, "kind", "short_name", "cbs_code", "isil", "work_area_note")
    partner = PartnerFactory(
        **texts,
        website="https://voorbeeld.nl/partner",
        province=ProvinceFactory(name="Utrecht"),
        sector="zorg-en-welzijn",
        level="regionaal",
        parent=PartnerFactory(name="De koepel"),
    )
    partner.support_area.add(ProvinceFactory(name="Zeeland"))
    partner.sources.add(SourceFactory(title="Een artikel"))

    said = texts | {
        "website": "https://voorbeeld.nl/partner</a>",
        "province": "Utrecht</a>",
        "sector": "Zorg- en welzijnsorganisatie",
        "level": "Regionaal",
        "parent": "De koepel</a>",
        "support_area": "Ondersteunt bibliotheken in</dt><dd>Zeeland",
        "sources": "Een artikel",
    }
    unseen = {"kind", "short_name"} | OF_ANOTHER_KIND["municipality"] | OF_ANOTHER_KIND["library"]
    assert_shown(page_of(client, partner), type(partner), said, unseen)


def test_every_field_of_a_network(client):
    texts = sentences(NetworkFactory._meta.model)
    network = NetworkFactory(**texts, started_on=date(2013, 5, 6), ended_on=date(2019, 7, 8))
    NetworkMemberFactory(network=network, organisation=LibraryFactory(name="Bibliotheek Eemland"), note="gastheer")
    network.sources.add(SourceFactory(title="Een artikel"))

    said = texts | {
        "started_on": "6 mei 2013",
        "ended_on": "8 juli 2019",
        "members": "Bibliotheek Eemland</a><small>gastheer",
        "sources": "Een artikel",
    }
    assert_shown(page_of(client, network), type(network), said, set())


def test_every_field_of_a_theme(client):
    texts = sentences(ThemeFactory._meta.model)
    theme = ThemeFactory(**texts, parent=ThemeFactory(name="Meedoen"), icon="leren")
    theme.sources.add(SourceFactory(title="Een artikel"))

    said = texts | {"parent": "Meedoen</a>", "icon": "theme-icon--xl", "sources": "Een artikel"}
    assert_shown(page_of(client, theme), type(theme), said, {"position"})


def test_every_field_of_an_agreement(client):
    texts = sentences(AgreementFactory._meta.model)
    library = LibraryFactory()
    agreement = AgreementFactory(
        **texts,
        kind="samenwerking",
        network=NetworkFactory(name="De B7"),
        municipality=MunicipalityFactory(name="Soest"),
        signed_on=date(2014, 2, 3),
        ends_on=date(2018, 4, 5),
        evaluated_on=date(2016, 6, 7),
    )
    agreement.parties.add(library)
    agreement.sources.add(SourceFactory(title="Een artikel"))
    agreement.documents.add(DocumentFactory(title="De tekst"))

    said = texts | {
        "kind": "Samenwerkingsovereenkomst",
        "network": "De B7</a>",
        "municipality": "(gemeente Soest)",
        "parties": f'Partijen: <a href="{library.get_absolute_url()}">{library}</a>',
        "signed_on": "getekend op 3 februari 2014",
        "ends_on": "loopt tot 5 april 2018",
        "evaluated_on": "Evaluatie: 7 juni 2016",
        "sources": "Een artikel",
    }
    page = page_of(client, library)
    assert "De tekst" in page
    assert_shown(page, type(agreement), said, set())


ABOUT_REGISTERING = {"most_per_organisation", "most_guests", "guest_provinces", "offer_hours", "has_waiting_list"}
OF_THE_ORGANISER = {"reminder_days", "keep_days", "reminded_on", "forgotten_on", "online_address"}


def test_every_field_of_a_meeting_that_is_over(client):
    texts = sentences(EventFactory._meta.model, "date_note", "attended_qualifier")
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
    }
    tested_below = {"date_note", "attendance", "state", "capacity", "opens_at", "closes_at", "registration_url"}
    assert_shown(page_of(client, event), type(event), said, ABOUT_REGISTERING | OF_THE_ORGANISER | tested_below)


def test_what_only_a_meeting_to_come_says(client):
    event = EventFactory(
        date_note="in het najaar",
        attendance="hybride",
        state="aangekondigd",
        opens_at="2100-01-02T09:30+01:00",
        registration_url="https://voorbeeld.nl/inschrijven",
    )
    others = EventFactory(state="open", capacity=40, closes_at="2100-01-02T09:30+01:00")
    PriceTierFactory(event=others, name="Vroege vogels", valid_until=date(2099, 8, 9), note="op is op")
    elsewhere, open_here = page_of(client, event), page_of(client, others)

    said = {
        "date_note": "in het najaar<small>",
        "attendance": "Je kunt ook online meedoen.",
        "registration_url": "https://voorbeeld.nl/inschrijven",
    }
    assert {name: text for name, text in said.items() if text not in elsewhere} == {}
    said = {
        "capacity": "Nog 40 van de 40",
        "closes_at": "Inschrijven kan tot zaterdag 2 januari 2100 om 09.30 uur.",
        "price": "Vroege vogels<small>tot en met 9 augustus 2099</small><small>op is op</small>",
    }
    assert {name: text for name, text in said.items() if text not in open_here} == {}


def test_a_contact_person_is_only_named_when_that_is_allowed(client):
    secret = {"name": "Ans Visser", "email": "ans@voorbeeld.nl", "phone": "0612345678"}
    library = LibraryFactory()
    contact = ContactPersonFactory(organisation=library, is_public=False, **secret)
    initiative = InitiativeFactory(contact=contact)
    ParticipationFactory(initiative=initiative, organisation=library, role="trekker")

    pages = [page_of(client, initiative), page_of(client, library)]

    assert "<dt>Contact</dt><dd>Niet bekend" in pages[0]
    assert [text for text in secret.values() if any(text in page for page in pages)] == []
