"""Which organisation of the directory somebody means with a typed name, and which they may be typing."""

from django.db.models import Q
from django.db.models.functions import Lower

from partners.models import Organisation
from partners.querysets import in_force_on

from .models import Registration

MOST = 8
SHORTEST = 2  # letters
KIND_OF = {
    Registration.Sector.LIBRARY: Organisation.Kind.LIBRARY,
    Registration.Sector.MUNICIPALITY: Organisation.Kind.MUNICIPALITY,
}


def organisations_now(today):
    """Organisations that one can come from: published, and municipalities that still exist."""
    return Organisation.objects.published().filter(in_force_on(today)).select_related("province")


def called(names, *, today):
    """{typed name: organisations with exactly this name, short name or slug, whatever its capitals}; one query."""
    wanted = {name.casefold() for name in names if name}
    if not wanted:
        return {}
    lowered = organisations_now(today).annotate(small=Lower("name"), short=Lower("short_name"))
    found = list(lowered.filter(Q(small__in=wanted) | Q(short__in=wanted) | Q(slug__in=wanted)))
    return {name: [each for each in found if _is_called(each, name.casefold())] for name in names}


def _is_called(organisation, name):
    return name in (organisation.name.casefold(), organisation.short_name.casefold(), organisation.slug)


def meant(organisations, *, sector, province):
    """The one that is meant among several of the same name; ``None`` when that cannot be told."""
    for is_likely in (lambda each: each.kind == KIND_OF.get(sector), lambda each: each.province == province):
        likely = [each for each in organisations if is_likely(each)]
        organisations = likely or organisations
    return organisations[0] if len(organisations) == 1 else None


def suggested(text, *, today):
    """At most 8 organisations with this in their name, those that begin so first."""
    if len(text) < SHORTEST:
        return []
    among = organisations_now(today).filter(Q(name__icontains=text) | Q(short_name__icontains=text))
    begins = Q(name__istartswith=text) | Q(short_name__istartswith=text)
    first = list(among.filter(begins).order_by("sort_key", "slug")[:MOST])
    return first + list(among.exclude(begins).order_by("sort_key", "slug")[: MOST - len(first)])
