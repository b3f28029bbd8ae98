"""The pages of municipalities, of today and of the past."""

from collections import Counter

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from initiatives.models import Initiative, Theme
from opportunities.chances import RULES
from opportunities.change import changes_of
from opportunities.comparable import lookalikes, places_of
from opportunities.counts import initiatives_by_municipality
from opportunities.elsewhere import examples_about, lessons_from
from opportunities.matrix import MatrixMaker
from opportunities.models import Service
from opportunities.words import in_words
from partners.dot_map import dot_map
from partners.models import Agreement, Library, Municipality, Province
from partners.successions import Successions

MOST_ALIKE = 3
MOST_EXAMPLES = 8


@require_safe
def municipality_list(request):
    """All municipalities of today, as a table and on a map; ``zoek`` leads to the one that is meant."""
    today = timezone.localdate()
    asked = request.GET.get("zoek", "").replace("\x00", "").strip()
    found = Municipality.objects.search(asked) if asked else None
    if found is not None and len(found) == 1:
        return redirect(found[0])
    municipalities = Municipality.objects.current(today).select_related("province")
    province = request.GET.get("provincie", "").replace("\x00", "")
    counts = {slug: len(ids) for slug, ids in initiatives_by_municipality(today).items()}
    context = {
        "asked": asked,
        "found": found,
        "province": province,
        "municipalities": municipalities.filter(province__slug=province) if province else municipalities,
        "provinces": Province.objects.all(),
        "counts": counts,
        "dots": dot_map(municipalities, counts),
    }
    return render(request, "opportunities/municipality_list.html", context)


@require_safe
def municipality_detail(request, slug):
    """A municipality of today; one that ended redirects to its successor, or shows among which it was split."""
    today = timezone.localdate()
    called = list(Municipality.objects.called(slug).select_related("province"))
    if not called:
        raise Http404
    if len(called) > 1:
        return render(request, "opportunities/municipality_choice.html", {"slug": slug, "municipalities": called})
    municipality, successions = called[0], Successions.on(today)
    now = successions.living_on_in(municipality.pk)
    if len(now) > 1:
        return _split_municipality(request, municipality, now)
    if now != [municipality.pk] or municipality.slug != slug:
        return redirect(Municipality.objects.get(pk=now[0]), permanent=True)
    return _municipality_of_today(request, municipality, successions, today)


def _split_municipality(request, municipality, successor_ids):
    successors = Municipality.objects.in_bulk(successor_ids)
    context = {
        "municipality": municipality,
        "successors": [successors[pk] for pk in successor_ids],
        "initiatives": Initiative.objects.published().in_municipalities([municipality.pk]).for_cards(),
    }
    return render(request, "opportunities/municipality_split.html", context)


def _municipality_of_today(request, municipality, successions, today):
    ids = successions.merged_into(municipality.pk)
    initiatives = Initiative.objects.published().in_municipalities(ids).for_cards().order_by("sort_key")
    context = {
        "municipality": municipality,
        "aliases": municipality.aliases.all(),
        "predecessors": Municipality.objects.filter(pk__in=ids[1:]).order_by("-valid_until", "sort_key"),
        "initiatives": initiatives,
        "companions": _companions(initiatives, municipality),
        "libraries": Library.objects.working_in(ids),
        "agreements": Agreement.objects.published().of_municipality(municipality).for_list(),
        "figures": municipality.figures.select_related("source"),
        "citations": municipality.citations.select_related("source"),
        "documents": municipality.documents.published(),
        "sources": municipality.sources.all(),
    }
    context |= _opportunities(request, municipality, successions, initiatives, today)
    return render(request, "opportunities/municipality_detail.html", context)


def _companions(initiatives, municipality):
    """Organisations in these initiatives (loaded ``for_cards``), those in most of them first, with ``met``."""
    taking_part = [{each.organisation for each in initiative.participations.all()} for initiative in initiatives]
    met = Counter(organisation for organisations in taking_part for organisation in organisations)
    shown = [each for each in met if each.pk != municipality.pk and each.archived_on is None]
    for organisation in shown:
        organisation.met = met[organisation]
    return sorted(shown, key=lambda each: (-each.met, each.sort_key))


def _opportunities(request, municipality, successions, initiatives, today):
    """The kansenkaart, what to learn from others, and what changed."""
    maker = MatrixMaker([municipality.pk], today, successions=successions, initiatives=initiatives, leads_only=True)
    matrix, here = maker.matrix(municipality.pk), successions.merged_into(municipality.pk)
    alike = lookalikes(municipality, today)
    lessons = lessons_from(alike, here, successions)
    alike = alike[:MOST_ALIKE]
    return {
        "matrix": matrix,
        "places": places_of([*alike, *(lesson.lookalike for lesson in lessons)]),
        "services": _services(matrix.supplies.services),
        "rules": RULES,
        "unfolded": request.GET.get("open", ""),
        "sentences": in_words(matrix, here),
        "lessons": lessons,
        "alike": alike,
        "changes": changes_of(matrix, municipality, today),
    }


def _services(services):
    """All that a list shows of these; most municipalities have none yet."""
    return Service.objects.for_list().filter(pk__in=[each.pk for each in services]) if services else []


@require_safe
def evidence_detail(request, slug, theme_slug):
    """What a row of the kansenkaart rests on: figures, passages, services, and examples from elsewhere that fit."""
    today = timezone.localdate()
    municipality = get_object_or_404(Municipality.objects.select_related("province"), slug=slug)
    theme = get_object_or_404(Theme.objects.select_related("parent").prefetch_related("subthemes"), slug=theme_slug)
    if not municipality.is_in_force_on(today):
        return redirect(municipality)
    successions = Successions.on(today)
    matrix = MatrixMaker([municipality.pk], today, successions=successions).matrix(municipality.pk)
    themes = {theme.pk, *(part.pk for part in theme.subthemes.all())}
    initiatives = matrix.supplies.initiatives_for(themes)
    context = {
        "municipality": municipality,
        "theme": theme,
        "row": matrix.row_of(theme),
        "figures": [each for each in matrix.figures if each.indicator.theme_id in themes],
        "documents": matrix.wishes.documents,
        "passages": matrix.wishes.passages(themes),
        "mentions": [each for each in matrix.wishes.mentions() if each.theme.pk in themes],
        "services": _services(matrix.supplies.services_for(themes)),
        "initiatives": [(each, matrix.supplies.is_fresh(each)) for each in initiatives],
        "check": matrix.supplies.check_of({theme.pk, theme.parent_id}),
        "elsewhere": examples_about(themes, successions.merged_into(municipality.pk), MOST_EXAMPLES),
    }
    return render(request, "opportunities/evidence_detail.html", context)
