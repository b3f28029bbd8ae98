"""Which news, followers and follows."""

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q

from search.models import SearchDocument

from .choices import Rhythm

UNDATED = 2000  # the year that the search gives what keeps no moment of its own, such as a theme


class NewsQuerySet(models.QuerySet):
    """The words for choosing what is new; the one place that says what that is."""

    def between(self, since, until):
        """What came or changed after ``since``, up to ``until``."""
        return self.filter(
            changed_at__gt=since,
            changed_at__lte=until,
        )

    def of_documents(self, documents):
        """News of these search documents, as far as we know of a day."""
        same = documents.filter(
            kind=OuterRef("kind"),
            object_id=OuterRef("object_id"),
        )
        return self.filter(Exists(same), changed_at__year__gt=UNDATED)

    def on_the_site(self):
        """News of what readers can open: public, and with a page to show it on."""
        return self.of_documents(
            SearchDocument.objects.listed()
            .exclude(card__url="")
            .filter(card__has_key="url")
        )

    def counts(self):
        """{kind: how many}."""
        return dict(self.order_by().values_list("kind").annotate(Count("pk")))


class FollowerQuerySet(models.QuerySet):
    """The words for choosing followers."""

    def due(self, *, day_began_at, week_began_at):
        """Who has not been told today, or this week; only who confirmed something."""
        daily = Q(rhythm=Rhythm.DAILY, told_until__lt=day_began_at)
        weekly = Q(rhythm=Rhythm.WEEKLY, told_until__lt=week_began_at)
        confirmed = self.model.objects.filter(follows__confirmed_at__isnull=False)
        return self.filter(daily | weekly, pk__in=confirmed.values("pk")).order_by("pk")

    def without_follows(self):
        """Who follows nothing any more."""
        return self.filter(follows=None)


class FollowQuerySet(models.QuerySet):
    """The words for choosing what is followed."""

    def confirmed(self):
        """What somebody said from their own mail that they follow."""
        return self.exclude(confirmed_at=None)

    def never_confirmed(self, before):
        """What was asked before that moment and never confirmed."""
        return self.filter(confirmed_at=None, asked_at__lt=before)
