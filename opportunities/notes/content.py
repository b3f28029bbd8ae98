"""Choices → the content of a note: the same for the page, the PDF and the document; every figure has its footnote."""

from datetime import date

from django.utils.formats import date_format

from initiatives.models import Initiative, LibraryOffer, Theme
from opportunities.calculation import Assumptions
from opportunities.choices import Audience, Need
from opportunities.matrix import Matrix, MatrixMaker, Row
from opportunities.words import lower
from partners.models import Municipality
from wording.enumerations import joined

from .drafts import most_promising_first
from .footnotes import Footnotes, figure_source, policy_source, source_in_words, supply_source
from .forms import NoteForm

MOST_OFFERS = 6
MOST_QUESTIONS = 5
LONGEST_SUMMARY = 220  # characters of an example: four of them fit on the first page


def compose(*, form: NoteForm, calculation: Assumptions | None, today: date) -> dict:
    """The content of a valid form, as JSON can hold it; ``calculation`` where something is to be calculated."""
    values = form.cleaned_data
    municipality = values["gemeente"]
    themes = list(values["thema"])
    examples = values["voorbeeld"]
    matrix = MatrixMaker([municipality.pk], today, leads_only=True).matrix(municipality.pk)
    rows = most_promising_first([matrix.row_of(theme) for theme in themes])
    notes = Footnotes()
    contact = [values["contact_naam"], values["contact_email"], values["contact_telefoon"]]
    content = {
        "title": values["titel"] or title_of(rows, municipality),
        "municipality": municipality.name,
        "date": date_format(today, "j F Y"),
        "by": values["van"],
        "audience": values["publiek_naam"] or Audience(values["publiek"]).label,
        "core": core_of(rows, matrix, municipality, has_examples=bool(examples)),
        "rows": [row_of_note(row, matrix, notes) for row in rows],
        "cases": [case_of(example, notes) for example in examples],
        "proposal": values["voorstel"].splitlines(),
        "asks": values["vraag"].splitlines(),
        "offers": offers_for(themes),
        "questions": questions_about(themes),
        "calculation": calculation_of(calculation, notes),
        "contact": [text for text in contact if text],
    }
    content["footnotes"] = notes.texts
    return content


def title_of(rows: list[Row], municipality: Municipality) -> str:
    """``Eenzaamheid en taal in Utrecht``."""
    first, *others = [row.theme.name for row in rows]
    names = [first, *(lower(name) for name in others)]
    return f"{joined(names)} in {municipality}"


def core_of(rows: list[Row], matrix: Matrix, municipality: Municipality, *, has_examples: bool) -> str:
    """Two or three sentences that can stand alone."""
    names = [lower(row.theme.name) for row in rows]
    needed = [lower(row.theme.name) for row in rows if row.need == Need.HIGH]
    in_policy = []
    for row in rows:
        if matrix.wishes.own_passages(row.theme_ids):
            in_policy.append(lower(row.theme.name))
    sentences = [f"We praten graag met je over {joined(names)} in {municipality}."]
    if needed:
        sentences = [f"De behoefte in {municipality} is hoog op {themes_called(needed)}."]
    if in_policy:
        sentences.append(f"Het beleid noemt {joined(in_policy)}.")
    if has_examples:
        sentences.append("Elders doen bibliotheken en hun partners daar al iets aan.")
    sentences.append("Dit stellen wij voor.")
    return " ".join(sentences)


def themes_called(names: list[str]) -> str:
    """``het thema taal`` or ``de thema’s taal en eenzaamheid``."""
    if len(names) == 1:
        return f"het thema {names[0]}"
    return f"de thema’s {joined(names)}"


def row_of_note(row: Row, matrix: Matrix, notes: Footnotes) -> dict:
    """A line of the table; the figure with the middle of the country, and numbers of footnotes."""
    figure = ""
    figure_note = None
    if row.figure:
        value = row.figure.in_words
        if row.figure.value is None:
            value = "alleen cijfers van voor de herindeling"
        figure = f"{row.figure.indicator}: {value} (middelste gemeente: {row.figure.median})"
        figure_note = notes.number(figure_source(row.figure))
    return {
        "theme": row.theme.name,
        "need": row.need.label,
        "policy": row.policy.label,
        "supply": row.supply.label,
        "chance": row.chance.label,
        "chance_key": str(row.chance),
        "figure": figure,
        "figure_note": figure_note,
        "policy_note": notes.number(policy_source(row, matrix.wishes)),
        "supply_note": notes.number(supply_source(row, matrix.supplies)),
    }


def case_of(initiative: Initiative, notes: Footnotes) -> dict:
    """An example from elsewhere, short enough for the first page."""
    summary = initiative.summary
    if len(summary) > LONGEST_SUMMARY:
        whole_words = summary[:LONGEST_SUMMARY].rsplit(" ", 1)[0]
        summary = f"{whole_words.rstrip('.,;')} …"
    where = joined(initiative.places.all())
    if initiative.is_national:
        where = "In het hele land"
    year = "jaar van de gegevens niet bekend"
    if initiative.year:
        year = f"gegevens uit {initiative.year}"
    sources = "; ".join(source_in_words(source) for source in initiative.sources.all()) or "Bieb Netwerk"
    return {
        "title": initiative.title,
        "summary": summary,
        "where": where,
        "slug": initiative.slug,
        "note": notes.number(f"{initiative.title}: {year}. Bron: {sources}."),
    }


def offers_for(themes: list[Theme]) -> list[str]:
    """What a library can do for these themes, some of each; for a theme without offers those of its main theme."""
    theme_ids = set()
    for theme in themes:
        theme_ids |= {theme.pk, theme.parent_id}
    by_theme = {}
    for offer in LibraryOffer.objects.filter(theme__in=theme_ids - {None}).order_by("position", "pk"):
        by_theme.setdefault(offer.theme_id, []).append(offer.text)
    most_of_each = MOST_OFFERS // max(len(themes), 1)
    offers = []
    for theme in themes:
        texts = by_theme.get(theme.pk) or by_theme.get(theme.parent_id, [])
        offers += texts[:most_of_each]
    return list(dict.fromkeys(offers))


def questions_about(themes: list[Theme]) -> list[str]:
    """Questions for the talk, at most two of each theme."""
    questions = []
    for theme in themes:
        questions += [question.text for question in theme.questions.all()[:2]]
    return list(dict.fromkeys(questions))[:MOST_QUESTIONS]


def calculation_of(assumptions: Assumptions | None, notes: Footnotes) -> dict | None:
    """What it could bring, with the sources of the assumptions as footnotes."""
    if assumptions is None:
        return None
    sources = [
        f"Percentage dat slaagt: {assumptions.success_source}",
        f"Besparing per persoon: {assumptions.saving_source}",
    ]
    return {
        "outcome": assumptions.in_words,
        "sums": assumptions.sums,
        "notes": [notes.number(source) for source in sources],
    }
