from datetime import time

import pytest

from tests.constraints import Rule, same_as_another, wrongly_accepted, wrongly_refused
from tests.event_factories import AppearanceFactory, ParallelSessionFactory, SessionFactory, SpeakerFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

TEN, ELEVEN = time(10), time(11)

RULES = [
    Rule(
        "session_title_not_empty",
        "Een programmaonderdeel heeft een titel.",
        SessionFactory,
        refused=[{"title": ""}],
        accepted=[{"title": "A"}],
    ),
    Rule(
        "session_round_when_parallel",
        "Een deelsessie heeft een ronde (1 of meer); andere onderdelen niet.",
        SessionFactory,
        refused=[
            {"kind": "deelsessie", "round": None},
            {"kind": "deelsessie", "round": 0},
            {"kind": "plenair", "round": 1},
            {"kind": "pauze", "round": 1},
            {"kind": "iets", "round": None},
        ],
        accepted=[{"kind": "deelsessie", "round": 1}, {"kind": "plenair"}, {"kind": "pauze"}],
    ),
    Rule(
        "session_ends_after_begin",
        "Een onderdeel eindigt na het begin. Begint het om 17 uur of later, dan kan het tot 6 uur ’s nachts duren.",
        SessionFactory,
        refused=[
            {"begins": ELEVEN, "ends": TEN},
            {"begins": TEN, "ends": TEN},
            {"ends": TEN},
            {"begins": time(16, 59), "ends": time(0, 30)},
            {"begins": time(20), "ends": time(6, 1)},
        ],
        accepted=[
            {"begins": TEN, "ends": ELEVEN},
            {"begins": TEN},
            {"begins": None, "ends": None},
            {"begins": time(17), "ends": time(6)},
            {"begins": time(20), "ends": time(0, 30)},
        ],
    ),
    Rule(
        "session_capacity_when_parallel",
        "Alleen een deelsessie heeft een aantal plekken: minstens één.",
        ParallelSessionFactory,
        refused=[{"capacity": 0}, {"kind": "plenair", "round": None, "capacity": 20}],
        accepted=[{"capacity": 1}, {"capacity": None}, {"kind": "pauze", "round": None, "capacity": None}],
    ),
    Rule(
        "speaker_name_not_empty",
        "Een spreker heeft een naam.",
        SpeakerFactory,
        refused=[{"name": ""}],
        accepted=[{"name": "A"}],
    ),
    Rule(
        "appearance_unique",
        "Deze persoon heeft deze rol al.",
        AppearanceFactory,
        refused=[
            same_as_another(AppearanceFactory, "event", "session", "speaker", "role"),
            lambda row: same_as_another(
                AppearanceFactory, "event", "session", "speaker", "role", session=SessionFactory(event=row.event)
            )(row),
        ],
        accepted=[
            same_as_another(AppearanceFactory, "event", "session", "speaker", role="panellid"),
            same_as_another(AppearanceFactory, "event", "session", "role"),
            same_as_another(AppearanceFactory, "session", "speaker", "role"),
            lambda row: {
                **same_as_another(AppearanceFactory, "event", "speaker", "role")(row),
                "session": SessionFactory(event=row.event),
            },
        ],
    ),
    Rule(
        "appearance_role_known",
        "Een rol is dagvoorzitter, spreker, moderator of panellid.",
        AppearanceFactory,
        refused=[{"role": "zanger"}, {"role": ""}],
        accepted=[{"role": role} for role in ("dagvoorzitter", "spreker", "moderator", "panellid")],
    ),
]


def test_the_database_and_the_form_refuse_what_breaks_a_rule():
    assert wrongly_accepted(RULES) == []


def test_the_nearest_that_keeps_a_rule_is_accepted():
    assert wrongly_refused(RULES) == []
