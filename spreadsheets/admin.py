"""The pages of imports and exports themselves, and the list of what was loaded."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from .export_admin import ExportRunAdmin
from .import_admin import ImportRunAdmin
from .models import LoadedFile
from .run_admin import RunAdmin

__all__ = ["ExportRunAdmin", "ImportRunAdmin", "LoadedFileAdmin"]


@admin.register(LoadedFile)
class LoadedFileAdmin(RunAdmin):
    """What was loaded and when; nothing here is typed by hand."""

    list_display = ["name", "loaded_at"]
    list_filter = ["loaded_at"]
    search_fields = ["name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super(RunAdmin, self).get_queryset(request)
