from datetime import date

import pytest

from initiatives.models import Initiative
from tests.evidence_factories import CitationFactory, DocumentFactory, PhotoFactory, RecognitionFactory
from tests.factories import (
    FigureFactory,
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    ParticipationFactory,
    PartnerFactory,
    TargetGroupFactory,
)

pytestmark = pytest.mark.django_db

TODAY, TOMORROW, YESTERDAY = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 1)

NAMED = [
    (CitationFactory, {"speaker": "Wie", "source__title": "Het artikel"}, "Wie in Het artikel"),
    (DocumentFactory, {"title": "Toolkit"}, "Toolkit"),
    (FigureFactory, {"label": "deelnemers", "period": "2016"}, "deelnemers (2016)"),
    (InitiativeFactory, {"title": "Taalcafé"}, "Taalcafé"),
    (
        ParticipationFactory,
        {"organisation__name": "UWV", "initiative__title": "Taalcafé", "role": "opdrachtgever"},
        "UWV: opdrachtgever van Taalcafé",
    ),
    (PhotoFactory, {"alt_text": "Een bus"}, "Een bus"),
    (RecognitionFactory, {"level": "Goed beschreven", "body__name": "Movisie"}, "Goed beschreven (Movisie)"),
    (TargetGroupFactory, {"name": "Jongeren"}, "Jongeren"),
]

FRESHNESS = [
    ({}, "niet-bevestigd"),
    ({"next_check_on": TOMORROW}, "niet-bevestigd"),
    ({"confirmed_on": YESTERDAY}, "bevestigd"),
    ({"confirmed_on": YESTERDAY, "next_check_on": TOMORROW}, "bevestigd"),
    ({"confirmed_on": YESTERDAY, "next_check_on": TODAY}, "niet-bevestigd"),
    ({"confirmed_on": date(2025, 1, 1), "next_check_on": YESTERDAY}, "niet-bevestigd"),
    ({"phase": "lopend", "confirmed_on": YESTERDAY}, "bevestigd"),
    ({"phase": "gestopt"}, "afgerond"),
    ({"phase": "gestopt", "confirmed_on": YESTERDAY, "next_check_on": TOMORROW}, "afgerond"),
]


def test_object_is_called():
    assert [(factory, values, str(factory(**values))) for factory, values, _ in NAMED] == NAMED


def test_page_has_the_address():
    assert InitiativeFactory(slug="hier").get_absolute_url() == "/praktijkvoorbeelden/hier/"
    assert TargetGroupFactory(slug="hier").get_absolute_url() == "/praktijkvoorbeelden/?doelgroep=hier"


def test_freshness_on_a_day():
    assert [(values, Initiative(**values).freshness_on(TODAY)) for values, _ in FRESHNESS] == FRESHNESS


def test_new_initiative_is_a_draft():
    assert Initiative().publication_state == "concept"


def test_only_a_published_initiative_is_published():
    for state in Initiative.PublicationState.values:
        InitiativeFactory(publication_state=state)

    found = [each.publication_state for each in Initiative.objects.all() if each.is_published]

    assert found == ["gepubliceerd"]
    assert [each.publication_state for each in Initiative.objects.published()] == found


def test_former_places_are_told_in_words():
    ended = MunicipalityFactory(name="Weesp", valid_until=date(2022, 3, 24))
    found = {year: InitiativeFactory(year=year, places=[ended, MunicipalityFactory()]) for year in (2019, None)}

    assert {year: each.former_places for year, each in found.items()} == {
        2019: ["in 2019 gemeente Weesp"],
        None: ["destijds gemeente Weesp"],
    }


def test_places_of_today_are_no_former_places():
    assert InitiativeFactory(places=[MunicipalityFactory()]).former_places == []


def test_leads_are_apart_from_companions():
    initiative = InitiativeFactory()
    roles = ["trekker", "partner", "opdrachtgever", "financier"]
    taking_part = [ParticipationFactory(initiative=initiative, role=role).organisation.pk for role in roles]

    found = [each.pk for each in initiative.leads], sorted(each.pk for each in initiative.companions)

    assert found == (taking_part[:1], taking_part[1:])


def test_companion_in_two_roles_is_told_once():
    initiative, insurer = InitiativeFactory(), PartnerFactory()
    for role in ("partner", "financier"):
        ParticipationFactory(initiative=initiative, organisation=insurer, role=role)

    assert [each.pk for each in initiative.companions] == [insurer.pk]


def test_lead_in_another_role_is_both():
    initiative, library = InitiativeFactory(), LibraryFactory()
    for role in ("trekker", "financier"):
        ParticipationFactory(initiative=initiative, organisation=library, role=role)

    found = [[each.pk for each in group] for group in (initiative.leads, initiative.companions)]

    assert found == [[library.pk], [library.pk]]


def test_those_who_take_part_elsewhere_are_no_companions():
    ParticipationFactory()

    assert InitiativeFactory().companions == []


def test_initiatives_are_in_dutch_order_of_their_title():
    for title in ("Zomerlezen", "Écht contact", "De Taalbus", "'t Leesuur", "eropuit"):
        InitiativeFactory(title=title)

    found = [each.title for each in Initiative.objects.all()]

    assert found == ["Écht contact", "eropuit", "'t Leesuur", "De Taalbus", "Zomerlezen"]
