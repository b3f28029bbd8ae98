"""What somebody knows themselves about policy and supply, for their own note: kept with it, used nowhere else."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from initiatives.models import Theme
from opportunities.choices import Policy, Supply
from opportunities.matrix_rows import Row

LONGEST = 200  # characters
PREFIX = "weet"
DO_NOT_KNOW = ("", "Weet ik niet")


@dataclass(frozen=True)
class Known:
    """What somebody knows of one theme; empty where they do not."""

    policy: Policy
    policy_source: str
    supply: Supply
    services: str


def levels_to_choose(levels: type[Policy | Supply]) -> list[tuple[str, str]]:
    """(value, label) of each level, after that one does not know."""
    choices = [DO_NOT_KNOW]
    for level in levels:
        if level:
            choices.append((level.value, level.label))
    return choices


class KnowledgeForm(forms.Form):
    """Four questions about one chosen theme."""

    beleid = forms.ChoiceField(
        label="Wat staat er in het beleid?",
        choices=levels_to_choose(Policy),
        required=False,
    )
    bron = forms.CharField(
        label="In welk stuk staat dat?",
        max_length=LONGEST,
        required=False,
        help_text=(
            "Alleen nodig als je koos wat er in het beleid staat. "
            "Bijvoorbeeld: coalitieakkoord 2026, bladzijde 12."
        ),
    )
    aanbod = forms.ChoiceField(
        label="Hoeveel aanbod is er nu?",
        choices=levels_to_choose(Supply),
        required=False,
    )
    wat = forms.CharField(
        label="Wat is er?",
        max_length=LONGEST,
        required=False,
        help_text="Alleen nodig als je koos dat er aanbod is. Bijvoorbeeld: Taalhuis, spreekuur.",
    )
    use_required_attribute = False

    def __init__(self, data: QueryDict, row: Row) -> None:
        self.row = row
        super().__init__(data, prefix=f"{PREFIX}-{row.theme.slug}")
        for field in self.fields.values():
            field.widget.attrs["class"] = "input"

    def clean(self):
        """Ask on what it rests."""
        typed = super().clean()
        if typed.get("beleid") and self.is_left_open("bron"):
            self.add_error("bron", "Schrijf in welk stuk dat staat.")
        is_there = typed.get("aanbod") not in ("", None, Supply.NONE)
        if is_there and self.is_left_open("wat"):
            self.add_error("wat", "Schrijf wat er is.")
        return typed

    def is_left_open(self, name: str) -> bool:
        """Whether a field says nothing; one with an error of its own was filled in."""
        return not self.cleaned_data.get(name) and name not in self.errors

    @property
    def is_filled_in(self) -> bool:
        """Whether somebody said anything."""
        return any(self[name].value() for name in self.fields)

    @property
    def errors_in_words(self) -> list[tuple[str, str]]:
        """(anchor, sentence) of each field with errors; the sentence begins with the theme."""
        sentences = []
        for name, errors in self.errors.items():
            sentence = f"{self.row.theme}: {' '.join(errors)}"
            sentences.append((self[name].auto_id, sentence))
        return sentences

    @property
    def levels(self) -> tuple[Policy, Supply]:
        """The levels that were chosen, also where it does not say yet on what they rest."""
        self.is_valid()
        policy = Policy(self.cleaned_data.get("beleid", ""))
        supply = Supply(self.cleaned_data.get("aanbod", ""))
        return policy, supply

    @property
    def known(self) -> Known:
        """What the form says; it is valid."""
        typed = self.cleaned_data
        return Known(
            Policy(typed["beleid"]),
            typed["bron"],
            Supply(typed["aanbod"]),
            typed["wat"],
        )

    @property
    def choices(self) -> dict[str, str]:
        """What was typed, as it is kept with the note."""
        return {self.add_prefix(name): self.cleaned_data[name] for name in self.fields}


class Knowledge:
    """The forms about all chosen themes of a note."""

    def __init__(self, data: QueryDict, rows: Iterable[Row]) -> None:
        self.forms = [KnowledgeForm(data, row) for row in rows]

    def is_right(self) -> bool:
        """Whether what somebody knows is complete."""
        return all(form.is_valid() for form in self.forms)

    @property
    def is_filled_in(self) -> bool:
        """Whether somebody filled in what they know."""
        return any(form.is_filled_in for form in self.forms)

    @property
    def choices(self) -> dict[str, str]:
        """What somebody knows, to be kept with the note."""
        choices: dict[str, str] = {}
        for form in self.forms:
            choices |= form.choices
        return choices

    @property
    def by_theme(self) -> dict[int, Known]:
        """{theme id: what somebody knows of it}; the forms are valid."""
        known = {}
        for form in self.forms:
            if form.is_filled_in:
                known[form.row.theme.pk] = form.known
        return known


def ways_to_share(
    choices: dict,
    themes: Iterable[Theme],
) -> list[tuple[Theme, str, str]]:
    """(theme, kind, address) of the forms in which what somebody knows of these themes can be sent to the editors."""
    ways = []
    municipality = choices["gemeente"]
    for theme in themes:
        known = f"{PREFIX}-{theme.slug}"
        policy = choices.get(f"{known}-beleid")
        supply = choices.get(f"{known}-aanbod")
        if policy:
            typed = {
                "weight": policy,
                "title_of_document": choices[f"{known}-bron"],
            }
            address = address_of(municipality, "beleid", theme.slug, typed)
            ways.append((theme, "beleid", address))
        if supply:
            names = [name.strip() for name in choices[f"{known}-wat"].split(",")]
            typed = {
                "level": supply,
                "services": "\n".join(names),
            }
            address = address_of(municipality, "aanbod", theme.slug, typed)
            ways.append((theme, "aanbod", address))
    return ways


def address_of(
    municipality: str,
    kind: str,
    theme: str,
    typed: dict,
) -> str:
    """The address of the form of a filling, with this in it."""
    page = reverse("initiatives:fill_for_theme", args=[municipality, kind, theme])
    return f"{page}?{urlencode(typed)}"
