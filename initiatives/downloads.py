"""The overview as a file for a spreadsheet program."""

import csv
from itertools import chain

from django.http import StreamingHttpResponse

from initiatives.models import Initiative, Participation
from initiatives.record import (
    COSTS,
    FRONT_PAGE,
    STORY,
    TRUST,
    WHAT,
    WHEN,
    WHERE,
    fields_in,
)
from spreadsheets.formulas import harmless


def downloaded_in(*sections):
    """The fields of these sections of the record that are downloaded."""
    entries = []
    for section in sections:
        entries += [entry for entry in fields_in(section) if entry.downloaded]
    return entries


def headings(entries):
    """What stands above these fields."""
    return [entry.downloaded for entry in entries]


WHAT_IT_IS = downloaded_in(WHAT)
WHERE_AND_WHEN = downloaded_in(WHERE, STORY, WHEN)
THE_REST = downloaded_in(COSTS, TRUST, FRONT_PAGE)
ROLES = ["trekkers", "partners", "opdrachtgevers", "financiers"]
COLUMNS = [
    *headings(WHAT_IT_IS),
    *ROLES,
    *headings(WHERE_AND_WHEN),
    "gegevens",
    *headings(THE_REST),
    "webadres",
]
AT_ONCE = 500  # examples in memory


class Echo:
    """A file that gives back what is written, for a response that is sent while it is made."""

    def write(self, text):
        return text


def initiatives_as_csv(results, today, site):
    """A CSV response as Dutch spreadsheet programs expect it: UTF-8 with a mark, and semicolons.

    ``results`` are search documents of examples in order; ``site`` is the address before every path, like
    ``https://biebnetwerk.nl``.
    """
    writer = csv.writer(Echo(), delimiter=";")
    rows = rows_of(results, today, site)
    lines = (writer.writerow(map(harmless, row)) for row in rows)
    response = StreamingHttpResponse(
        chain(["\ufeff"], lines),
        content_type="text/csv; charset=utf-8",
    )
    response["Content-Disposition"] = (
        f'attachment; filename="praktijkvoorbeelden-{today}.csv"'
    )
    return response


def rows_of(results, today, site):
    """The headings, and a row for each example that is still on the site."""
    yield COLUMNS
    for start in range(0, len(results), AT_ONCE):
        ids = [document.object_id for document in results[start : start + AT_ONCE]]
        initiatives = Initiative.objects.published().for_cards().in_bulk(ids)
        for pk in ids:
            if pk in initiatives:
                yield row_of(initiatives[pk], today, site)


def row_of(initiative, today, site):
    """The cells of one example."""
    roles = {role: [] for role in Participation.Role.values}
    for participation in initiative.participations.all():
        roles[participation.role].append(participation.organisation)
    return [
        *values(WHAT_IT_IS, initiative, today),
        *[names(organisations) for organisations in roles.values()],
        *values(WHERE_AND_WHEN, initiative, today),
        initiative.freshness_on(today).label,
        *values(THE_REST, initiative, today),
        f"{site}{initiative.get_absolute_url()}",
    ]


def values(entries, initiative, today):
    """The cells of these fields."""
    cells = []
    for entry in entries:
        value = getattr(initiative, entry.name)
        if entry.name == "phase":
            cells.append(initiative.phase_on(today))
        elif hasattr(value, "all"):
            cells.append(names(value.all()))
        else:
            cells.append(entry.in_words(initiative))
    return cells


def names(named):
    """Names in one cell."""
    return ", ".join(map(str, named))
