"""Lists of which a curator sees their own rows, and nobody adds, changes or deletes one."""

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.http import Http404

from accounts.read_only import NobodyWrites

from .row_actions import RowActions


class ReadOnlyPages(RowActions, NobodyWrites):
    """Only what is theirs to see; an administrator does not edit here either."""

    def get_queryset(self, request):
        return super().get_queryset(request).editable_by(request.user)

    def get_object(self, request, object_id, from_field=None):
        """404 for what is not theirs to see, where Django would send back to the start."""
        row = super().get_object(request, object_id, from_field)
        if row is None:
            raise Http404
        return row

    def chosen(self, request, queryset):
        """Refused as a whole too where a row that was ticked is not in their list."""
        if queryset.count() < len(set(request.POST.getlist(ACTION_CHECKBOX_NAME))):
            raise PermissionDenied
        return super().chosen(request, queryset)
