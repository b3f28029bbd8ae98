"""What stands behind the page of a municipality: who is in it, municipalities to learn from, and the sources."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from initiatives.models import Initiative
from opportunities.answer import subjects_of
from opportunities.change import changes_of
from opportunities.comparable import lookalikes, municipalities_of
from opportunities.comparing import query_of
from opportunities.elsewhere import Recommendations
from opportunities.matrix import matrix_of
from partners.libraries_here import libraries_here
from partners.models import Agreement, Municipality, Organisation
from partners.successions import Successions
from remembering.pages import remembered

MOST_ALIKE = 3
MOST_COMPANIONS = 20
COMPANION = ("kind", "slug", "name", "sort_key")


@remembered()
@require_safe
def municipality_background(request, slug):
    """Who works with whom in a municipality of today, what changed, what is like it, and where its facts come from."""
    today = timezone.localdate()
    municipality = get_object_or_404(
        Municipality.objects.select_related("province"),
        slug=slug,
    )
    if not municipality.is_in_force_on(today):
        return redirect(municipality)
    successions = Successions.on(today)
    ids = successions.merged_into(municipality.pk)
    initiatives = Initiative.objects.published().in_municipalities(ids)
    taking_part = Organisation.objects.published().taking_part_in(initiatives)
    companions = list(taking_part.exclude(pk=municipality.pk).only(*COMPANION))
    predecessors = Municipality.objects.filter(pk__in=ids[1:])
    agreements = Agreement.objects.published().of_municipality(municipality)
    context = {
        "municipality": municipality,
        "predecessors": predecessors.order_by("-valid_until", "sort_key"),
        "companions": companions[:MOST_COMPANIONS],
        "companion_count": len(companions),
        **libraries_here(ids),
        "agreements": agreements.for_list(),
        "figures": municipality.figures.select_related("source"),
        "citations": municipality.citations.select_related("source"),
        "documents": municipality.documents.published(),
        "sources": municipality.sources.all(),
    }
    context |= learned_from_others(municipality, successions, today)
    return render(request, "opportunities/municipality_background.html", context)


def learned_from_others(municipality, successions, today):
    """Municipalities that are alike with an example that the page did not name yet, and what changed here."""
    matrix = matrix_of(municipality, today, successions)
    alike = lookalikes(municipality, today)
    recommendations = Recommendations(municipality, today, successions, alike)
    subjects = subjects_of(matrix, recommendations)
    named = []
    for subject in subjects:
        if subject.example:
            named.append(subject.example)
    themes = [subject.theme for subject in subjects]
    lessons = recommendations.lessons(named, themes)
    alike = alike[:MOST_ALIKE]
    teaching = [lesson.lookalike for lesson in lessons]
    places = municipalities_of(alike + teaching)
    compared = [municipality]
    for lookalike in alike:
        compared.append(places[lookalike.pk])
    return {
        "lessons": lessons,
        "alike": alike,
        "places": places,
        "compare_query": query_of("gemeente", compared),
        "changes": changes_of(matrix, municipality, today),
    }
