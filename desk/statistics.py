"""How the directory is doing: per province and period, by theme, phase and freshness, with coverage and growth."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django import forms
from django.utils.dates import MONTHS_3
from django.utils.timezone import localtime
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from initiatives.choices import EntryKind
from initiatives.models import Initiative, Theme
from partners.models import Municipality, Province
from partners.successions import Successions

MOST_MONTHS = 24
FIRST_YEAR, LAST_YEAR = 2000, 2100


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
        if (cleaned.get("since") or FIRST_YEAR) > (cleaned.get("until") or LAST_YEAR):
            self.add_error("until", "Dit jaar ligt voor het beginjaar.")
        return cleaned


@dataclass(frozen=True)
class Table:
    """Labels with counts, to draw and to download."""

    title: str
    rows: list

    @property
    def bars(self):
        """(label, count, y, width) of each bar, in units of the drawing."""
        most = max((count for _, count in self.rows), default=0) or 1
        return [(label, count, 26 * row, round(300 * count / most)) for row, (label, count) in enumerate(self.rows)]

    @property
    def height(self):
        """Of the drawing."""
        return 26 * len(self.rows)


def statistics_of(form, today):
    """All tables, in a fixed number of queries; what the form refuses is left out."""
    chosen = form.cleaned_data if form.is_valid() else {}
    province = chosen.get("province")
    entered = Initiative.objects.all()
    if chosen.get("since"):
        entered = entered.filter(created_at__date__gte=date(chosen["since"], 1, 1))
    if chosen.get("until"):
        entered = entered.filter(created_at__date__lte=date(chosen["until"], 12, 31))
    if province:
        entered = entered.filter(pk__in=Initiative.objects.of_provinces([province.pk]).values("pk"))
    published = list(entered.published().only("entry_kind", "phase", "confirmed_on", "next_check_on"))
    return [
        Table("Voorbeelden naar stand", _states(entered)),
        Table("Gepubliceerd naar wat het is", _entry_kinds(published)),
        Table("Gepubliceerd naar thema", _themes(entered.published())),
        Table("Gepubliceerd naar fase", _phases(published)),
        Table("Gepubliceerd naar hoe vers", _freshness(published, today)),
        Table("Gemeenten met een voorbeeld", _coverage(entered.published().practices(), province, today)),
        Table("Ingevoerd per maand", _growth(entered)),
    ]


def _states(entered):
    counts = Counter(entered.order_by().values_list("publication_state", flat=True))
    return [(label, counts[value]) for value, label in Initiative.PublicationState.choices]


def _themes(published):
    main_of = {theme.pk: theme.parent_id or theme.pk for theme in Theme.objects.all()}
    linked = Initiative.themes.through.objects.filter(initiative__in=published.values("pk"))
    pairs = {(initiative, main_of[theme]) for initiative, theme in linked.values_list("initiative", "theme")}
    counts = Counter(main for _, main in pairs)
    return [(theme.name, counts[theme.pk]) for theme in Theme.objects.main()]


def _entry_kinds(published):
    counts = Counter(each.entry_kind for each in published)
    return [(kind.label, counts[kind]) for kind in EntryKind]


def _phases(published):
    counts = Counter(each.phase for each in published)
    return [(label, counts[value]) for value, label in Initiative.Phase.choices]


def _freshness(published, today):
    counts = Counter(each.freshness_on(today) for each in published)
    return [(label, counts[value]) for value, label in Initiative.Freshness.choices]


def _coverage(published, province, today):
    """Municipalities of today that have an example, where what ended counts for its successors."""
    successions = Successions.on(today)
    current = Municipality.objects.current(today)
    here = set((current.filter(province=province) if province else current).values_list("pk", flat=True))
    places = Initiative.places.through.objects.filter(initiative__in=published.values("pk"))
    reached = {
        now
        for place in places.values_list("municipality", flat=True).distinct()
        for now in successions.living_on_in(place)
    }
    return [("Met voorbeeld", len(here & reached)), ("Zonder voorbeeld", len(here - reached))]


def _growth(entered):
    days = map(localtime, entered.order_by().values_list("created_at", flat=True))
    counts = Counter((day.year, day.month) for day in days)
    months = sorted(counts)[-MOST_MONTHS:]
    return [(f"{MONTHS_3[month]} {year}", counts[year, month]) for year, month in months]
