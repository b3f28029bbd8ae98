"""The pages of an export: choose the kind of file, wait, download."""

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from .forms import ExportForm
from .models import ExportRun
from .run_admin import RunAdmin, name_of_rows
from .tasks import make_export
from .writing import FORMATS


@admin.register(ExportRun)
class ExportRunAdmin(RunAdmin):
    """An export: choose the kind of file, wait, download."""

    list_display = ["created_at", "model", "kind"]
    list_filter = ["kind", "created_at"]
    search_fields = ["model"]

    def get_urls(self) -> list[URLPattern]:
        page = path(
            "<int:pk>/bestand/",
            self.admin_site.admin_view(self.download),
            name="export_bestand",
        )
        return [page, *super().get_urls()]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Ask for the kind of file, or show that it is being made, or that it is ready."""
        if not object_id.isdecimal():
            raise Http404
        run = get_object_or_404(
            self.get_queryset(request),
            pk=object_id,
        )
        form = ExportForm(request.POST or None, instance=run)
        if request.method == "POST" and not run.kind and form.is_valid():
            with transaction.atomic():
                form.save()
                make_export.defer(run_id=run.pk)
            return redirect("admin:spreadsheets_exportrun_change", run.pk)
        run.refresh_from_db()
        context = self.context_of(
            request,
            run,
            form=form,
            kind=name_of_rows(run),
        )
        return TemplateResponse(request, "admin/export_run.html", context)

    def download(self, request: HttpRequest, pk: int) -> FileResponse:
        """The file, for who asked for it."""
        run = get_object_or_404(
            self.get_queryset(request).exclude(file=""),
            pk=pk,
        )
        return FileResponse(
            run.file.open(),
            as_attachment=True,
            filename=str(run),
            content_type=FORMATS[run.kind],
        )
