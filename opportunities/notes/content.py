"""Choices → the content of a note: the same for the page, the PDF and the document; every figure has its footnote."""

from django.utils.formats import date_format

from initiatives.models import Initiative
from opportunities.calculation import Assumptions
from opportunities.choices import Audience
from opportunities.matrix_rows import Row
from opportunities.words import lower
from partners.models import Municipality
from wording.enumerations import joined

from .cases import case_of, is_of_now
from .core import core_of
from .footnotes import Footnotes
from .material import Material
from .table import questions_of, table_of
from .theme_texts import Duty
from .theme_words import THEME_OF

LONGEST_HEAD = 30  # letters before the colon of a step
STEPS = {
    1: "één stap",
    2: "twee stappen",
    3: "drie stappen",
    4: "vier stappen",
    5: "vijf stappen",
}


def compose(
    values: dict,
    material: Material,
    calculation: Assumptions | None = None,
) -> dict:
    """The content of a note, as JSON can hold it.

    ``values`` are those of a valid form, ``calculation`` where something is to be calculated.
    """
    audience = values["publiek"]
    rows = material.rows_of(values["thema"], THEME_OF.get(audience))
    themes = [row.theme for row in rows]
    examples = list(values["voorbeeld"])
    notes = Footnotes()
    duties = material.texts.duties_of(themes)
    proposal = proposal_of(values)
    core = core_of(material, rows, audience, examples, duties)
    return {
        **head_of(values, rows, material),
        "core": core + proposal_in_words(proposal["steps"]),
        "table": table_of(rows, material, notes),
        "unknown": questions_of(rows),
        "duties": [duty_in_note(duty) for duty in duties],
        "offers": material.texts.offers_for(themes),
        **examples_of(examples, notes, material),
        **proposal,
        "questions": material.texts.questions_about(themes),
        "calculation": calculation_of(calculation, notes),
        "footnotes": notes.texts,
    }


def proposal_of(values: dict) -> dict:
    """The steps that are proposed, how one sees whether they work, and what is asked."""
    return {
        "steps": [step_of(line) for line in values["voorstel"].splitlines()],
        "measures": values["meten"].splitlines(),
        "asks": values["vraag"].splitlines(),
    }


def head_of(
    values: dict,
    rows: list[Row],
    material: Material,
) -> dict:
    """What stands above a note: its title, where and when it is of, and the people."""
    return {
        "title": values["titel"] or title_of(rows, material.municipality),
        **where_and_when(material),
        **people_of(values),
    }


def where_and_when(material: Material) -> dict:
    """The municipality, and the day on which the note says what it says."""
    return {
        "municipality": material.municipality.name,
        "date": date_format(material.today, "j F Y"),
        "day": material.today.isoformat(),
    }


def people_of(values: dict) -> dict:
    """Who the note is from and for, and whom to call."""
    contact = [
        values["contact_naam"],
        values["contact_email"],
        values["contact_telefoon"],
    ]
    return {
        "library": values["bibliotheek"],
        "by": values["van"],
        "audience": values["publiek_naam"] or Audience(values["publiek"]).label,
        "contact": [text for text in contact if text],
    }


def duty_in_note(duty: Duty) -> dict:
    """A duty of the municipality, with where the law says so."""
    return {
        "theme": duty.theme,
        "text": duty.text,
        "place": duty.place,
    }


def title_of(
    rows: list[Row],
    municipality: Municipality,
) -> str:
    """``Eenzaamheid en taal in Utrecht``."""
    [first, *others] = rows
    names = [first.theme.name]
    for row in others:
        names.append(lower(row.theme.name))
    return f"{joined(names)} {municipality.where}"


def step_of(line: str) -> dict:
    """A step of the proposal: a word or two before the colon are its ``head``."""
    head, colon, text = line.partition(": ")
    if not colon or len(head) > LONGEST_HEAD:
        return {"head": "", "text": line}
    return {
        "head": head,
        "text": f"{text[:1].upper()}{text[1:]}",
    }


def proposal_in_words(steps: list[dict]) -> list[str]:
    """That there is a proposal, where there is one."""
    if not steps:
        return []
    count = STEPS.get(len(steps), f"{len(steps)} stappen")
    return [f"Wij stellen {count} voor."]


def examples_of(
    examples: list[Initiative],
    notes: Footnotes,
    material: Material,
) -> dict:
    """The examples and what stands above them."""
    return {
        "cases_heading": heading_of(examples, material),
        "cases": cases_of(examples, notes, material),
    }


def heading_of(
    examples: list[Initiative],
    material: Material,
) -> str:
    """What the examples are: they work where somebody says so, and else they were tried."""
    if all(is_of_now(example, material.today) for example in examples):
        return "Wat nu al gebeurt"
    return "Wat al is gedaan"


def cases_of(
    examples: list[Initiative],
    notes: Footnotes,
    material: Material,
) -> list[dict]:
    """The examples, each with what is known of who took it over."""
    taken_over = material.taken_over(examples)
    cases = []
    for example, by_others in zip(examples, taken_over, strict=True):
        case = case_of(example, notes, material.today, by_others)
        cases.append(case)
    return cases


def calculation_of(
    assumptions: Assumptions | None,
    notes: Footnotes,
) -> dict | None:
    """What it could bring, with the sources of the assumptions as footnotes."""
    if assumptions is None:
        return None
    return {
        "outcome": assumptions.in_words,
        "sums": assumptions.sums,
        "notes": [notes.number(source) for source in assumptions.sources],
    }
