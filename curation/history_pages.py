"""The history of an entry in the curators' room: who changed what, and bringing back how it was."""

from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from history.restore import RestoreRefusedError, restore_version
from history.timeline import timeline
from history.tracking import is_watched

from .form_links import form_address
from .merging import merged_into
from .models import Merge


class HistoryPages:
    """Adds the pages to an admin that says which fields are hidden from whom (``hidden_fields``)."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.restore_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_restore"
        restore = path("<path:object_id>/history/herstel/", view, name=name)
        return [restore, *super().get_urls()]

    def history_view(self, request, object_id, extra_context=None):
        """Who changed what, when, and from which import."""
        row = self.row_or_404(request, object_id)
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        hidden = self.hidden_fields(request, row)
        restore = admin_urlname(self.opts, "restore")
        context = {
            **self.admin_site.each_context(request),
            "title": f"Geschiedenis van {row}",
            "is_watched": is_watched(self.model),
            "entries": timeline(row, merged_into(row), hidden=hidden),
            "thing": row,
            "merges": Merge.objects.of(self.model).filter(kept_id=row.pk),
            "form_address": form_address(row),
            "restore_address": reverse(restore, args=[object_id]),
            "may_restore": self.has_change_permission(request, row),
        }
        return TemplateResponse(request, self.object_history_template, context)

    def restore_view(self, request, object_id):
        """Bring back how it was at a moment in its history."""
        row = self.row_or_404(request, object_id)
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        if request.method == "POST":
            self.restore(request, row)
        return redirect(admin_urlname(self.opts, "history"), object_id)

    def restore(self, request, row):
        """Bring the row back to the chosen moment, and say whether that could be."""
        try:
            restore_version(
                row=row,
                moment=request.POST.get("versie", ""),
                user=request.user,
            )
        except (RestoreRefusedError, ValidationError) as error:
            self.message_user(request, str(error), "error")
        else:
            self.message_user(request, "Deze versie is hersteld.")

    def row_or_404(self, request, object_id):
        """The row of an address; 404 for a number that is none."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        return row
