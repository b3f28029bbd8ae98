"""Which events, and loaded how."""

from django.db.models import Exists, OuterRef, Prefetch, Q

from accounts import kinds
from accounts.scopes import OwnedQuerySet, ScopedQuerySet
from events.choices import HOLDING, EventState, OrganisationRole, Place
from events.counting import count_of, count_online

from .programme_querysets import appearances


class EventQuerySet(ScopedQuerySet):
    """The words for choosing events; each method returns a queryset."""

    def of_provinces(self, province_ids):
        """Events that an organisation in or for these provinces organises; without such organiser, events held there.

        A support organisation works for the provinces of its ``support_area``, wherever it is itself.
        """
        every = self.model.objects.order_by().values("pk")
        organiser = Q(roles__role=OrganisationRole.ORGANISER)
        organised = organiser & (
            Q(roles__organisation__province__isnull=False)
            | Q(roles__organisation__support_area__isnull=False)
        )
        by_them = organiser & (
            Q(roles__organisation__province__in=province_ids)
            | Q(roles__organisation__support_area__in=province_ids)
        )
        here = every.filter(municipality__province__in=province_ids)
        theirs = Q(pk__in=every.filter(by_them)) | Q(pk__in=here) & ~Q(
            pk__in=every.filter(organised)
        )
        return self.filter(theirs)

    def published(self):
        """Events the public may see."""
        return self.exclude(state=EventState.DRAFT).filter(archived_on=None)

    def upcoming(self, today):
        """Events whose last day has not passed, the first to come first."""
        return self.filter(ends_on__gte=today).order_by("starts_on", "sort_key", "pk")

    def past(self, today):
        """Events whose last day has passed, the latest first; every event is either upcoming or past."""
        return self.filter(ends_on__lt=today).order_by("-starts_on", "sort_key", "pk")

    def between(self, first, last):
        """Events with a day from ``first`` up to and including ``last``."""
        return self.filter(starts_on__lte=last, ends_on__gte=first).order_by(
            "starts_on",
            "sort_key",
            "pk",
        )

    def about(self, theme):
        """Events about this theme or a part of it."""
        return self.filter(Q(themes=theme) | Q(themes__parent=theme)).distinct()

    def of_kind(self, kind):
        """Events of this kind."""
        return self.filter(kind=kind)

    def in_province(self, province):
        """Events held there, or organised from there."""
        held = self.model.objects.filter(municipality__province=province).order_by()
        organised = self.model.objects.all()._organised(
            Q(organisation__province=province)
        )
        return self.filter(
            Q(pk__in=held.values("pk")) | Q(pk__in=organised.order_by().values("pk"))
        )

    def organised_by(self, organisation):
        """Events organised by it or by one of its offices."""
        return self._organised(
            Q(organisation=organisation.pk) | Q(organisation__parent=organisation.pk)
        )

    def _organised(self, condition):
        """Events of which an organiser fits; a subquery, so that two organisers do not show an event twice."""
        roles = kinds.related_rows(self.model, "roles").filter(
            condition,
            role=OrganisationRole.ORGANISER,
        )
        return self.filter(pk__in=roles.order_by().values("event"))

    def with_news(self, how_often):
        """Events of which who organises wants to hear so often, and does not know the last step yet."""
        registrations = kinds.related_rows(self.model, "registrations")
        steps = kinds.related_rows(registrations.model, "steps")
        untold = steps.filter(
            registration__event=OuterRef("pk"),
            pk__gt=OuterRef("told_up_to"),
        )
        events = self.filter(
            organiser_mail=how_often,
            forgotten_on=None,
        ).exclude(contact_email="")
        return events.filter(Exists(untold)).order_by("pk")

    def with_places_taken(self):
        """Annotate ``taken``, how many places are held, and ``waiting``, how many wait; who walked in has none.

        And how many of them take part online, counted where those places have a limit of their own.
        """
        waiting = (Place.WAITING,)
        return self.annotate(
            taken=count_of("registrations", HOLDING),
            waiting=count_of("registrations", waiting),
            taken_online=count_online(HOLDING),
            waiting_online=count_online(waiting),
        )

    def without_long_texts(self):
        """Without what only the page of a meeting shows; read when somebody asks for it."""
        return self.defer("description", "audience", "report")

    def for_mentions(self):
        """Events the public may see, each once, with what a line about one shows: in 2 queries."""
        return self.published().distinct().prefetch_related("days")

    def for_cards(self):
        """Load all that a card in a list shows, in 4 queries: events with places, and 3 relations."""
        cards = self.select_related(
            "municipality__province",
            "series",
        ).with_places_taken()
        return cards.prefetch_related("days", "themes", organisers())

    def for_page(self):
        """Load all that the page of one event shows of itself."""
        from .models import Session

        return (
            self.select_related("municipality__province", "series")
            .with_places_taken()
            .prefetch_related(
                "days",
                "themes__parent",
                "photos",
                "sources",
                "price_tiers__provinces",
                "guest_provinces",
                Prefetch(
                    "citations",
                    self._published_of("citations").select_related("source"),
                ),
                appearances(),
                Prefetch("documents", self._published_of("documents")),
                Prefetch("initiatives", self._published_of("initiatives")),
                Prefetch("sessions", Session.objects.for_programme()),
                organisers(),
            )
        )

    def _published_of(self, relation):
        return kinds.related_rows(self.model, relation).published()


class EventPhotoQuerySet(OwnedQuerySet):
    """The words for choosing photos of events."""

    def published(self):
        """Photos of events that the public may see."""
        events = kinds.related_rows(self.model, "event").published()
        return self.filter(event__in=events)


def organisers():
    from .models import EventRole

    return Prefetch(
        "roles",
        EventRole.objects.select_related("organisation__province").order_by(
            "role",
            "pk",
        ),
    )
