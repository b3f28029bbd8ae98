"""The cell of the spreadsheet of examples that holds their figures, one on each line.

A line is ``bezoekers: zo’n 1500 per jaar (2016) [jaarverslag-2016]``: what it is, what stands before the number, the
number, its unit, the period and the source.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError

from sources.models import Source
from spreadsheets.parts import Parts
from spreadsheets.references import Reference
from spreadsheets.widgets import Number, Text
from wording.numbers import plain_number

from .models import Figure

AMOUNT = re.compile(r"([^0-9]*?)([-+]?[0-9][0-9.,\u00a0\u202f ]*)(.*)")
HOW = "wat: aantal eenheid (periode) [bron]"


@dataclass(frozen=True)
class FigureLine:
    """A figure as a line of a cell says it."""

    label: str
    qualifier: str
    value: Decimal
    unit: str
    period: str
    source: Source

    def __str__(self):
        number = plain_number(self.value)
        amount = " ".join(filter(None, [self.qualifier, number, self.unit]))
        return f"{self.label}: {amount} ({self.period}) [{self.source.slug}]"

    @property
    def key(self):
        """By which a figure of an example is recognised."""
        return self.label, self.period

    def fill(self, figure):
        """Give a figure what the line says."""
        for name in ("label", "qualifier", "value", "unit", "period", "source"):
            setattr(figure, name, getattr(self, name))


def line_of(figure):
    """The line that says this figure."""
    return FigureLine(
        figure.label,
        figure.qualifier,
        figure.value,
        figure.unit,
        figure.period,
        figure.source,
    )


def ending_in(text, opening, closing):
    """(what stands before, what stands inside) for a text that ends in something between these brackets."""
    if not text.endswith(closing):
        return text, ""
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        if text[place] == closing:
            depth += 1
        elif text[place] == opening:
            depth -= 1
        if depth == 0:
            return text[:place].strip(), text[place + 1 : -1].strip()
    return text, ""


class FigureLines(Parts):
    """The figures of an example; of one that stays, how sure its source is and its note are kept.

    A line without a source has that of the row, where the row has one.
    """

    prefetch = "figures__source"

    def __init__(self):
        super().__init__()
        self.reference = Reference(Source)
        self.number = Number(decimals=True)

    def clean(self, value, row=None, **kwargs):
        self.reference.forget_cell()
        lines = []
        for text in Text().clean(value).splitlines():
            if text.strip():
                lines.append(self.read(text.strip(), row or {}))
        keys = [line.key for line in lines]
        for label, period in keys:
            if keys.count((label, period)) > 1:
                raise ValueError(f"‘{label}’ staat er twee keer voor {period}.")
        return lines

    def read(self, text, row):
        """The figure that a line says."""
        rest, source = ending_in(text, "[", "]")
        rest, period = ending_in(rest, "(", ")")
        label, _, amount = rest.rpartition(": ")
        match = AMOUNT.fullmatch(amount.strip())
        if not label or not period or match is None:
            raise ValueError(f"‘{text}’ is geen cijfer. Schrijf het zo: {HOW}.")
        qualifier, number, unit = (piece.strip() for piece in match.groups())
        value = self.number.clean(number)
        line = FigureLine(
            label.strip(),
            qualifier,
            value,
            unit,
            period,
            self.source_of(text, source, row),
        )
        self.check(text, line)
        return line

    def source_of(self, text, source, row):
        """The source that a line names, or the only one of its row."""
        source = source or row.get("bronnen", "").strip()
        if not source:
            raise ValueError(
                f"Zet achter ‘{text}’ tussen rechte haken de bron, of vul de kolom bronnen in."
            )
        named = self.reference.look_up(source)
        if named is None:
            raise ValueError(f"‘{text}’ heeft geen bron die de site kent.")
        return named

    def check(self, text, line):
        """Refuse what is longer or larger than a figure can be."""
        figure = Figure()
        line.fill(figure)
        try:
            figure.clean_fields()
        except ValidationError as error:
            raise ValueError(f"‘{text}’: {' '.join(error.messages)}") from None

    def there(self, rows):
        return [line_of(figure) for figure in rows.all()]

    def shown(self, value):
        return "\n".join(map(str, value))

    def tell_words(self, words):
        self.reference.tell_words(words)

    def meanings(self):
        return self.reference.meanings()

    def remarks(self):
        return self.reference.remarks()

    def explained(self):
        return f"een cijfer per regel van de cel, zo: {HOW}; zonder [bron] geldt de bron van de rij"

    def keep(self, wanted):
        there = {}
        for figure in Figure.objects.filter(initiative__in=wanted).select_related(
            "source"
        ):
            there[figure.initiative_id, figure.label, figure.period] = figure
        kept = []
        for initiative, lines in wanted.items():
            for position, line in enumerate(lines, 1):
                figure = there.pop((initiative.pk, *line.key), None) or Figure(
                    initiative=initiative
                )
                if figure.pk is None or str(line_of(figure)) != str(line):
                    # as it is, it may have been read otherwise
                    line.fill(figure)
                figure.position = position
                kept.append(figure)
        Figure.objects.filter(pk__in=[figure.pk for figure in there.values()]).delete()
        Figure.objects.bulk_create([figure for figure in kept if figure.pk is None])
        changed = [figure for figure in kept if figure.pk is not None]
        names = ["label", "qualifier", "value", "unit", "period", "source", "position"]
        Figure.objects.bulk_update(changed, names)
