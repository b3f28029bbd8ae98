"""A note says nothing that is not so: every sentence of it is held against what it was made from."""

import re
from collections import defaultdict

import pytest

from initiatives.models import MunicipalDuty
from opportunities.models import IndicatorValue
from tests.opportunities.note_rules import broken, confirmed, in_law, rows, strongest
from tests.opportunities.note_world import NoteWorld

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_content")]
NOW = "Hieronder staat wat elders al gebeurt rond "
THEN = "Hieronder staat wat elders al is gedaan rond "
STEPS = ["", "één stap", "twee stappen", "drie stappen", "vier stappen", "vijf stappen"]
STEPS += ["6 stappen", "7 stappen", "8 stappen"]
IN_GOVERNMENT = ("wethouder", "ambtenaar", "raad")
SHARES = {"bijna alle": 0.97, "negen van de tien": 0.9, "acht van de tien": 0.8, "zeven van de tien": 0.7}
SHARES |= {"zes van de tien": 0.6, "vijf van de tien": 0.5}
COMPARED = rf"(meer|minder) dan in ({'|'.join(SHARES)}) gemeenten"
MEANING = re.compile(rf"Dat is {COMPARED}\.")
AROUND = re.compile(rf"Dat is rond het midden: (?:{COMPARED}|ongeveer evenveel als in andere gemeenten)\.")
FIGURE = re.compile(r"\d+(?:,\d)?%?")


@pytest.fixture(scope="module")
def notes(starter_content, django_db_blocker):
    """What every municipality gets by itself for four audiences, and 2,000 notes that somebody might make."""
    with django_db_blocker.unblock():
        world = NoteWorld()
        made = [*world.usual_notes(), *world.random_notes(2000)]
    assert len(made) == 342 * 4 + 2000
    return made


def test_that_something_is_done_elsewhere_is_only_said_of_themes_with_such_an_example(notes):
    def rule(note):
        said = [sentence for sentence in note.content["core"] if sentence.startswith("Hieronder ")]
        expected = {NOW: set(), THEN: set()}
        for example in note.values["voorbeeld"]:
            places = [place.pk for place in example.places.all()]
            if example.is_national or set(places) - set(note.material.here):
                start = NOW if confirmed(note, example) else THEN
                chosen = {theme.pk for theme in note.values["thema"]}
                expected[start] |= {theme.name.lower() for theme in example.themes.all() if theme.pk in chosen}
        expected[THEN] -= expected[NOW]
        for start, names in expected.items():
            told = [sentence.lower() for sentence in said if sentence.startswith(start)]
            if bool(told) != bool(names) or any(name not in told[0] for name in names):
                yield said, names

    assert broken(notes, rule) == []


def test_every_example_has_its_year_and_state_and_what_is_old_is_told_as_of_then(notes):
    def rule(note):
        for example, case in zip(note.values["voorbeeld"], note.content["cases"], strict=True):
            if confirmed(note, example):
                state = f"bevestigd in {example.confirmed_on.year}"
                is_of_then = case["result_name"] == "Resultaat"
            else:
                word = "gestopt" if example.phase == "gestopt" else "niet bevestigd"
                state = f"{example.year}, {word}" if example.year else word
                first = re.split(r"(?<=[.!?]) ", case["summary"])[0]
                is_of_then = first.startswith("Zo werd het") or str(example.year) in first
                is_of_then = is_of_then and case["result_name"] == "Resultaat toen"
            if case["state"] != state or not is_of_then:
                yield case

    assert broken(notes, rule) == []


def test_examples_happen_now_only_where_all_of_them_are_confirmed(notes):
    def rule(note):
        is_of_now = all(confirmed(note, example) for example in note.values["voorbeeld"])
        if (note.content["cases_heading"] == "Wat nu al gebeurt") != is_of_now:
            yield note.content["cases_heading"]

    assert broken(notes, rule) == []


def test_nothing_is_labelled_as_not_known(notes):
    def rule(note):
        told = {name: value for name, value in note.content.items() if name != "footnotes"}
        if "nog niet bekend" in str(told).lower() or "Niet bekend" in str(told["table"]):
            yield told

    assert broken(notes, rule) == []


def test_what_is_not_known_is_asked_and_nothing_else(notes):
    def rule(note):
        asked = note.content["unknown"]
        about_policy = " ".join(question for question in asked if question.startswith("Wat wil de gemeente met"))
        about_supply = " ".join(question for question in asked if "wat is er al" in question.lower())
        every_name = " ".join(row.theme.name for row in rows(note))
        no_policy = [row.theme.name.lower() for row in rows(note) if not row.policy]
        no_supply = [row.theme.name.lower() for row in rows(note) if not row.supply]
        for count, word in ((2, "twee"), (3, "drie")):
            if count == len(rows(note)):
                about_policy = about_policy.replace(f"deze {word} thema’s", every_name)
                about_supply = about_supply.replace(f"deze {word} thema’s", every_name)
        if [name for name in no_policy if name not in about_policy.lower()] or bool(about_policy) != bool(no_policy):
            yield asked, no_policy
        if about_supply == "En wat is er al?":  # about the same themes as the question before it
            about_supply = f"{about_supply} {about_policy}"
        if [name for name in no_supply if name not in about_supply.lower()] or bool(about_supply) != bool(no_supply):
            yield asked, no_supply

    assert broken(notes, rule) == []


