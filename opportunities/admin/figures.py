"""The curators' lists and forms of figures."""

from django.contrib import admin

from curation.options import CuratedAdmin
from opportunities import figure_resources, foreign_layouts, publishers_layouts
from opportunities.models import (
    Indicator,
    IndicatorValue,
    Measurement,
)


@admin.register(Indicator)
class IndicatorAdmin(CuratedAdmin):
    resource_class = figure_resources.IndicatorResource
    list_display = ["name", "unit", "theme", "direction", "is_lead"]
    list_filter = ["is_lead", "direction", "theme"]
    list_select_related = ["theme"]
    search_fields = ["name", "slug", "judgement"]
    autocomplete_fields = ["theme"]


@admin.register(Measurement)
class MeasurementAdmin(CuratedAdmin):
    resource_class = figure_resources.MeasurementResource
    list_display = ["indicator", "year", "codes_year", "source", "method"]
    list_filter = ["year", "indicator"]
    search_fields = ["slug", "indicator__name", "method"]
    autocomplete_fields = ["indicator", "source"]

    def get_queryset(self, request):
        """Here and not in ``list_select_related``, which is not looked at where a manager loads something already."""
        return super().get_queryset(request).select_related("indicator", "source")


@admin.register(IndicatorValue)
class IndicatorValueAdmin(CuratedAdmin):
    """Thousands of figures; mostly brought in as a table."""

    resource_class = figure_resources.IndicatorValueResource
    foreign_layouts = [
        foreign_layouts.FiguresPerLine,
        foreign_layouts.FiguresPerColumn,
        publishers_layouts.LongTable,
        publishers_layouts.WideTable,
    ]
    list_display = ["municipality", "measurement", "value", "numerator", "denominator"]
    list_filter = ["measurement", "municipality__province"]
    list_select_related = ["municipality", "measurement__indicator"]
    search_fields = [
        "municipality__name",
        "municipality__cbs_code",
        "measurement__slug",
    ]
    autocomplete_fields = ["municipality", "measurement"]
