"""Practice examples side by side."""

from datetime import date

from initiatives.models import Initiative
from initiatives.record import RECORD
from initiatives.record_field import RecordField
from wording.numbers import amount

from .comparing import UNKNOWN, CompareLine
from .models import Service

TAKEN_OVER = "Wie dit ook doet, naar eigen opgave"


def initiative_lines(
    initiatives: list[Initiative],
    today: date,
) -> list[CompareLine]:
    """What is known of examples (loaded ``for_page``), row by row; what is known of none of them is left out."""
    freshness = [initiative.freshness_on(today).label for initiative in initiatives]
    stories = [story_of(initiative, today) for initiative in initiatives]
    rows = {}
    for label in stories[0]:
        rows[label] = [" ".join(story[label].split()) for story in stories]
    rows[TAKEN_OVER] = taken_over_in_words(initiatives, today)
    lines = [CompareLine("Hoe zeker", freshness)]
    for label, texts in rows.items():
        if any(texts):
            cells = [text or UNKNOWN for text in texts]
            lines.append(CompareLine(label, cells))
    return lines


def taken_over_in_words(
    initiatives: list[Initiative],
    today: date,
) -> list[str]:
    """Of each example who took it over and what it brought, as they told it; empty where nobody did."""
    brought = Service.objects.filter(example__in=initiatives).brought(today)
    texts = []
    for initiative in initiatives:
        text = ""
        if initiative.pk in brought:
            text = brought[initiative.pk].in_words
        texts.append(text)
    return texts


def story_of(
    initiative: Initiative,
    today: date,
) -> dict[str, str]:
    """{label: text}, in the order of the record; empty where nobody knows it."""
    story = {}
    for entry in RECORD:
        if entry.compared:
            story[entry.compared] = text_of(entry, initiative, today)
    return story


def text_of(
    entry: RecordField,
    initiative: Initiative,
    today: date,
) -> str:
    """What a cell says of this field, where need be with what belongs to it."""
    if entry.name == "phase":
        return initiative.phase_on(today)
    if entry.name == "places" and initiative.is_national:
        return "In het hele land"
    if entry.name == "cost_band":
        return costs_of(initiative)
    if entry.name == "figures":
        return figures_of(initiative)
    if entry.name == "sources":
        return "; ".join(map(str, initiative.sources.all()))
    return entry.in_words(initiative)


def figures_of(initiative: Initiative) -> str:
    """All figures, each with its period."""
    texts = []
    for figure in initiative.figures.all():
        value = f"{amount(figure.value)} {figure.unit}"
        texts.append(f"{value} {figure.label} ({figure.period})")
    return "; ".join(texts)


def costs_of(initiative: Initiative) -> str:
    """Between which amounts, and what is known beside that."""
    if not initiative.cost_band:
        return initiative.cost_note
    return f"{initiative.get_cost_band_display()} {initiative.cost_note}"