def test_the_first_sentence_is_the_strongest_figure_of_a_need_that_is_not_low(notes):
    def rule(note):
        first, *_ = note.content["core"]
        row = strongest(note)
        if row is None:
            if not first.startswith("We praten graag met je over "):
                yield first
            return
        if row.figure.short not in FIGURE.findall(first) or f"({row.figure.measurement.year}" not in first:
            yield first, row.figure

    assert broken(notes, rule) == []


def test_nobody_begins_a_talk_with_a_low_need_where_another_is_higher(notes):
    def rule(note):
        needs = [row.need for row in rows(note) if row.theme.slug != "werk-en-inkomen"]
        others = [row for row in note.material.matrix.measured_rows if row.theme not in note.values["thema"]]
        is_said = "Bij de andere thema’s waarvan we een cijfer hebben, is de behoefte laag." in note.content["core"]
        if "laag" in needs or (is_said and [row for row in others if row.need != "laag"]):
            yield needs, is_said
        around = [each for each in note.content["core"] if each.endswith("is de behoefte rond het midden.")]
        for row in rows(note):
            if is_said and row.need == "gemiddeld" and row.theme.name.lower() not in " ".join(around).lower():
                yield "low, though it is around the middle", row.theme.name

    assert broken(notes[: 342 * 4], rule) == []


def test_an_estimate_is_called_one_wherever_its_figure_stands(notes):
    def rule(note):
        told = {row["theme"]: row["figure"] for row in note.content["table"]["rows"]}
        for row in rows(note):
            is_estimate = bool(row.figure) and row.figure.measurement.method.startswith("Berekende schatting")
            if is_estimate != ("berekende schatting" in told[row.theme.name]):
                yield told

    assert broken(notes, rule) == []


@pytest.fixture(scope="module")
def figures(starter_content, django_db_blocker):
    """{measurement id: all its figures}."""
    with django_db_blocker.unblock():
        figures = defaultdict(list)
        for measurement_id, value in IndicatorValue.objects.values_list("measurement_id", "value"):
            figures[measurement_id].append(value)
    return figures


def test_what_the_strongest_figure_means_is_so(notes, figures):
    def rule(note):
        row = strongest(note)
        if row is None:
            return
        told = note.content["core"][1]
        found = (MEANING if row.need == "hoog" else AROUND).fullmatch(told)
        if found is None:
            yield told
            return
        value, others = row.figure.value, figures[row.figure.measurement.pk]
        if found[1] is None:
            below, above = (sum(other < value for other in others), sum(other > value for other in others))
            if max(below, above) >= len(others) * 0.5:
                yield told, below, above
            return
        fewer = sum(other < value if found[1] == "meer" else other > value for other in others)
        if fewer < len(others) * SHARES[found[2]]:
            yield told, fewer, len(others)

    assert broken(notes, rule) == []


def test_a_duty_stands_in_the_law_and_is_told_to_a_government(notes):
    duties = MunicipalDuty.objects.select_related("theme")
    known = {(duty.theme.name, duty.text, f"{duty.law}, {duty.article}") for duty in duties}

    def rule(note):
        names = {theme.name for theme in note.values["thema"]}
        for duty in note.content["duties"]:
            if duty["theme"] not in names or (duty["theme"], duty["text"], duty["place"]) not in known:
                yield duty
        told = [sentence for sentence in note.content["core"] if "geeft de gemeente een taak" in sentence]
        if told and (note.values["publiek"] not in IN_GOVERNMENT or in_law(note) not in told[0]):
            yield told

    assert broken(notes, rule) == []


def test_the_number_of_steps_is_that_of_the_proposal(notes):
    def rule(note):
        told = [sentence for sentence in note.content["core"] if sentence.startswith("Wij stellen ")]
        count = len(note.content["steps"])
        expected = [f"Wij stellen {STEPS[count]} voor."] if count else []
        if told != expected:
            yield told

    assert broken(notes, rule) == []


def test_the_table_tells_the_figures_of_the_municipality(notes):
    def rule(note):
        for row in rows(note):
            [told] = [each for each in note.content["table"]["rows"] if each["theme"] == row.theme.name]
            cells = {cell["column"]: cell["text"] for cell in told["cells"]}
            if row.figure and row.figure.value is not None:
                [here] = [text for column, text in cells.items() if column.endswith(f" {note.material.municipality}")]
                if (here, cells["Midden van Nederland"]) != (row.figure.short, row.figure.median):
                    yield cells
            if row.need and cells["Behoefte"] != row.need.label:
                yield cells

    assert broken(notes, rule) == []


def test_every_note_that_nobody_changed_is_whole(notes):
    def rule(note):
        content = note.content
        for name in ("core", "duties", "offers", "steps", "measures", "asks", "questions", "footnotes"):
            if not content[name]:
                yield name
        if len(content["steps"]) != 3 or not all(step["head"] for step in content["steps"]):
            yield content["steps"]
        if not 1 <= len(content["cases"]) <= 2:
            yield content["cases"]

    assert broken(notes[: 342 * 4], rule) == []
