from datetime import date

import pytest

from tests.constraints import Rule, same_as_another, wrongly_accepted, wrongly_refused
from tests.evidence_factories import CitationFactory, DocumentFactory, PhotoFactory, RecognitionFactory
from tests.factories import FigureFactory, LibraryFactory, NetworkFactory, ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

FIRST, SECOND = date(2020, 1, 1), date(2020, 1, 2)
OTHER_OWNERS = {"theme": ThemeFactory, "network": NetworkFactory, "organisation": LibraryFactory}


def also(owner):
    """Values for a ``Rule``: this owner beside the initiative that it already has."""
    return lambda row: {owner: OTHER_OWNERS[owner]()}


def only(owner):
    """Values for a ``Rule``: this owner and no initiative."""
    return lambda row: {"initiative": None, owner: OTHER_OWNERS[owner]()}


def same_of(owner, factory, *fields):
    """Values for a ``Rule``: the same as another row that has this owner and no initiative."""
    return lambda row: same_as_another(factory, "initiative", owner, *fields, **only(owner)(row))(row)


RULES = [
    Rule(
        "figure_about_one_thing",
        "Kies één ding waar dit over gaat: voorbeeld, thema, netwerk of organisatie.",
        FigureFactory,
        refused=[{"initiative": None}, also("theme"), also("network"), also("organisation")],
        accepted=[only("theme"), only("network"), only("organisation")],
    ),
    Rule(
        "figure_unique",
        "Dit cijfer staat er al voor deze periode.",
        FigureFactory,
        refused=[
            same_as_another(FigureFactory, "initiative", "label", "period"),
            *[same_of(owner, FigureFactory, "label", "period") for owner in OTHER_OWNERS],
        ],
        accepted=[
            same_as_another(FigureFactory, "initiative", "label", period="2017"),
            same_as_another(FigureFactory, "initiative", "period"),
            same_as_another(FigureFactory, "label", "period"),
        ],
    ),
    Rule(
        "citation_about_one_thing",
        "Kies één ding waar dit over gaat: voorbeeld, thema, netwerk of organisatie.",
        CitationFactory,
        refused=[{"initiative": None}, also("theme"), also("network"), also("organisation")],
        accepted=[only("theme"), only("network"), only("organisation")],
    ),
    Rule(
        "citation_unique",
        "Deze uitspraak staat er al.",
        CitationFactory,
        refused=[
            same_as_another(CitationFactory, "source", "speaker", "passage", "initiative"),
            *[same_of(owner, CitationFactory, "source", "speaker", "passage") for owner in OTHER_OWNERS],
        ],
        accepted=[
            same_as_another(CitationFactory, "speaker", "passage", "initiative"),
            same_as_another(CitationFactory, "source", "passage", "initiative"),
            same_as_another(CitationFactory, "source", "speaker", "initiative", passage="Alinea 2"),
            same_as_another(CitationFactory, "source", "speaker", "passage"),
        ],
    ),
    Rule(
        "document_title_not_empty",
        "Een document heeft een titel.",
        DocumentFactory,
        refused=[{"title": ""}],
        accepted=[{"title": "D"}],
    ),
    Rule(
        "photo_has_alt_text_and_credit",
        "Zeg wat er op de foto te zien is en wie hem maakte.",
        PhotoFactory,
        refused=[{"alt_text": ""}, {"credit": ""}],
        accepted=[{"alt_text": "Een bus", "credit": "Ik"}],
    ),
    Rule(
        "photo_of_one_thing",
        "Een foto hoort bij één voorbeeld of bij één organisatie.",
        PhotoFactory,
        refused=[{"initiative": None}, also("organisation")],
        accepted=[only("organisation")],
    ),
    Rule(
        "recognition_expires_after_award",
        "Een erkenning kan niet verlopen voordat ze is toegekend.",
        RecognitionFactory,
        refused=[{"awarded_on": FIRST, "expires_on": FIRST}, {"awarded_on": SECOND, "expires_on": FIRST}],
        accepted=[{"awarded_on": FIRST, "expires_on": SECOND}, {"expires_on": None}],
    ),
    Rule(
        "recognition_unique",
        "Deze erkenning staat er al.",
        RecognitionFactory,
        refused=[same_as_another(RecognitionFactory, "initiative", "body", "level")],
        accepted=[
            same_as_another(RecognitionFactory, "initiative", "body"),
            same_as_another(RecognitionFactory, "initiative", "level"),
            same_as_another(RecognitionFactory, "body", "level"),
        ],
    ),
]


def test_the_database_and_the_form_refuse_what_breaks_a_rule():
    assert wrongly_accepted(RULES) == []


def test_the_nearest_that_keeps_a_rule_is_accepted():
    assert wrongly_refused(RULES) == []
