"""Which organisations, networks and agreements, and loaded how."""

from django.db.models import Count, Manager, Prefetch, Q
from django.utils.text import slugify

from accounts import kinds
from accounts.scopes import OwnedQuerySet, ScopedQuerySet
from partners.places import postcode_in, spots_called


class ArchivableQuerySet(ScopedQuerySet):
    """Rows that can be put away without being lost."""

    def published(self):
        """Rows the public may see: those that are not archived."""
        return self.filter(archived_on=None)


class OrganisationQuerySet(ArchivableQuerySet):
    """The words for choosing organisations of any kind."""

    def of_provinces(self, province_ids):
        """Organisations in these provinces; one without a province works nationally."""
        return self.filter(province__in=province_ids)

    def narrowed(self, *, name="", province="", sector=""):
        """Organisations with this in their name, of this province and kind of partner (slugs); empty is any."""
        organisations = self
        if name:
            organisations = organisations.filter(
                Q(name__icontains=name) | Q(short_name__icontains=name)
            )
        if province:
            organisations = organisations.filter(province__slug=province)
        if sector:
            organisations = organisations.filter(sector=sector)
        return organisations

    def taking_part_in(self, initiatives):
        """Organisations in these initiatives, those in most of them first; annotates ``met``."""
        keys = initiatives.order_by().values("pk")
        taking_part = self.filter(participations__initiative__in=keys)
        met = Count("participations__initiative", distinct=True)
        return taking_part.annotate(met=met).order_by("-met", "sort_key")

    def companions_of(self, organisations):
        """Other organisations in the published initiatives of these, those most often met first."""
        initiatives = self.initiatives_of(organisations)
        keys = [organisation.pk for organisation in organisations]
        return self.taking_part_in(initiatives).exclude(pk__in=keys)

    def initiatives_of(self, organisations):
        """Published initiatives in which one of these organisations takes part."""
        return self.published_initiatives().of_organisations(organisations)

    def with_initiative_count(self):
        """A list of these, each with ``initiative_count``: in how many published practice examples it takes part.

        In 2 queries; for a page of them, since all that they do is read at once.
        """
        organisations = list(self)
        practices = self.published_initiatives().practices()
        participations = kinds.related_rows(self.model, "participations").filter(
            organisation__in=organisations,
            initiative__in=practices.order_by(),
        )
        by_organisation = participations.order_by().values_list("organisation")
        counted = by_organisation.annotate(Count("initiative", distinct=True))
        counts = dict(counted)
        for organisation in organisations:
            organisation.initiative_count = counts.get(organisation.pk, 0)
        return organisations

    def for_page(self):
        """Load what every organisation page shows besides lists: province, sources."""
        return self.select_related("province", "parent").prefetch_related(
            "sources",
            "photos",
        )

    def published_initiatives(self):
        """Initiatives hang above organisations, so they are reached through the relation and not by import."""
        return kinds.related_rows(self.model, "initiatives").published()


class LibraryQuerySet(OrganisationQuerySet):
    """The words for choosing libraries."""

    def working_in(self, municipality_ids):
        """Libraries with one of these municipalities in their work area."""
        return self.filter(work_area__in=municipality_ids).distinct()


class BranchQuerySet(OwnedQuerySet):
    """The words for choosing branches."""

    def of_provinces(self, province_ids):
        """Branches of libraries there, and those of nobody knows which library in municipalities there."""
        is_here = Q(library=None, municipality__province__in=province_ids)
        theirs = super().of_provinces(province_ids)
        return self.filter(Q(pk__in=theirs.values("pk")) | is_here)

    def of_unknown_libraries_in(self, municipality_ids):
        """Those in these municipalities of which nobody knows the library, with where that was read."""
        unknown = self.filter(library=None, municipality__in=municipality_ids)
        return unknown.prefetch_related("sources").order_by("place", "name")


class PartnerQuerySet(OrganisationQuerySet):
    """The words for choosing partners."""

    def supporting(self, province_id):
        """Partners that support the libraries of this province; none where that is not known."""
        if not province_id:
            return self.none()
        return self.filter(support_area=province_id)


def in_force_on(today):
    """The rule of which municipalities are there on that day; of other organisations it holds always."""
    return Q(valid_until=None) | Q(valid_until__gt=today)


class MunicipalityQuerySet(OrganisationQuerySet):
    """The words for choosing municipalities."""

    def current(self, today):
        """Municipalities in force on that day."""
        return self.filter(in_force_on(today))

    def called(self, slug):
        """Municipalities with this name, or else with this alias, as it is written in an address."""
        return self.filter(Q(slug=slug) | Q(aliases__slug=slug)).distinct()

    def called_or_with(self, text):
        """Municipalities called so, or with a town or postcode called so."""
        slug = slugify(text)
        codes = {spot.municipality_code for spot in spots_called(text)}
        return self.filter(
            Q(slug=slug) | Q(aliases__slug=slug) | Q(cbs_code__in=codes)
        ).distinct()

    def search(self, text):
        """Municipalities called so, or with such a town or postcode; else with this in a name or alias."""
        slug = slugify(text)
        exactly = self.called_or_with(text)
        if exactly or not slug or postcode_in(text):
            return exactly
        return self.filter(
            Q(slug__contains=slug) | Q(aliases__slug__contains=slug)
        ).distinct()


class SuccessionQuerySet(ScopedQuerySet):
    """The words for choosing reorganisations."""

    def decided(self):
        """Those that happen on their day; what is only announced is left out."""
        return self.filter(is_announced=False)

    def still_ahead(self, today):
        """Those that did not happen on that day yet: announced, or later."""
        return self.filter(Q(is_announced=True) | Q(takes_effect_on__gt=today))

    def touching(self, municipality):
        """Those in which this municipality ends or grows."""
        return self.filter(Q(predecessor=municipality) | Q(successor=municipality))

    def for_page(self):
        """Load all that a page says of them, in 1 query."""
        return self.select_related("predecessor", "successor", "source").order_by(
            "takes_effect_on",
            "pk",
        )


def of_kind(queryset_class):
    """A manager with these words that only ever sees organisations of its own proxy's kind."""

    class KindManager(Manager.from_queryset(queryset_class)):
        def get_queryset(self):
            return super().get_queryset().filter(kind=self.model.KIND)

    return KindManager()


class NetworkQuerySet(ArchivableQuerySet):
    """The words for choosing networks."""

    def for_page(self):
        """Load all that a network page shows besides lists, in 5 queries."""
        return self.prefetch_related(
            "memberships__organisation",
            "figures__source",
            "citations__source",
            "sources",
        )


class AgreementQuerySet(ArchivableQuerySet):
    """The words for choosing agreements."""

    def of_municipality(self, municipality):
        """Agreements to which it is a party, or that were signed there."""
        return self.filter(
            Q(parties=municipality) | Q(municipality=municipality)
        ).distinct()

    def for_list(self):
        """Load all that a list of agreements shows, in 4 queries."""
        published = kinds.related_rows(self.model, "documents").published()
        documents = Prefetch("documents", published)
        agreements = self.select_related("network", "municipality")
        return agreements.prefetch_related("parties", "sources", documents)
