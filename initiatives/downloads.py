"""The overview as a file for a spreadsheet program."""

import csv

from django.http import HttpResponse

from spreadsheets.formulas import harmless

from .models import Participation

COLUMNS = [
    "titel", "samenvatting", "thema’s", "doelgroepen", "trekkers", "partners", "opdrachtgevers", "financiers",
    "gemeenten", "landelijk", "fase", "jaar van de gegevens", "gegevens", "kosten", "webadres",
]  # fmt: skip


def initiatives_as_csv(initiatives, today, site):
    """A CSV response as Dutch spreadsheet programs expect it: UTF-8 with a mark, and semicolons.

    ``site`` is the address before every path, like ``https://biebnetwerk.nl``.
    """
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="praktijkvoorbeelden-{today}.csv"'
    writer = csv.writer(response, delimiter=";")
    writer.writerow(COLUMNS)
    for initiative in initiatives.for_cards():
        writer.writerow(map(harmless, _row(initiative, today, site)))
    return response


def _row(initiative, today, site):
    roles = {role: [] for role in Participation.Role.values}
    for participation in initiative.participations.all():
        roles[participation.role].append(participation.organisation)
    return [
        initiative.title,
        initiative.summary,
        _names(initiative.themes.all()),
        _names(initiative.target_groups.all()),
        *[_names(organisations) for organisations in roles.values()],
        _names(initiative.places.all()),
        "ja" if initiative.is_national else "nee",
        initiative.get_phase_display(),
        initiative.year or "",
        initiative.freshness_on(today).label,
        initiative.get_cost_band_display(),
        f"{site}{initiative.get_absolute_url()}",
    ]


def _names(things):
    return ", ".join(str(thing) for thing in things)
