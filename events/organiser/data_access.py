"""The list of who opened data of attendees: to read, for who may change the event."""

from django.contrib import admin
from django.http import Http404


class DataAccessPages:
    """Nobody adds, changes or deletes here, an administrator neither."""

    def get_queryset(self, request):
        return super().get_queryset(request).editable_by(request.user)

    def get_object(self, request, object_id, from_field=None):
        """404 for what is not theirs to see, where Django would send back to the start."""
        found = super().get_object(request, object_id, from_field)
        if found is None:
            raise Http404
        return found

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description="deelnemer", ordering="registration")
    def person(self, access):
        """By number: a name would be data of an attendee again."""
        return f"Deelnemer {access.registration_id}" if access.registration_id else ""
