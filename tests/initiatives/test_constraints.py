from datetime import date

import pytest

from tests.constraints import Rule, same_as_another, wrongly_accepted, wrongly_refused
from tests.factories import (
    ConversationQuestionFactory,
    InitiativeFactory,
    LibraryOfferFactory,
    MunicipalDutyFactory,
    ParticipationFactory,
    PartnerFactory,
    ThemeFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

FIRST, SECOND = date(2020, 1, 1), date(2020, 1, 2)

RULES = [
    Rule(
        "initiative_title_and_summary",
        "Een praktijkvoorbeeld heeft een titel en een samenvatting.",
        InitiativeFactory,
        refused=[{"title": ""}, {"summary": ""}],
        accepted=[{"title": "A", "summary": "B"}],
    ),
    Rule(
        "initiative_slug_not_a_page",
        "Dit kenmerk is al het adres van een andere pagina.",
        InitiativeFactory,
        refused=[{"slug": "kaart"}, {"slug": "csv"}],
        accepted=[{"slug": "kaarten"}],
    ),
    Rule(
        "initiative_entry_kind_known",
        "Kies wat het is: praktijkvoorbeeld, idee, document of campagne.",
        InitiativeFactory,
        refused=[{"entry_kind": "lied"}, {"entry_kind": ""}],
        accepted=[{"entry_kind": kind} for kind in ("practice", "idea", "document", "campaign")],
    ),
    Rule(
        "initiative_phase_known",
        "Kies een fase uit de lijst.",
        InitiativeFactory,
        refused=[{"phase": "bedacht"}],
        accepted=[{"phase": phase} for phase in ("", "idee", "pilot", "lopend", "structureel", "gestopt")],
    ),
    Rule(
        "initiative_publication_state_known",
        "Kies een publicatiestand uit de lijst.",
        InitiativeFactory,
        refused=[{"publication_state": "verborgen"}, {"publication_state": ""}],
        accepted=[{"publication_state": state} for state in ("concept", "ingezonden", "gepubliceerd", "gearchiveerd")],
    ),
    Rule(
        "initiative_stop_reason_only_when_stopped",
        "Alleen wat gestopt is, heeft een reden en een jaar van stoppen.",
        InitiativeFactory,
        refused=[
            {"phase": "lopend", "stop_reason": "Geen geld."},
            {"phase": "lopend", "end_year": 2020},
            {"phase": "", "end_year": 2020},
        ],
        accepted=[{"phase": "gestopt", "stop_reason": "Geen geld.", "end_year": 2020}, {"phase": "gestopt"}],
    ),
    Rule(
        "initiative_start_month_has_year",
        "Een beginmaand is 1 tot en met 12, en heeft een jaar.",
        InitiativeFactory,
        refused=[
            {"start_month": 5},
            {"start_month": 0, "start_year": 2020},
            {"start_month": 13, "start_year": 2020},
        ],
        accepted=[
            {"start_month": 1, "start_year": 2020},
            {"start_month": 12, "start_year": 2020},
            {"start_year": 2020},
        ],
    ),
    Rule(
        "initiative_years_plausible",
        "Een jaar ligt tussen 1950 en 2100.",
        InitiativeFactory,
        refused=[
            {field: year, "phase": "gestopt"} for field in ("year", "start_year", "end_year") for year in (1949, 2101)
        ],
        accepted=[
            {field: year, "phase": "gestopt"} for field in ("year", "start_year", "end_year") for year in (1950, 2100)
        ],
    ),
    Rule(
        "initiative_stops_after_start",
        "Een voorbeeld kan niet stoppen voordat het begon.",
        InitiativeFactory,
        refused=[{"phase": "gestopt", "start_year": 2021, "end_year": 2020}],
        accepted=[{"phase": "gestopt", "start_year": 2020, "end_year": 2020}],
    ),
    Rule(
        "initiative_confirmed_on_and_by",
        "Geef bij een bevestiging de datum en de organisatie.",
        InitiativeFactory,
        refused=[{"confirmed_on": FIRST}, lambda initiative: {"confirmed_by": PartnerFactory()}],
        accepted=[lambda initiative: {"confirmed_on": FIRST, "confirmed_by": PartnerFactory()}],
    ),
    Rule(
        "initiative_checked_after_confirmation",
        "De volgende controle ligt na de bevestiging.",
        lambda: InitiativeFactory(confirmed_on=FIRST, confirmed_by=PartnerFactory()),
        refused=[{"next_check_on": FIRST}, {"confirmed_on": SECOND, "next_check_on": FIRST}],
        accepted=[
            {"next_check_on": SECOND},
            {"confirmed_on": None, "confirmed_by": None, "next_check_on": FIRST},
        ],
    ),
    Rule(
        "initiative_published_has_next_check",
        "Geef bij een gepubliceerd voorbeeld de datum waarop je het weer controleert.",
        InitiativeFactory,
        refused=[{"next_check_on": None}],
        accepted=[
            {"next_check_on": FIRST},
            *[
                {"publication_state": state, "next_check_on": None}
                for state in ("concept", "ingezonden", "gearchiveerd")
            ],
        ],
    ),
    Rule(
        "participation_unique",
        "Deze organisatie heeft deze rol al.",
        ParticipationFactory,
        refused=[same_as_another(ParticipationFactory, "initiative", "organisation", "role")],
        accepted=[
            same_as_another(ParticipationFactory, "initiative", "organisation", role="trekker"),
            same_as_another(ParticipationFactory, "initiative", "role"),
            same_as_another(ParticipationFactory, "organisation", "role"),
        ],
    ),
    Rule(
        "participation_role_known",
        "Een rol is trekker, partner, opdrachtgever of financier.",
        ParticipationFactory,
        refused=[{"role": "baas"}, {"role": ""}],
        accepted=[{"role": role} for role in ("trekker", "partner", "opdrachtgever", "financier")],
    ),
    Rule(
        "theme_not_its_own_parent",
        "Een thema kan geen deel van zichzelf zijn.",
        ThemeFactory,
        refused=[lambda theme: {"parent": theme, "placement_note": "Hoort hierbij."}],
        accepted=[{"parent": None}],
    ),
    Rule(
        "subtheme_has_placement_note",
        "Leg bij een deelthema uit waarom het onder dit hoofdthema staat.",
        ThemeFactory,
        refused=[lambda theme: {"parent": ThemeFactory(), "placement_note": ""}],
        accepted=[
            lambda theme: {"parent": ThemeFactory(), "placement_note": "Hoort hierbij."},
            {"parent": None, "placement_note": ""},
        ],
    ),
    Rule(
        "library_offer_unique",
        "Dit staat al bij dit thema.",
        LibraryOfferFactory,
        refused=[same_as_another(LibraryOfferFactory, "theme", "text")],
        accepted=[same_as_another(LibraryOfferFactory, "theme"), same_as_another(LibraryOfferFactory, "text")],
    ),
    Rule(
        "municipal_duty_unique",
        "Deze taak staat al bij dit thema.",
        MunicipalDutyFactory,
        refused=[same_as_another(MunicipalDutyFactory, "theme", "text")],
        accepted=[same_as_another(MunicipalDutyFactory, "theme"), same_as_another(MunicipalDutyFactory, "text")],
    ),
    Rule(
        "conversation_question_unique",
        "Deze vraag staat al bij dit thema.",
        ConversationQuestionFactory,
        refused=[same_as_another(ConversationQuestionFactory, "theme", "text")],
        accepted=[
            same_as_another(ConversationQuestionFactory, "theme"),
            same_as_another(ConversationQuestionFactory, "text"),
        ],
    ),
]


def test_the_database_and_the_form_refuse_what_breaks_a_rule():
    assert wrongly_accepted(RULES) == []


def test_the_nearest_that_keeps_a_rule_is_accepted():
    assert wrongly_refused(RULES) == []
