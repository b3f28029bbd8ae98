"""Which initiatives and themes, and loaded how."""

from django.db.models import Prefetch, Q

from accounts import kinds
from accounts.scopes import OwnedQuerySet, ScopedQuerySet
from initiatives.choices import (
    NOT_TO_FOLLOW,
    EntryKind,
    ParticipationRole,
    Phase,
    PublicationState,
)
from partners.choices import OrganisationKind
from partners.querysets import ArchivableQuerySet


class ThemeQuerySet(ScopedQuerySet):
    """The words for choosing themes."""

    def main(self):
        """The themes that are no part of another one."""
        return self.filter(parent=None)

    def for_page(self):
        """Load all that a theme page shows of itself, in 12 queries."""
        return self.select_related("parent").prefetch_related(
            "sources",
            "subthemes",
            "offers__initiative",
            "duties__source",
            "questions",
            "figures__source",
            "citations__source",
            Prefetch("documents", _published_documents()),
        )


class InitiativeQuerySet(ScopedQuerySet):
    """The words for choosing initiatives; each method returns a queryset."""

    def of_provinces(self, province_ids):
        """Initiatives of a lead library in these provinces, or without lead library happening there.

        What happens in the whole country belongs to no province.
        """
        leads = Q(
            participations__role=ParticipationRole.LEAD,
            participations__organisation__kind=OrganisationKind.LIBRARY,
        )
        leads &= Q(participations__organisation__province__isnull=False)
        every = self.model.objects.order_by().values("pk")
        led = every.filter(leads)
        led_here = every.filter(
            leads,
            participations__organisation__province__in=province_ids,
        )
        here = every.filter(places__province__in=province_ids)
        theirs = Q(pk__in=led_here) | Q(pk__in=here) & ~Q(pk__in=led)
        return self.filter(theirs, is_national=False)

    def published(self):
        """Initiatives the public may see."""
        return self.filter(publication_state=PublicationState.PUBLISHED)

    def practices(self):
        """What somebody does or did: no ideas, documents and campaigns."""
        return self.filter(entry_kind=EntryKind.PRACTICE)

    def to_follow(self):
        """Practice that others can do too: no idea, not stopped, and with something about its approach."""
        return self.practices().exclude(phase__in=NOT_TO_FOLLOW).exclude(approach="")

    def no_practices(self):
        """Ideas, documents and campaigns."""
        return self.exclude(entry_kind=EntryKind.PRACTICE)

    def to_confirm(self, today):
        """Published initiatives whose check is due by then, and that did not stop."""
        return (
            self.published()
            .filter(next_check_on__lte=today)
            .exclude(phase=Phase.STOPPED)
        )

    def of_member(self, user):
        """Initiatives that a library leads where this user works now, whatever their state."""
        libraries = user.memberships.active().values("library")
        return self.filter(
            participations__role=ParticipationRole.LEAD,
            participations__organisation__in=libraries,
        ).distinct()

    def featured(self):
        """Initiatives for the front page, those with a drawing first."""
        return self.filter(is_featured=True).order_by("-illustration", "sort_key")

    def in_municipalities(self, ids):
        """Initiatives with a place in one of these municipalities."""
        places = self.model.places.through.objects.filter(municipality__in=ids)
        return self.filter(pk__in=places.values("initiative"))

    def about(self, theme):
        """Initiatives about this theme or a part of it."""
        here = Q(theme=theme) | Q(theme__parent=theme)
        themes = self.model.themes.through.objects.filter(here)
        return self.filter(pk__in=themes.values("initiative"))

    def of_organisations(self, ids):
        """Initiatives in which one of these organisations takes part, in any role."""
        parts = self.model.organisations.through.objects.filter(organisation__in=ids)
        return self.filter(pk__in=parts.values("initiative"))

    def first_by_name(self, most):
        """The first of them with what a card shows, in 6 queries: of thousands only these are read whole."""
        ids = self.order_by("sort_key", "pk").values_list("pk", flat=True)[:most]
        first = self.model.objects.filter(pk__in=list(ids))
        return first.for_cards().order_by("sort_key", "pk")

    def for_cards(self):
        """Load all that a card in a list shows, in 5 queries: initiatives and 4 relations."""
        return self.prefetch_related(
            "themes",
            "target_groups",
            "places",
            _participations(),
        )

    def for_page(self):
        """Load all that the page of one initiative shows."""
        return self.select_related("confirmed_by", "contact").prefetch_related(
            "themes__parent",
            "target_groups",
            "places__province",
            _participations(),
            "figures__source",
            "citations__source",
            Prefetch("documents", _documents_in_use()),
            "photos",
            "recognitions__body",
            "sources",
        )


class DocumentQuerySet(ArchivableQuerySet):
    """The words for choosing documents."""

    def of_provinces(self, province_ids):
        """Documents about an initiative, from an organisation, or of a meeting, of these provinces.

        A support organisation works for the provinces of its ``support_area``, as for meetings.
        Meetings are kept above this app, so they are reached through the relation and not by import.
        """
        every = self.model.objects.order_by().values("pk")
        all_initiatives = kinds.related_rows(self.model, "initiatives")
        initiatives = all_initiatives.of_provinces(province_ids)
        all_meetings = kinds.related_rows(self.model, "meetings").order_by()
        meetings = all_meetings.of_provinces(province_ids)
        of_meeting = Q(meetings__in=meetings.values("pk"))
        theirs = every.filter(
            Q(publishers__province__in=province_ids)
            | Q(publishers__support_area__in=province_ids)
            | Q(initiatives__in=initiatives)
            | of_meeting
        )
        return self.filter(pk__in=theirs)

    def published(self):
        """Documents the public may see: not those that only hang under initiatives or meetings that it may not.

        Meetings are kept above this app, so they are reached through the relation and not by import.
        """
        from .models import Initiative

        meetings = kinds.related_rows(self.model, "meetings").published()
        of_initiative = Q(initiatives__in=Initiative.objects.published())
        of_meeting = Q(meetings__in=meetings.order_by())
        on_its_own = Q(initiatives=None, meetings=None)
        shown = super().published().filter(on_its_own | of_initiative | of_meeting)
        return shown.distinct()


class CitationQuerySet(OwnedQuerySet):
    """The words for choosing quotes."""

    def published(self):
        """Quotes the public may read: not those about an initiative that it may not see."""
        from .models import Initiative

        return self.filter(
            Q(initiative=None) | Q(initiative__in=Initiative.objects.published())
        )


class PhotoQuerySet(OwnedQuerySet):
    """The words for choosing photos."""

    def published(self):
        """Photos of organisations and of initiatives that the public may see."""
        from .models import Initiative

        return self.filter(
            Q(initiative=None) | Q(initiative__in=Initiative.objects.published())
        )


def _published_documents():
    from .models import Document

    return Document.objects.published()


def _documents_in_use():
    """Those that are not archived, for a page that its reader may see: then what hangs under it is seen too."""
    from .models import Document

    return Document.objects.filter(archived_on=None).prefetch_related("publishers")


def _participations():
    from .models import Participation

    return Prefetch(
        "participations",
        Participation.objects.select_related("organisation").order_by("role", "pk"),
    )
