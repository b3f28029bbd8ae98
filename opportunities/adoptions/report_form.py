"""What a year of an example brought: three figures in fixed units, each with how it is known."""

from typing import Any

from django import forms

from initiatives.models import Initiative
from opportunities.choices import OUTCOME_OF_THEME, HowKnown, Outcome
from opportunities.models.adoption import MOST

from .forms import dressed

# what each is called where something is wrong with it
FIGURES = {
    "reached": "het aantal mensen",
    "cost": "de kosten",
    "outcome": "de opbrengst",
}
HOW = [("", "Kies hoe je dat weet"), *HowKnown.choices]
REFUSED = "Vul voor {} een heel getal in, zonder punt of euroteken."
REASONS = ("invalid", "min_value", "max_value")


def outcome_of(example: Initiative) -> Outcome:
    """The kind of outcome that fits what an example is about most."""
    theme = example.themes.select_related("parent").first()
    if theme is None:
        return Outcome.HELPED
    if theme.slug in OUTCOME_OF_THEME:
        return OUTCOME_OF_THEME[theme.slug]
    if theme.parent and theme.parent.slug in OUTCOME_OF_THEME:
        return OUTCOME_OF_THEME[theme.parent.slug]
    return Outcome.HELPED


def figure(
    name: str,
    label: str,
    help_text: str = "",
) -> forms.IntegerField:
    """A whole number, which may stay empty."""
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=MOST,
        required=False,
        help_text=help_text,
        error_messages=dict.fromkeys(REASONS, REFUSED.format(FIGURES[name])),
    )


def how(label: str) -> forms.ChoiceField:
    """How that is known."""
    return forms.ChoiceField(
        label=label,
        choices=HOW,
        required=False,
        error_messages={"invalid_choice": "Kies uit de lijst hoe je dat weet."},
    )


class ReportForm(forms.Form):
    """The figures of one year; nothing is kept where all stay empty."""

    year = forms.IntegerField(
        label="over welk jaar gaat het?",
        required=False,
        error_messages={"invalid": "Vul een jaar in, zoals 2025."},
    )
    reached = figure("reached", "hoeveel mensen bereikten jullie in dat jaar?")
    reached_how = how("hoe weet je dat?")
    cost = figure(
        "cost",
        "hoeveel euro kostte dat jaar?",
        "Alles bij elkaar, ook de uren die jullie betaalden.",
    )
    cost_how = how("hoe weet je wat het kostte?")
    outcome = figure("outcome", "hoeveel?")
    outcome_how = how("hoe weet je hoeveel dat er zijn?")

    def __init__(
        self,
        *args,
        service,
        today,
        **kwargs,
    ):
        self.service = service
        self.today = today
        self.kind = outcome_of(service.example)
        super().__init__(*args, **kwargs)
        self.fields["outcome"].label = f"aantal {self.kind.label}"
        self.initial = self.known()
        dressed(self)

    def known(self) -> dict[str, Any]:
        """The year that one can tell of by now, with what was told of it."""
        year = self.today.year - 1
        if self.service.from_year == self.today.year:
            year = self.today.year
        report = self.service.reports.filter(year=year).first()
        known = {"year": year}
        if report:
            for name in self.fields:
                known[name] = getattr(report, name)
        return known

    @property
    def has_figures(self) -> bool:
        """Whether any figure was filled in."""
        typed = self.cleaned_data
        return any(typed.get(name) is not None for name in FIGURES)

    def clean(self):
        """Ask how each figure is known, and for a year that was there; forget what goes with no figure."""
        typed = super().clean()
        for name, called in FIGURES.items():
            how_name = f"{name}_how"
            if typed.get(name) is None:
                typed[how_name] = ""
            elif not typed.get(how_name) and how_name not in self.errors:
                self.add_error(how_name, f"Kies hoe je {called} weet.")
        if self.has_figures and "year" not in self.errors:
            self.check_year(typed.get("year"))
        typed["outcome_kind"] = self.kind
        return typed

    def check_year(self, year: int | None) -> None:
        """A year since it began, and not one that is still to come."""
        first = self.service.from_year or 2000
        last = self.today.year
        if year is None or not first <= year <= last:
            self.add_error("year", f"Vul een jaar in tussen {first} en {last}.")
