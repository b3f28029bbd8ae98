"""The values that each facet can be narrowed by: their names, addresses and what they are a part of."""

from collections import defaultdict
from dataclasses import dataclass

from initiatives.models import Initiative, TargetGroup, Theme
from partners.models import Organisation, Province

from .codes import code
from .models import SearchDocument

LABELS = {
    "soort": "Soort",
    "thema": "Thema",
    "doelgroep": "Voor wie",
    "soort-partner": "Soort partner",
    "partner": "Partner",
    "provincie": "Provincie",
    "gemeente": "Gemeente",
    "bibliotheek": "Bibliotheek",
    "fase": "Fase",
    "jaar": "Jaar van de gegevens",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One value: ``key`` stands in addresses, ``parent`` is the code of what it is a part of, or lies in."""

    code: int
    key: str
    label: str
    parent: int = 0


def load_options():
    """``{facet: {code: Option}}`` in the order of display, in 4 queries; years stand in the documents alone."""
    options = {
        "soort": _choices("soort", SearchDocument.Kind),
        "thema": [
            Option(code("thema", pk), slug, name, code("thema", parent) if parent else 0)
            for pk, slug, name, parent in Theme.objects.values_list("pk", "slug", "name", "parent")
        ],
        "doelgroep": _rows("doelgroep", TargetGroup),
        "soort-partner": _choices("soort-partner", Organisation.Sector),
        "provincie": _rows("provincie", Province),
        "fase": _choices("fase", Initiative.Phase),
        **_organisations(),
    }
    return {facet: {option.code: option for option in found} for facet, found in options.items()}


def year_option(year):
    """The option of a year."""
    return Option(code("jaar", year), str(year), str(year))


def _rows(facet, model):
    return [Option(code(facet, pk), slug, name) for pk, slug, name in model.objects.values_list("pk", "slug", "name")]


def _choices(facet, choices):
    return [Option(code(facet, value), value, label) for value, label in choices.choices if value]


def _organisations():
    """Partners with what they are an office of, municipalities with their province, libraries."""
    found = defaultdict(list)
    fields = ("pk", "kind", "slug", "name", "parent", "province")
    for pk, kind, slug, name, parent, province in Organisation.objects.order_by("sort_key").values_list(*fields):
        whole = {"partner": parent and code("partner", parent), "gemeente": province and code("provincie", province)}
        found[kind].append(Option(code(kind, pk), slug, name, whole.get(kind) or 0))
    return {facet: found[facet] for facet in ("partner", "gemeente", "bibliotheek")}
