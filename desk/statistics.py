"""How the directory is doing: per province and period, by theme, phase and freshness, with coverage and growth."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django import forms
from django.db.models import Count
from django.db.models.functions import Coalesce, TruncMonth
from django.utils.dates import MONTHS_3
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from events.organiser.figures import bars_of
from initiatives.cards import end_of_confirmation, freshness_of
from initiatives.choices import EntryKind
from initiatives.models import Initiative, Theme
from partners.models import Municipality, Province
from partners.successions import Successions

MOST_MONTHS = 24
FIRST_YEAR = 2000
LAST_YEAR = 2100


class StatisticsForm(forms.Form):
    """Which province, and entered from which year to which."""

    province = forms.ModelChoiceField(
        Province.objects.all(),
        label="Provincie",
        required=False,
        empty_label="Alle",
        to_field_name="slug",
        widget=UnfoldAdminSelectWidget,
    )
    since = forms.IntegerField(
        label="Ingevoerd vanaf jaar",
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=UnfoldAdminTextInputWidget,
    )
    until = forms.IntegerField(
        label="Tot en met jaar",
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=UnfoldAdminTextInputWidget,
    )

    def clean(self):
        cleaned = super().clean()
        since = cleaned.get("since") or FIRST_YEAR
        until = cleaned.get("until") or LAST_YEAR
        if since > until:
            self.add_error("until", "Dit jaar ligt voor het beginjaar.")
        return cleaned


@dataclass(frozen=True)
class CountTable:
    """Labels with counts, to draw and to download."""

    title: str
    rows: list

    @property
    def bars(self):
        """A bar for each label, the longest of which is full."""
        return bars_of(dict(self.rows))


def statistics_of(form, today):
    """All tables, in a fixed number of queries; what the form refuses is left out."""
    chosen = {}
    if form.is_valid():
        chosen = form.cleaned_data
    province = chosen.get("province")
    entered = entered_in(
        chosen.get("since"),
        chosen.get("until"),
    )
    if province:
        of_province = Initiative.objects.of_provinces([province.pk])
        entered = entered.filter(pk__in=of_province.values("pk"))
    published = entered.published()
    states = counted(entered, "publication_state", Initiative.PublicationState)
    kinds = counted(published, "entry_kind", EntryKind)
    phases = counted(published, "phase", Initiative.Phase)
    fresh = counted_by_freshness(published, today)
    covered = coverage(published.practices(), province, today)
    return [
        CountTable("Voorbeelden naar stand", states),
        CountTable("Gepubliceerd naar wat het is", kinds),
        CountTable("Gepubliceerd naar thema", counted_by_theme(published)),
        CountTable("Gepubliceerd naar fase", phases),
        CountTable("Gepubliceerd naar hoe vers", fresh),
        CountTable("Gemeenten met een voorbeeld", covered),
        CountTable("Ingevoerd per maand", growth(entered)),
    ]


def entered_in(first_year, last_year):
    """Entries of these years; without a year there is no bound."""
    initiatives = Initiative.objects.all()
    if first_year:
        initiatives = initiatives.filter(created_at__date__gte=date(first_year, 1, 1))
    if last_year:
        initiatives = initiatives.filter(created_at__date__lte=date(last_year, 12, 31))
    return initiatives


def counted(initiatives, field, choices):
    """How many have each of the choices for a field."""
    groups = initiatives.order_by().values_list(field).annotate(Count("pk"))
    counts = Counter(dict(groups))
    return [(label, counts[value]) for value, label in choices.choices]


def counted_by_freshness(published, today):
    """How many are how fresh, by the rule of one; ten thousand objects would take half a second to make."""
    fields = published.order_by().values_list("phase", "confirmed_on", "next_check_on")
    counts = Counter()
    for phase, confirmed_on, next_check_on in fields:
        has_stopped = phase == Initiative.Phase.STOPPED
        until = end_of_confirmation(confirmed_on, next_check_on)
        counts[freshness_of(has_stopped, until, today)] += 1
    return [(label, counts[value]) for value, label in Initiative.Freshness.choices]


def counted_by_theme(published):
    """How many examples each main theme has, those of its parts among them, each once."""
    links = Initiative.themes.through.objects.filter(
        initiative__in=published.order_by().values("pk")
    )
    main_theme = Coalesce("theme__parent", "theme")
    groups = links.values_list(main_theme).annotate(Count("initiative", distinct=True))
    counts = Counter(dict(groups))
    return [(theme.name, counts[theme.pk]) for theme in Theme.objects.main()]


def coverage(published, province, today):
    """Municipalities of today that have an example, where what ended counts for its successors."""
    municipalities = Municipality.objects.current(today)
    if province:
        municipalities = municipalities.filter(province=province)
    here = set(municipalities.values_list("pk", flat=True))
    successions = Successions.on(today)
    places = Initiative.places.through.objects.filter(
        initiative__in=published.values("pk")
    )
    reached = set()
    for place in places.values_list("municipality", flat=True).distinct():
        reached.update(successions.living_on_in(place))
    return [
        ("Met voorbeeld", len(here & reached)),
        ("Zonder voorbeeld", len(here - reached)),
    ]


def growth(entered):
    """How many were entered in each of the last months that have any."""
    month = TruncMonth("created_at")  # by our own clock
    groups = entered.order_by().values_list(month).annotate(Count("pk"))
    return [
        (f"{MONTHS_3[first.month]} {first.year}", count)
        for first, count in sorted(groups)[-MOST_MONTHS:]
    ]
