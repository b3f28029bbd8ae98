"""The page behind a row of the kansenkaart."""

from urllib.parse import urlencode

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from initiatives.models import Theme
from opportunities.elsewhere import Recommendations
from opportunities.matrix import MatrixMaker
from opportunities.running import RUNNING, is_fresh
from partners.models import Municipality
from partners.successions import Successions
from remembering.pages import remembered

from .municipality import loaded_for_list

MOST_EXAMPLES = 8


@remembered()
@require_safe
def evidence_detail(request, slug, theme_slug):
    """What a row of the kansenkaart rests on: figures, passages, services, and examples from elsewhere that fit."""
    today = timezone.localdate()
    municipality = get_object_or_404(
        Municipality.objects.select_related("province"),
        slug=slug,
    )
    theme = get_object_or_404(
        Theme.objects.for_page(),
        slug=theme_slug,
    )
    if not municipality.is_in_force_on(today):
        return redirect(municipality)
    successions = Successions.on(today)
    maker = MatrixMaker([municipality.pk], today, successions=successions)
    matrix = maker.matrix(municipality.pk)
    theme_ids = {subtheme.pk for subtheme in theme.subthemes.all()} | {theme.pk}
    recommendations = Recommendations(municipality, today, successions)
    context = {
        "municipality": municipality,
        "theme": theme,
        "row": matrix.row_of(theme),
        **need_context(matrix, theme_ids),
        **policy_context(matrix.wishes, theme_ids),
        **supply_context(matrix.supplies, theme_ids),
        "query_of_examples": query_of_running(slug, theme_slug),
        "check": matrix.supplies.check_of({theme.pk, theme.parent_id}),
        "elsewhere": recommendations.about([theme], MOST_EXAMPLES),
    }
    return render(request, "opportunities/evidence_detail.html", context)


def query_of_running(slug, theme_slug):
    """The query string of the overview for what is known to run about a theme in a municipality."""
    parameters = [("gemeente", slug), ("thema", theme_slug)]
    for phase in RUNNING:
        parameters.append(("fase", phase.value))
    return urlencode(parameters)


def need_context(matrix, theme_ids):
    """The figures about these themes; those of volunteers stand apart."""
    of_everybody = []
    of_volunteers = []
    for figure in matrix.figures:
        if figure.indicator.theme_id not in theme_ids:
            continue
        if figure.measurement.is_of_volunteers:
            of_volunteers.append(figure)
        else:
            of_everybody.append(figure)
    return {
        "figures": of_everybody,
        "figures_of_volunteers": of_volunteers,
    }


def policy_context(wishes, theme_ids):
    """What documents say about these themes."""
    mentions = []
    for mention in wishes.mentions():
        if mention.theme.pk in theme_ids:
            mentions.append(mention)
    return {
        "documents": wishes.documents,
        "passages": wishes.passages(theme_ids),
        "expired_passages": wishes.expired_passages(theme_ids),
        "mentions": mentions,
    }


def supply_context(supplies, theme_ids):
    """What there is already about these themes; of each of the first examples whether it still counts."""
    examples = supplies.examples(theme_ids)
    initiatives = []
    for initiative in examples[:MOST_EXAMPLES]:
        counts = is_fresh(initiative, supplies.year)
        initiatives.append((initiative, counts))
    return {
        "services": loaded_for_list(supplies.services_for(theme_ids)),
        "counted_services": supplies.counted_services_for(theme_ids),
        "initiatives": initiatives,
        "running_count": examples.count(),
    }
