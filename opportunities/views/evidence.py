"""The page behind a row of the kansenkaart."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from initiatives.models import Theme
from opportunities.elsewhere import Recommendations
from opportunities.matrix import MatrixMaker
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
        Municipality.objects.select_related("province"), slug=slug
    )
    theme = get_object_or_404(Theme.objects.for_page(), slug=theme_slug)
    if not municipality.is_in_force_on(today):
        return redirect(municipality)
    successions = Successions.on(today)
    matrix = MatrixMaker([municipality.pk], today, successions=successions).matrix(
        municipality.pk
    )
    wishes = matrix.wishes
    supplies = matrix.supplies
    theme_ids = {theme.pk, *(subtheme.pk for subtheme in theme.subthemes.all())}
    figures = [
        figure for figure in matrix.figures if figure.indicator.theme_id in theme_ids
    ]
    recommendations = Recommendations(municipality, today, successions)
    context = {
        "municipality": municipality,
        "theme": theme,
        "row": matrix.row_of(theme),
        "figures": [
            figure for figure in figures if not figure.measurement.is_of_volunteers
        ],
        "figures_of_volunteers": [
            figure for figure in figures if figure.measurement.is_of_volunteers
        ],
        "documents": wishes.documents,
        "passages": wishes.passages(theme_ids),
        "expired_passages": wishes.expired_passages(theme_ids),
        "mentions": [
            mention for mention in wishes.mentions() if mention.theme.pk in theme_ids
        ],
        "services": loaded_for_list(supplies.services_for(theme_ids)),
        "counted_services": supplies.counted_services_for(theme_ids),
        "initiatives": [
            (example, supplies.is_fresh(example))
            for example in supplies.initiatives_for(theme_ids)
        ],
        "check": supplies.check_of({theme.pk, theme.parent_id}),
        "elsewhere": recommendations.about([theme], MOST_EXAMPLES),
    }
    return render(request, "opportunities/evidence_detail.html", context)
