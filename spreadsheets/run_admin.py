"""What the pages of imports and of exports share."""

from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.urls import reverse
from unfold.admin import ModelAdmin

from accounts import kinds
from accounts.read_only import NobodyWrites

from .import_filter import BY_IMPORT
from .models import ExportRun, ImportRun, LoadedFile

Run = ImportRun | ExportRun


def name_of_rows(run: Run) -> str:
    """What the rows of an import or export are called, in the plural."""
    model = apps.get_model(run.model)
    return kinds.plural_of(model)


def address_of_list(run: Run, page: str) -> str:
    """The address of a page of the list that a run is about: ``import``, ``template``, ``words`` or ``changelist``."""
    name = run.model.replace(".", "_")
    return reverse(f"admin:{name}_{page}")


def form_name(run: ImportRun) -> str:
    """The name of the address of the form of a row."""
    name = run.model.replace(".", "_")
    return f"admin:{name}_change"


def list_of_rows(run: ImportRun) -> str:
    """The address of the list with only what this import wrote; empty where it wrote nothing that is kept."""
    if run.state != ImportRun.State.DONE or not run.file:
        return ""
    address = address_of_list(run, "changelist")
    return f"{address}?{BY_IMPORT}={run.pk}"


class RunAdmin(NobodyWrites, ModelAdmin):
    """Runs are made by pages of other lists, and never changed by hand."""

    change_list_template = "admin/curated_change_list.html"
    list_disable_select_all = True

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.is_curator

    def has_view_permission(
        self,
        request: HttpRequest,
        obj: Run | LoadedFile | None = None,
    ) -> bool:
        return request.user.is_curator

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).visible_to(request.user)

    def get_object(
        self,
        request: HttpRequest,
        object_id: str,
        from_field: str | None = None,
    ) -> Run | LoadedFile:
        """404 for another's run, also where Django would only send back to the list."""
        run = super().get_object(request, object_id, from_field)
        if run is None:
            raise Http404
        return run

    def context_of(
        self,
        request: HttpRequest,
        run: Run,
        **context: Any,
    ) -> dict[str, Any]:
        """What the pages about a run show."""
        context["title"] = str(run)
        context["run"] = run
        return self.admin_site.each_context(request) | context
