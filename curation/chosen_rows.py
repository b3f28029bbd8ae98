"""Bulk actions on rows that were ticked in a list: on all of them, or on none."""

from copy import copy

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest, PermissionDenied

from .choosers import is_number


class ChosenRows:
    """A list with actions; a refusal leaves ticked what was ticked."""

    def may_change(self, request, rows):
        """Whether the user may change every one of these rows."""
        editable = self.model._default_manager.editable_by(request.user)
        wanted = set(rows.values_list("pk", flat=True))
        return wanted == set(
            editable.filter(pk__in=wanted).values_list("pk", flat=True)
        )

    def chosen(self, request, queryset):
        """The rows of a bulk action; refused as a whole when one is not this user's."""
        if not self.may_change(request, queryset):
            raise PermissionDenied
        return queryset

    def response_action(self, request, queryset):
        """Numbers that are none are a broken request, not an error of ours."""
        for number in request.POST.getlist(ACTION_CHECKBOX_NAME):
            if not is_number(number):
                raise BadRequest("Dit zijn geen nummers.")
        try:
            return super().response_action(request, queryset)
        except PermissionDenied:
            return self.refused_list(request)

    def refused_list(self, request):
        """The list again, with what was ticked, under the refusal."""
        self.message_user(
            request,
            "Er is niets veranderd: dit mag je niet doen met alles wat je koos.",
            "error",
        )
        again = copy(request)
        again.method = "GET"
        page = self.changelist_view(again)
        page.status_code = 403
        return page
