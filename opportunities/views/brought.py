"""*Wat het bracht*, as a page and as a file."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from initiatives.models import Theme
from opportunities.adoptions.overview import BroughtOverview
from partners.models import Province
from spreadsheets.writing import FORMATS, download, write_sheet


@require_safe
def brought_list(request):
    """What examples brought where they were taken over, of a theme and province."""
    overview = BroughtOverview(request.GET, timezone.localdate())
    context = {
        "overview": overview,
        "file_kinds": ["xlsx", "csv"],
        "themes": Theme.objects.main().prefetch_related("subthemes"),
        "provinces": Province.objects.all(),
    }
    status = 200
    if overview.is_unknown:
        status = 404
    return render(request, "opportunities/brought_list.html", context, status=status)


@require_safe
def brought_file(request, kind):
    """The same table as ``csv``, ``xlsx`` or ``ods``."""
    overview = BroughtOverview(request.GET, timezone.localdate())
    if kind not in FORMATS or overview.is_unknown:
        raise Http404
    header, rows = overview.table()
    response = download(f"wat-het-bracht-{overview.today}.{kind}", kind)
    write_sheet(response, kind, header, rows)
    return response
