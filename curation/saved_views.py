"""A list with its filters, kept under a name."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, QueryDict
from django.shortcuts import redirect
from django.urls import path, reverse

from .models import SavedView
from .texts import posted_text


class SavedViewForm(forms.ModelForm):
    """A name for the list as it is now."""

    class Meta:
        model = SavedView
        fields = ["name", "query", "is_shared"]

    def clean_query(self):
        """Keep the filters, and not on which page one was."""
        query = QueryDict(self.cleaned_data["query"], mutable=True)
        query.pop("p", None)
        return query.urlencode()


class SavedViewPages:
    """Adds saved views to a list of the admin: one's own, and what other curators share."""

    list_before_template = "admin/saved_views.html"

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_saved_view"
        view = self.admin_site.admin_view(self.saved_view)
        return [path("weergaven/", view, name=name), *super().get_urls()]

    def saved_view(self, request):
        """Keep the list under a name (``name``, ``query``, ``is_shared``), or forget one's own (``forget``)."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        list_address = f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"
        mine = SavedView.objects.filter(
            user=request.user, list_name=self.opts.label_lower
        )
        if "forget" in request.POST:
            mine.filter(name=posted_text(request, "forget")).delete()
            return redirect(list_address)
        form = SavedViewForm(request.POST)
        if not form.is_valid():
            self.message_user(
                request, "Geef de weergave een naam van hooguit 80 tekens.", "error"
            )
            return redirect(list_address)
        name = form.cleaned_data["name"]
        query = form.cleaned_data["query"]
        kept = {"query": query, "is_shared": form.cleaned_data["is_shared"]}
        of_new_one = {**kept, "user": request.user, "list_name": self.opts.label_lower}
        mine.update_or_create(name=name, defaults=kept, create_defaults=of_new_one)
        self.message_user(request, f"De weergave ‘{name}’ is bewaard.")
        response = redirect(list_address)
        if query:
            response["Location"] += f"?{query}"
        return response

    def changelist_view(self, request, extra_context=None):
        of_list = SavedView.objects.filter(list_name=self.opts.label_lower)
        address = reverse(
            f"admin:{self.opts.app_label}_{self.opts.model_name}_saved_view"
        )
        context = {
            "saved_views": of_list.filter(user=request.user),
            "shared_views": of_list.filter(is_shared=True).exclude(user=request.user),
            "saved_view_address": address,
            "shown_query": request.GET.urlencode(),
        }
        return super().changelist_view(request, context | (extra_context or {}))
