"""The list of who opened data of attendees: to read, for who may change the event."""

from django.contrib import admin

from curation.read_only import ReadOnlyPages


class DataAccessPages(ReadOnlyPages):
    """What the pages write down."""

    @admin.display(
        description="deelnemer",
        ordering="registration",
    )
    def person(self, access):
        """By number: a name would be data of an attendee again."""
        return f"Deelnemer {access.registration_id}" if access.registration_id else ""
