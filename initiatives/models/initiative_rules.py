"""What is always true of an example: the database refuses what breaks one of these."""

from django.db.models import CheckConstraint, F, Q

from initiatives.choices import EntryKind, Phase, PublicationState

RULES = [
    CheckConstraint(
        condition=~Q(title="") & ~Q(summary=""),
        name="initiative_title_and_summary",
        violation_error_message="Een praktijkvoorbeeld heeft een titel en een samenvatting.",
    ),
    CheckConstraint(
        condition=~Q(slug__in=["kaart", "csv"]),
        name="initiative_slug_not_a_page",
        violation_error_message="Dit kenmerk is al het adres van een andere pagina.",
    ),
    CheckConstraint(
        condition=Q(entry_kind__in=EntryKind.values),
        name="initiative_entry_kind_known",
        violation_error_message="Kies wat het is: praktijkvoorbeeld, idee, document of campagne.",
    ),
    CheckConstraint(
        condition=Q(phase__in=Phase.values),
        name="initiative_phase_known",
        violation_error_message="Kies een fase uit de lijst.",
    ),
    CheckConstraint(
        condition=Q(publication_state__in=PublicationState.values),
        name="initiative_publication_state_known",
        violation_error_message="Kies een publicatiestand uit de lijst.",
    ),
    CheckConstraint(
        condition=Q(stop_reason="", end_year=None) | Q(phase=Phase.STOPPED),
        name="initiative_stop_reason_only_when_stopped",
        violation_error_message="Alleen wat gestopt is, heeft een reden en een jaar van stoppen.",
    ),
    CheckConstraint(
        condition=Q(start_month=None)
        | Q(start_month__range=(1, 12), start_year__isnull=False),
        name="initiative_start_month_has_year",
        violation_error_message="Een beginmaand is 1 tot en met 12, en heeft een jaar.",
    ),
    CheckConstraint(
        condition=(Q(year=None) | Q(year__range=(1950, 2100)))
        & (Q(start_year=None) | Q(start_year__range=(1950, 2100)))
        & (Q(end_year=None) | Q(end_year__range=(1950, 2100))),
        name="initiative_years_plausible",
        violation_error_message="Een jaar ligt tussen 1950 en 2100.",
    ),
    CheckConstraint(
        condition=Q(start_year=None)
        | Q(end_year=None)
        | Q(start_year__lte=F("end_year")),
        name="initiative_stops_after_start",
        violation_error_message="Een voorbeeld kan niet stoppen voordat het begon.",
    ),
    CheckConstraint(
        condition=Q(confirmed_on=None, confirmed_by=None)
        | Q(
            confirmed_on__isnull=False,
            confirmed_by__isnull=False,
        ),
        name="initiative_confirmed_on_and_by",
        violation_error_message="Geef bij een bevestiging de datum en de organisatie.",
    ),
    CheckConstraint(
        condition=~Q(publication_state=PublicationState.PUBLISHED)
        | Q(next_check_on__isnull=False),
        name="initiative_published_has_next_check",
        violation_error_message="Geef bij een gepubliceerd voorbeeld de datum waarop je het weer controleert.",
    ),
    CheckConstraint(
        condition=Q(next_check_on=None)
        | Q(confirmed_on=None)
        | Q(confirmed_on__lt=F("next_check_on")),
        name="initiative_checked_after_confirmation",
        violation_error_message="De volgende controle ligt na de bevestiging.",
    ),
]
