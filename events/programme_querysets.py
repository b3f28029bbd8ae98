"""Which parts of a programme and who does what in them, and loaded how."""

from django.db.models import Prefetch

from accounts import kinds
from accounts.scopes import OwnedQuerySet
from events.choices import HOLDING, Place
from events.counting import count_of, names_of_moderators


class SessionQuerySet(OwnedQuerySet):
    """The words for choosing parts of a programme."""

    def parallel(self):
        """Sessions that one chooses between."""
        return self.exclude(round=None)

    def with_places_taken(self):
        """Annotate ``taken``, how many places are held, and ``waiting``, who waits with a place at the meeting."""
        return self.annotate(
            taken=count_of("choices", HOLDING),
            waiting=count_of(
                "choices",
                (Place.WAITING,),
                registration__place=Place.CONFIRMED,
            ),
        )

    def with_labels(self):
        """Annotate ``led_by``, who moderates, so that nothing is asked for each label."""
        return self.annotate(led_by=names_of_moderators())

    def for_programme(self):
        """Load what a programme shows: sessions with places, and who has a role in them."""
        initiatives = kinds.related_rows(self.model, "initiatives").published()
        sessions = self.with_places_taken().with_labels()
        return sessions.prefetch_related(
            appearances(),
            "themes",
            Prefetch("initiatives", initiatives),
        )


class AppearanceQuerySet(OwnedQuerySet):
    """The words for choosing who does what in a programme."""

    def agreed(self):
        """Roles of people who said yes, or whom a source names: these are on the site."""
        return self.filter(is_still_to_ask=False)

    def with_speakers(self):
        """Load who they are of."""
        return self.select_related("speaker__organisation")

    def for_programme(self):
        """What a programme shows of them."""
        return self.agreed().with_speakers()


def appearances():
    from .models import Appearance

    return Prefetch("appearances", Appearance.objects.for_programme())
