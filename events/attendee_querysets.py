"""Which attendees, and which of their sessions, and loaded how."""

from django.db.models import Prefetch, Q

from accounts import kinds
from accounts.scopes import OwnedQuerySet
from events.choices import HOLDING, LIVE, Place


class RegistrationQuerySet(OwnedQuerySet):
    """The words for choosing attendees."""

    def holding(self):
        """Who has a place or may take one, without who walked in, and who shares one: those are not counted."""
        return self.filter(
            place__in=HOLDING,
            is_walk_in=False,
            same_as=None,
        )

    def live(self):
        """Who has a place or waits for one."""
        return self.filter(place__in=LIVE)

    def confirmed(self):
        """Who has a place."""
        return self.filter(place=Place.CONFIRMED)

    def on_list(self):
        """Who wants to be on the list for who comes, has a place and an address that is verified."""
        by_booker = Q(email="", booking__verified_at__isnull=False)
        by_themselves = ~Q(email="") & Q(verified_at__isnull=False)
        return self.confirmed().filter(
            by_booker | by_themselves,
            is_on_list=True,
            forgotten_on=None,
        )

    def verified(self):
        """Who has an address of their own and said that it is right."""
        return self.filter(verified_at__isnull=False)

    def waiting(self):
        """Who waits, in order; who shares a place waits with the other."""
        return self.filter(place=Place.WAITING, same_as=None).order_by("pk")

    def with_lapsed_offer(self, now):
        """Who did not take the offered place in time."""
        return self.filter(
            place=Place.OFFERED,
            offered_until__lte=now,
        )

    def for_lists(self):
        """Load what lists of attendees show."""
        all_choices = kinds.related_rows(self.model, "session_choices")
        choices = all_choices.live().with_labels()
        of_each = (
            "booking",
            "organisation",
            "province",
            "claimed_province",
            "tier",
            "needs",
            "event",
        )
        return self.select_related(*of_each).prefetch_related(
            Prefetch("session_choices", choices)
        )


class SessionChoiceQuerySet(OwnedQuerySet):
    """The words for choosing who is in which session."""

    def live(self):
        """Choices with a place or waiting for one."""
        return (
            self.filter(place__in=LIVE)
            .select_related("session")
            .order_by("round", "pk")
        )

    def given_up(self):
        """Choices that somebody gave up together with the meeting, of sessions that one still chooses between."""
        with_meeting = self.filter(place=Place.CANCELLED).exclude(place_before="")
        return (
            with_meeting.exclude(session__round=None)
            .select_related("session")
            .order_by("pk")
        )

    def with_labels(self):
        """Load the sessions with what their label says, in one query."""
        sessions = kinds.related_rows(self.model, "session").with_labels()
        return self.select_related(None).prefetch_related(Prefetch("session", sessions))

    def holding(self):
        """Choices that hold a place."""
        return self.filter(place__in=HOLDING)

    def waiting(self):
        """Choices that wait, in order; who waits for the meeting itself is not in the queue of a session yet."""
        in_queue = {"place": Place.WAITING, "registration__place": Place.CONFIRMED}
        return self.filter(**in_queue).order_by("pk")

    def with_lapsed_offer(self, now):
        """Offers of a place in a session that were not taken in time."""
        return self.filter(
            place=Place.OFFERED,
            offered_until__lte=now,
        )
