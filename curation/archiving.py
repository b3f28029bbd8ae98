"""Putting away instead of deleting: a bulk action for lists of things that are shown in public."""

from django.utils import timezone
from unfold.decorators import action


class ArchivingActions:
    """Adds *archiveer* and *haal uit het archief* to a list with an ``archived_on`` column."""

    actions = ["archive", "unarchive"]

    @action(description="Archiveer wat gekozen is")
    def archive(self, request, queryset):
        """Take the chosen things off the site; nothing is lost."""
        self._set(
            request,
            queryset,
            timezone.localdate(),
            "gearchiveerd",
        )

    @action(description="Haal wat gekozen is uit het archief")
    def unarchive(self, request, queryset):
        """Show the chosen things on the site again."""
        self._set(request, queryset, None, "uit het archief gehaald")

    def _set(
        self,
        request,
        queryset,
        day,
        done,
    ):
        mine = self.chosen(request, queryset)
        count = self.model._default_manager.filter(pk__in=mine.values("pk")).update(
            archived_on=day
        )
        self.message_user(request, f"{count} {done}.")
