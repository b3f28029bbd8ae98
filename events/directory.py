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
    organisations = organisations_now(today)
    organisations = organisations.annotate(small=Lower("name"), short=Lower("short_name"))
    organisations = organisations.filter(Q(small__in=wanted) | Q(short__in=wanted) | Q(slug__in=wanted))
    by_name = {name: [] for name in names}
    for organisation in organisations:
        names_of_this = (organisation.name.casefold(), organisation.short_name.casefold(), organisation.slug)
        for name, organisations_so_called in by_name.items():
            if name.casefold() in names_of_this:
                organisations_so_called.append(organisation)
    return by_name


def meant(organisations, *, sector, province):
    """The one that is meant among several of the same name; ``None`` when that cannot be told."""
    kind = KIND_OF.get(sector)
    of_this_kind = [organisation for organisation in organisations if organisation.kind == kind]
    organisations = of_this_kind or organisations
    in_this_province = [organisation for organisation in organisations if organisation.province == province]
    organisations = in_this_province or organisations
    if len(organisations) == 1:
        return organisations[0]
    return None


def suggested(text, *, today):
    """At most 8 organisations with this in their name, those that begin so first."""
    if len(text) < SHORTEST:
        return []
    contains = Q(name__icontains=text) | Q(short_name__icontains=text)
    begins = Q(name__istartswith=text) | Q(short_name__istartswith=text)
    organisations = organisations_now(today).filter(contains).order_by("sort_key", "slug")
    first = list(organisations.filter(begins)[:MOST])
    room = MOST - len(first)
    others = organisations.exclude(begins)[:room]
    return [*first, *others]
