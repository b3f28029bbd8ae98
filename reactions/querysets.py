"""Which reactions, and loaded how."""

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from accounts.scopes import OwnedQuerySet

from .choices import ReactionKind, ReactionState

MOST_ON_PAGE = 10  # with their answers


class ReactionQuerySet(OwnedQuerySet):
    """The words for choosing reactions."""

    def shown(self):
        """Reactions the public may read, where it may see what they are about."""
        return self.filter(state=ReactionState.SHOWN)

    def to_judge(self):
        """Reactions that a curator decides about."""
        return self.filter(state=ReactionState.WAITING)

    def of_address(self, email):
        """What was written from this address, in whatever letters."""
        return self.filter(email__iexact=email)

    def for_page(self):
        """Questions and experiences, the newest first, with their answers; in 2 queries.

        A question that was withdrawn stays as long as an answer to it is shown.
        """
        answers = self.model.objects.shown().order_by("written_at", "pk")
        has_answer = Exists(answers.order_by().filter(answer_to=OuterRef("pk")))
        withdrawn = Q(has_answer, state=ReactionState.WITHDRAWN)
        on_page = self.exclude(kind=ReactionKind.ANSWER).filter(
            Q(state=ReactionState.SHOWN) | withdrawn
        )
        answers = answers.select_related("organisation")
        return on_page.order_by("-written_at", "-pk").prefetch_related(
            Prefetch("answers", answers)
        )

    def newest(self):
        """Those that the page of a thing shows; there is a page with all."""
        return self.for_page()[:MOST_ON_PAGE]

    def past_term(self, now):
        """Reactions that go: never confirmed, refused, or too old."""
        of_nobody = Q(
            state=ReactionState.UNCONFIRMED,
            written_at__lt=now - self.model.UNCONFIRMED_TERM,
        )
        refused = Q(
            state=ReactionState.REFUSED,
            written_at__lt=now - self.model.REFUSED_TERM,
        )
        return self.filter(
            of_nobody | refused | Q(written_at__lt=now - self.model.TERM)
        )

    def with_address_past_term(self, now):
        """Reactions of which the e-mail address is no longer needed."""
        return self.filter(written_at__lt=now - self.model.ADDRESS_TERM).exclude(
            email=""
        )


class AskedPersonQuerySet(QuerySet):
    """The words for choosing who was mailed a question."""

    def declined(self):
        """Those who want no questions any more."""
        return self.exclude(declined_at=None)

    def past_term(self, now):
        """Those whose link is over; who wants no questions is remembered longer."""
        long_ago = now - self.model.LINK_TERM
        longer_ago = now - self.model.DECLINED_TERM
        silent = Q(declined_at=None, asked_at__lt=long_ago)
        return self.filter(silent | Q(declined_at__lt=longer_ago))
