"""The admin site at ``/beheer/``: who may come in."""

from functools import partial, update_wrapper
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.paginator import InvalidPage
from django.db import DataError
from django.http import Http404
from django.shortcuts import redirect, resolve_url
from django.utils.functional import SimpleLazyObject
from unfold.sites import UnfoldAdminSite

from visitors.asked import NO_TEXT, is_storable

from .choosers import name_in_chooser


class Choices(AutocompleteJsonView):
    """What a field may point to, found by typing; the other side of a reference is no field of a form."""

    def process_request(self, request):
        answer = super().process_request(request)
        if not answer[2].concrete:
            raise PermissionDenied
        return answer

    def get_queryset(self):
        """With what the names of these things are made of, as their list has it."""
        rows = super().get_queryset()
        related = self.model_admin.list_select_related
        if related:
            return rows.select_related(*related)
        return rows

    def serialize_result(self, obj, to_field_name):
        return super().serialize_result(obj, to_field_name) | {
            "text": name_in_chooser(obj)
        }


class CuratorSite(UnfoldAdminSite):
    """For curators and administrators; everybody logs in on the same page of the site."""

    site_header = "Bieb Netwerk: beheer"
    site_title = "Bieb Netwerk"
    index_title = "Wat is er te doen?"
    index_template = "admin/start.html"

    def has_permission(self, request):
        """Only whoever keeps something: not every user who can log in."""
        user = request.user
        return user.is_authenticated and user.is_curator

    def admin_view(self, view, cacheable=False):  # noqa: FBT002 as Django has it
        """Every page of the room: what the database cannot read in an address is refused, a NUL character at once."""
        inner = super().admin_view(view, cacheable)

        def guarded(request, *args, **kwargs):
            for _, values in request.GET.lists():
                if not is_storable("".join(values)):
                    raise BadRequest(NO_TEXT)
            try:
                return inner(request, *args, **kwargs)
            except DataError as error:  # a filter in the address that is no pattern, or too large a number
                if request.method == "GET":
                    raise BadRequest("Hierop kun je niet zoeken.") from error
                raise

        return update_wrapper(guarded, view)

    def get_app_list(self, request, app_label=None):
        """Worked out where it is shown: the frame of every page gets it, and our menu shows other things."""
        return SimpleLazyObject(partial(super().get_app_list, request, app_label))

    def search(self, request, extra_context=None):
        """Search of Unfold; a page that is not there is not there."""
        try:
            return super().search(request, extra_context)
        except (ValueError, InvalidPage):
            raise Http404 from None

    def autocomplete_view(self, request):
        """Choices while typing."""
        return Choices.as_view(admin_site=self)(request)

    def password_change(self, request, extra_context=None):
        """Everybody changes their password on the same page of the site."""
        return redirect("account_change_password")

    def login(self, request, extra_context=None):
        """Send to the page where everybody logs in; refuse who is logged in and keeps nothing."""
        wanted = request.GET.get("next") or resolve_url("admin:index")
        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect(
            f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': wanted})}"
        )
