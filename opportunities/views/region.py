"""Many municipalities beside each other, as a table, a map and a file."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from opportunities.choices import Chance
from opportunities.region_files import table_of
from opportunities.region_map import RegionMap
from opportunities.regions import PARAMETERS, SHOWN, Region
from partners.models import Library, Network, Province
from remembering.pages import remembered
from spreadsheets.writing import FORMATS, download, write_sheet


@remembered(parameters=PARAMETERS)
@require_safe
def region_detail(request):
    """One theme on the map of a region or the whole country; of a region all themes in a table, blank spots first."""
    region = Region(request.GET, timezone.localdate())
    context = {
        "region": region,
        "provinces": Province.objects.all(),
        "libraries": Library.objects.published().exclude(work_area=None),
        "networks": Network.objects.published(),
        "outcomes": Chance.choices,
        "shown_choices": SHOWN.items(),
        "map": RegionMap(region),
    }
    does_not_exist = region.kind and region.place is None
    status = 404 if does_not_exist else 200
    return render(request, "opportunities/region_detail.html", context, status=status)


@require_safe
def region_file(request, kind):
    """The same table as ``csv``, ``xlsx`` or ``ods``, with need, policy and supply of every theme."""
    region = Region(request.GET, timezone.localdate())
    if kind not in FORMATS or region.place is None:
        raise Http404
    header, rows = table_of(region)
    response = download(f"kansen-{region.place.slug}-{region.today}.{kind}", kind)
    write_sheet(response, kind, header, rows)
    return response
