"""What is always true of a meeting: the database refuses what breaks one of these."""

from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from events.choices import STORED_STATES, Attendance

RULES = [
    CheckConstraint(
        condition=~Q(title="") & ~Q(summary=""),
        name="event_title_and_summary",
        violation_error_message="Een bijeenkomst heeft een titel en een samenvatting.",
    ),
    CheckConstraint(
        condition=~Q(
            slug__in=[
                "maand",
                "voorbij",
                "foto",
                "plek",
                "boeking",
                "evaluatie",
                "organisaties",
            ]
        ),
        name="event_slug_not_a_page",
        violation_error_message="Dit kenmerk is al het adres van een andere pagina.",
    ),
    CheckConstraint(
        condition=Q(state__in=STORED_STATES),
        name="event_state_known",
        violation_error_message="Kies een stand uit de lijst; vol en geweest volgen vanzelf.",
    ),
    CheckConstraint(
        condition=Q(starts_on__lte=F("ends_on")),
        name="event_ends_after_start",
        violation_error_message="De laatste dag kan niet voor de eerste dag liggen.",
    ),
    CheckConstraint(
        condition=Q(
            starts_on__range=("1950-01-01", "2100-12-31"),
            ends_on__lte="2100-12-31",
        ),
        name="event_date_plausible",
        violation_error_message="Een bijeenkomst is tussen 1950 en 2100.",
    ),
    CheckConstraint(
        condition=Q(opens_at=None) | Q(closes_at=None) | Q(opens_at__lt=F("closes_at")),
        name="event_registration_closes_after_opening",
        violation_error_message="Inschrijven kan niet sluiten voordat het begint.",
    ),
    CheckConstraint(
        condition=Q(capacity=None) | Q(capacity__gt=0),
        name="event_capacity_positive",
        violation_error_message="Geef minstens één plek, of laat het leeg als er geen grens is.",
    ),
    CheckConstraint(
        condition=Q(on_site_capacity=None, online_capacity=None)
        | Q(attendance=Attendance.HYBRID)
        & (Q(on_site_capacity=None) | Q(on_site_capacity__gt=0))
        & (Q(online_capacity=None) | Q(online_capacity__gt=0)),
        name="event_own_limits_when_hybrid",
        violation_error_message="Apart tellen kan alleen bij ‘op locatie en online’, met minstens één plek.",
    ),
    CheckConstraint(
        condition=Q(edition=None) | Q(series__isnull=False, edition__gt=0),
        name="event_edition_in_series",
        violation_error_message="Een hoeveelste keer is 1 of meer, en hoort bij een reeks.",
    ),
    UniqueConstraint(
        fields=["series", "edition"],
        name="event_edition_unique",
        violation_error_message="Deze reeks heeft al een bijeenkomst met dit nummer.",
    ),
]
