"""A list with its filters, kept under a name."""

from django import forms
from django.contrib.admin.templatetags.admin_urls import admin_urlname
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
        page = path("weergaven/", view, name=name)
        return [page, *super().get_urls()]

    def saved_view(self, request):
        """Keep the list under a name (``name``, ``query``, ``is_shared``), or forget one's own (``forget``)."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        list_address = reverse(admin_urlname(self.opts, "changelist"))
        if "forget" in request.POST:
            name = posted_text(request, "forget")
            self.views_of(request.user).filter(name=name).delete()
            return redirect(list_address)
        form = SavedViewForm(request.POST)
        if not form.is_valid():
            self.message_user(
                request,
                "Geef de weergave een naam van hooguit 80 tekens.",
                "error",
            )
            return redirect(list_address)
        self.keep_view(request.user, **form.cleaned_data)
        name = form.cleaned_data["name"]
        self.message_user(request, f"De weergave ‘{name}’ is bewaard.")
        query = form.cleaned_data["query"]
        if query:
            return redirect(f"{list_address}?{query}")
        return redirect(list_address)

    def views_of(self, user):
        """The views of this list that the user made."""
        return SavedView.objects.filter(
            user=user,
            list_name=self.opts.label_lower,
        )

    def keep_view(self, user, *, name, query, is_shared):
        """Keep a view of this user, in place of the one of that name."""
        kept = {"query": query, "is_shared": is_shared}
        self.views_of(user).update_or_create(
            name=name,
            defaults=kept,
            create_defaults={
                **kept,
                "user": user,
                "list_name": self.opts.label_lower,
            },
        )

    def changelist_view(self, request, extra_context=None):
        of_list = SavedView.objects.filter(list_name=self.opts.label_lower)
        of_others = of_list.filter(is_shared=True).exclude(user=request.user)
        context = {
            "saved_views": self.views_of(request.user),
            "shared_views": of_others,
            "saved_view_address": reverse(admin_urlname(self.opts, "saved_view")),
            "shown_query": request.GET.urlencode(),
        }
        context.update(extra_context or {})
        return super().changelist_view(request, context)
