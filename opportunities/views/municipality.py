"""The pages of municipalities, of today and of the past."""

from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from initiatives.filters import InitiativeFilter, query_of_all_kinds
from initiatives.maps import counts_by_municipality, map_of_examples
from initiatives.models import Initiative, Theme
from opportunities.announcements import announcements_of
from opportunities.answer import subjects_of
from opportunities.arrivals import arrival_in_words
from opportunities.chances import RULES
from opportunities.elsewhere import Recommendations
from opportunities.matrix import matrix_of
from opportunities.models import Service
from opportunities.notes.forms import MOST_THEMES
from opportunities.own_knowledge import OwnKnowledge
from opportunities.questions import four_questions
from opportunities.words import in_words
from partners.libraries_here import libraries_here
from partners.models import Municipality, Province
from partners.places import is_doubtful
from partners.successions import Successions
from remembering.pages import remembered
from visitors.asked import asked_text, readable

MOST_EXAMPLES = 12  # on the page of a municipality; the overview has them all


@remembered(parameters=("provincie",))
@require_safe
def municipality_list(request):
    """All municipalities of today, as a table and on a map; ``zoek`` leads to the one that is meant."""
    today = timezone.localdate()
    searched = asked_text(request.GET, "zoek")
    matches = None
    if searched:
        matches = list(Municipality.objects.search(searched))
        meant = Successions.on(today).the_one_meant(matches)
        if meant and not is_doubtful(searched):
            return redirect(page_of(meant, request.GET.get("thema", ""), today))
    province = asked_text(request.GET, "provincie")
    of_today = Municipality.objects.current(today).select_related("province")
    shown = of_today
    if province:
        shown = of_today.filter(province__slug=province)
    counts = counts_by_municipality(InitiativeFilter({}))
    context = {
        "searched": searched,
        "matches": matches,
        "is_doubtful": is_doubtful(searched),
        "province": province,
        "municipalities": shown,
        "provinces": Province.objects.all(),
        "counts": counts,
        "map": map_of_examples(of_today, counts, today),
    }
    return render(request, "opportunities/municipality_list.html", context)


def page_of(municipality, theme_slug, today):
    """The address of a municipality, or of this theme in it where both are there."""
    theme = Theme.objects.filter(slug=readable(theme_slug)).first()
    if theme is None or not municipality.is_in_force_on(today):
        return municipality.get_absolute_url()
    return reverse(
        "opportunities:evidence_detail",
        args=[municipality.slug, theme.slug],
    )


@remembered(parameters=("van", "open"))
@require_safe
def municipality_detail(request, slug):
    """A municipality of today; one that ended redirects to its successor, or shows among which it was split."""
    today = timezone.localdate()
    namesakes = list(Municipality.objects.called(slug).select_related("province"))
    if not namesakes:
        raise Http404
    if len(namesakes) > 1:
        return render(
            request,
            "opportunities/municipality_choice.html",
            {"slug": slug, "municipalities": namesakes},
        )
    municipality = namesakes[0]
    successions = Successions.on(today)
    now = successions.living_on_in(municipality.pk)
    if len(now) > 1:
        return split_municipality(request, municipality, now)
    if now != [municipality.pk] or municipality.slug != slug:
        successor = Municipality.objects.get(pk=now[0])
        return redirect(came_from(slug, successor), permanent=True)
    return municipality_of_today(request, municipality, successions, today)


def came_from(slug, municipality):
    """The address of a municipality, with the old name by which the reader looked for it."""
    return f"{municipality.get_absolute_url()}?{urlencode({'van': slug})}"


def split_municipality(request, municipality, successor_ids):
    """The page of a municipality that ended, with those among which it was split."""
    successors = Municipality.objects.in_bulk(successor_ids)
    context = {
        "municipality": municipality,
        "successors": [successors[pk] for pk in successor_ids],
        **examples_in(municipality, [municipality.pk]),
    }
    return render(request, "opportunities/municipality_split.html", context)


def examples_in(municipality, ids):
    """The first entries of what happens in a municipality (in these, by id), and how many there are."""
    here = Initiative.objects.published().in_municipalities(ids)
    return {
        "initiatives": here.first_by_name(MOST_EXAMPLES),
        "initiative_count": here.count(),
        "query_of_examples": query_of_all_kinds(gemeente=municipality.slug),
    }


def municipality_of_today(request, municipality, successions, today):
    """What to talk about in a municipality, what happens there, and its kansenkaart as the reader knows it."""
    kept_matrix = matrix_of(municipality, today, successions)
    own_knowledge = OwnKnowledge(request.GET, kept_matrix, municipality)
    matrix = own_knowledge.matrix
    recommendations = Recommendations(municipality, today, successions)
    subjects = subjects_of(matrix, recommendations)
    services = loaded_for_list(matrix.supplies.services)
    ids = successions.merged_into(municipality.pk)
    arrived_from = asked_text(request.GET, "van")
    context = {
        "municipality": municipality,
        "arrival": arrival_in_words(municipality, arrived_from, successions),
        "announcements": announcements_of(municipality, today),
        "aliases": municipality.aliases.all(),
        **examples_in(municipality, ids),
        **libraries_here(ids),
        "own_knowledge": own_knowledge,
        "subjects": subjects,
        "questions": four_questions(municipality, matrix, services, subjects, today),
        "note_query": note_query(municipality, subjects, own_knowledge),
        "services": services,
        **matrix_context(matrix, subjects, today),
        "unfolded": request.GET.get("open", ""),
    }
    return render(request, "opportunities/municipality_detail.html", context)


def matrix_context(matrix, subjects, today):
    """The kansenkaart, in words too, with the rules that made it."""
    themes = [subject.theme for subject in subjects]
    return {
        "matrix": matrix,
        "is_low_elsewhere": matrix.is_low_but_for(themes),
        "counted_services": matrix.supplies.counted_services,
        "sentences": in_words(matrix, today),
        "rules": RULES,
    }


def note_query(municipality, subjects, own_knowledge):
    """The query string of a new note about these subjects, those of which the reader knows something first.

    The note chooses its own examples, so that they go along when a theme is taken out.
    """
    themes = list(own_knowledge.themes)
    for subject in subjects:
        if subject.theme not in themes:
            themes.append(subject.theme)
    pairs = [("gemeente", municipality.slug)]
    for theme in themes[:MOST_THEMES]:
        pairs.append(("thema", theme.slug))
    return urlencode(pairs + own_knowledge.typed)


def loaded_for_list(services: list[Service]) -> list[Service]:
    """The same services with all that a list shows; most municipalities have none yet, which costs no query."""
    if not services:
        return []
    ids = [service.pk for service in services]
    return list(Service.objects.for_list().filter(pk__in=ids))
