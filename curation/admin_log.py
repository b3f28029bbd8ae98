"""The admin's own log: who did what to which number; a name may be of somebody who has to be forgotten."""

import json

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType

from accounts import kinds

UNNAMED = "…"
LONGEST_SHOWN = 200  # characters that the log keeps


class LogWithoutNames:
    """Writes what was done to things by their kind and number."""

    def construct_change_message(self, request, form, formsets, add=False):  # noqa: FBT002 as Django has it
        """What changed; rows of inlines without what they are called."""
        message = super().construct_change_message(request, form, formsets, add)
        for part in message:
            for details in part.values():
                if "object" in details:
                    details["object"] = UNNAMED
        return message

    def log_addition(self, request, obj, message):
        return write_log(request.user, [obj], ADDITION, message)

    def log_change(self, request, obj, message):
        return write_log(request.user, [obj], CHANGE, message)

    def log_deletions(self, request, queryset):
        return write_log(request.user, queryset, DELETION, "")


def write_log(user, rows, flag, message):
    """One line for each of these things."""
    if isinstance(message, list):
        message = json.dumps(message)
    entries = []
    for row in rows:
        shown = f"{kinds.name_of(row)} {row.pk}"
        entry = LogEntry(
            user_id=user.pk,
            content_type=ContentType.objects.get_for_model(
                row,
                for_concrete_model=False,
            ),
            object_id=row.pk,
            object_repr=shown[:LONGEST_SHOWN],
            action_flag=flag,
            change_message=message,
        )
        entries.append(entry)
    return LogEntry.objects.bulk_create(entries)
