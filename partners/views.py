"""The pages of libraries, partners and networks."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from curation.moved_pages import redirect_to_kept
from remembering.pages import remembered
from visitors.asked import asked_text

from .companionship import Companionship, drawing_of
from .models import Library, Network, Organisation, Partner, Province
from .work_area_map import map_of_support, map_of_work_area

MOST_MEETINGS = 10
MOST_ENTRIES = 12  # of a kind; the overview of examples has them all
PER_PAGE = 100


@remembered(parameters=("provincie", "soort", "pagina"))
@require_safe
def library_list(request):
    """All libraries, narrowed by name and province."""
    libraries = Library.objects.published().select_related("province")
    return list_of_organisations(request, libraries, "partners/library_list.html")


@remembered()
@require_safe
def library_detail(request, slug):
    """A library: where it works, with whom, and what it does; one that was merged leads to the other."""
    library = Library.objects.published().for_page().filter(slug=slug).first()
    if library is None:
        return redirect_to_kept(Library.objects.published(), slug)
    return library_page(request, library)


def library_page(request, library, **more):
    """The page of a library that comes from ``for_page()``; ``more`` is what a preview says besides."""
    context = {
        **more,
        "work_area": library.work_area.all(),
        "branches": library.branches.prefetch_related("sources"),
        "support": Partner.objects.published().supporting(library.province_id),
        "map": map_of_work_area(library, timezone.localdate()),
    }
    return page_of_organisation(
        request,
        library,
        "partners/library_detail.html",
        context,
    )


@remembered(parameters=("provincie", "soort", "pagina"))
@require_safe
def partner_list(request):
    """All partners, narrowed by name and kind; an office stands under the partner it belongs to."""
    partners = Partner.objects.published().select_related("parent", "province")
    return list_of_organisations(request, partners, "partners/partner_list.html")


@remembered()
@require_safe
def partner_detail(request, slug):
    """A partner: what it does with which libraries, its offices, its agreements; a merged one leads to the other."""
    partner = Partner.objects.published().for_page().filter(slug=slug).first()
    if partner is None:
        return redirect_to_kept(Partner.objects.published(), slug)
    return partner_page(request, partner)


def partner_page(request, partner, **more):
    """The page of a partner that comes from ``for_page()``; ``more`` is what a preview says besides."""
    offices = partner.offices.all()
    support_area = list(partner.support_area.all())
    context = {
        **more,
        "offices": offices,
        "support_area": support_area,
        "map": map_of_support(partner.name, support_area, timezone.localdate()),
    }
    return page_of_organisation(
        request,
        partner,
        "partners/partner_detail.html",
        context,
        offices,
    )


@remembered()
@require_safe
def network_list(request):
    """All networks with their members of today."""
    networks = Network.objects.published().prefetch_related("memberships__organisation")
    return render(request, "partners/network_list.html", {"networks": networks})


@remembered()
@require_safe
def network_detail(request, slug):
    """A network: who is in it, what they agreed, and what they do."""
    return network_page(
        request,
        get_object_or_404(Network.objects.published().for_page(), slug=slug),
    )


def network_page(request, network, **more):
    """The page of a network that comes from ``for_page()``; ``more`` is what a preview says besides."""
    context = {
        **more,
        **entries_of(network.members_now),
        "network": network,
        "query_of_entries": query_of_members(network),
        "agreements": network.agreements.published().for_list(),
        "documents": network.documents.published(),
    }
    return render(request, "partners/network_detail.html", context)


def query_of_members(network):
    """The query string of the overview for all members of a network; empty where no one filter has them all."""
    members = network.members_now
    kinds = {member.kind for member in members}
    if kinds not in ({Organisation.Kind.LIBRARY}, {Organisation.Kind.PARTNER}):
        return ""
    return urlencode([(member.kind, member.slug) for member in members])


def list_of_organisations(request, organisations, template):
    """A list narrowed by ``zoek`` (part of the name), ``provincie`` and ``soort``; unknown values find nothing."""
    chosen = {}
    for name in ("zoek", "provincie", "soort"):
        chosen[name] = asked_text(request.GET, name)
    filled_in = {name: value for name, value in chosen.items() if value}
    narrowed = organisations.narrowed(
        name=chosen["zoek"],
        province=chosen["provincie"],
        sector=chosen["soort"],
    )
    page = Paginator(narrowed, PER_PAGE).get_page(request.GET.get("pagina"))
    page.object_list = page.object_list.with_initiative_count()
    context = {
        "page": page,
        "asked": chosen,
        "query": urlencode(filled_in),
        "provinces": Province.objects.all(),
        "sectors": Organisation.Sector.choices,
    }
    return render(request, template, context)


def page_of_organisation(
    request,
    organisation,
    template,
    context,
    offices=(),
):
    """What every organisation page shows: what it does (its offices too), with whom, and under which names."""
    together = [organisation, *offices]
    companionship = Companionship(together)
    context |= entries_of(together)
    context |= {
        "organisation": organisation,
        "query_of_entries": urlencode({organisation.kind: organisation.slug}),
        "companions": companionship.companions,
        "companion_count": companionship.count,
        "drawing": drawing_of(companionship.companions),
        "memberships": organisation.network_memberships.select_related("network"),
        "agreements": organisation.agreements.published().for_list(),
        "figures": organisation.figures.select_related("source"),
        "citations": organisation.citations.select_related("source"),
        "documents": organisation.documents.published(),
        "meetings": organisation.meetings.for_mentions()[:MOST_MEETINGS],
    }
    return render(request, template, context)


def entries_of(organisations):
    """The first practice examples and other entries in which these organisations take part, and how many there are."""
    entries = Organisation.objects.initiatives_of(organisations)
    return {
        "initiatives": entries.practices().first_by_name(MOST_ENTRIES),
        "initiative_count": entries.practices().count(),
        "other_entries": entries.no_practices().first_by_name(MOST_ENTRIES),
        "other_entry_count": entries.no_practices().count(),
    }
