"""The overview as a file for a spreadsheet program."""

import csv
from itertools import chain

from django.http import StreamingHttpResponse

from initiatives.models import Initiative, Participation
from spreadsheets.formulas import harmless

COLUMNS = [
    "titel", "wat is het", "samenvatting", "thema’s", "doelgroepen", "trekkers", "partners", "opdrachtgevers",
    "financiers", "gemeenten", "landelijk", "fase", "jaar van de gegevens", "gegevens", "kosten", "webadres",
]  # fmt: skip


AT_ONCE = 500  # examples in memory


class _Echo:
    """A file that gives back what is written, for a response that is sent while it is made."""

    def write(self, text):
        return text


def initiatives_as_csv(results, today, site):
    """A CSV response as Dutch spreadsheet programs expect it: UTF-8 with a mark, and semicolons.

    ``results`` are search documents of examples in order; ``site`` is the address before every path, like
    ``https://biebnetwerk.nl``.
    """
    writer = csv.writer(_Echo(), delimiter=";")
    lines = (writer.writerow(map(harmless, row)) for row in _rows(results, today, site))
    response = StreamingHttpResponse(chain(["\ufeff"], lines), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="praktijkvoorbeelden-{today}.csv"'
    return response


def _rows(results, today, site):
    yield COLUMNS
    for start in range(0, len(results), AT_ONCE):
        ids = [document.object_id for document in results[start : start + AT_ONCE]]
        found = Initiative.objects.published().for_cards().in_bulk(ids)
        yield from (_row(found[pk], today, site) for pk in ids if pk in found)


def _row(initiative, today, site):
    roles = {role: [] for role in Participation.Role.values}
    for participation in initiative.participations.all():
        roles[participation.role].append(participation.organisation)
    return [
        initiative.title,
        initiative.get_entry_kind_display(),
        initiative.summary,
        _names(initiative.themes.all()),
        _names(initiative.target_groups.all()),
        *[_names(organisations) for organisations in roles.values()],
        _names(initiative.places.all()),
        "ja" if initiative.is_national else "nee",
        initiative.phase_on(today),
        initiative.year or "",
        initiative.freshness_on(today).label,
        initiative.get_cost_band_display(),
        f"{site}{initiative.get_absolute_url()}",
    ]


def _names(things):
    return ", ".join(str(thing) for thing in things)
