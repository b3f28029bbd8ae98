"""What is written down of a thing is on its page: every field, or with the reason why not.

A new field fails here until it is on the page, or among the fields that readers do not see.
"""

from datetime import date

import pytest

from tests.evidence_factories import DocumentFactory
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
from tests.fields import assert_shown, page_of, sentences

pytestmark = pytest.mark.django_db

OF_ANOTHER_KIND = {  # organisations share a table
    "library": {"isil", "work_area", "work_area_is_complete", "work_area_note"},
    "municipality": {
        "cbs_code", "population", "population_year", "latitude", "longitude", "valid_from", "valid_until",
    },
    "partner": {"sector", "level", "parent", "support_area"},
}  # fmt: skip


def test_every_field_of_a_practice_example(client):
    texts = sentences(InitiativeFactory._meta.model)
    initiative = InitiativeFactory(
        **texts,
        themes=[ThemeFactory(name="Meedoen")],
        target_groups=[TargetGroupFactory(name="Ouderen")],
        places=[MunicipalityFactory(name="Soest")],
        is_national=True,
        entry_kind="idea",
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
        "entry_kind": "Dit is een idee.",
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
    texts = sentences(LibraryFactory._meta.model, "kind", "short_name", "cbs_code", "isil", "mail_domains")
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
    unseen = (
        {"kind", "short_name", "mail_domains", "invited_on"}
        | OF_ANOTHER_KIND["municipality"]
        | OF_ANOTHER_KIND["partner"]
    )
    assert_shown(page_of(client, library), type(library), said, unseen)


def test_every_field_of_a_partner(client):
    texts = sentences(
        PartnerFactory._meta.model, "kind", "short_name", "cbs_code", "isil", "work_area_note", "mail_domains"
    )
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
    unseen = (
        {"kind", "short_name", "mail_domains", "invited_on"}
        | OF_ANOTHER_KIND["municipality"]
        | OF_ANOTHER_KIND["library"]
    )
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


def test_a_contact_person_is_only_named_when_that_is_allowed(client):
    secret = {"name": "Ans Visser", "email": "ans@voorbeeld.nl", "phone": "0612345678"}
    library = LibraryFactory()
    contact = ContactPersonFactory(organisation=library, is_public=False, **secret)
    initiative = InitiativeFactory(contact=contact)
    ParticipationFactory(initiative=initiative, organisation=library, role="trekker")

    pages = [page_of(client, initiative), page_of(client, library)]

    assert ["Breng me in contact" in page for page in pages] == [True, True]
    assert [text for text in secret.values() if any(text in page for page in pages)] == []
