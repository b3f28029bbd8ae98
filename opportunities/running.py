"""Practice examples that run in municipalities: counted by the database, since there may be thousands in one place."""

from collections import defaultdict
from collections.abc import Collection

from django.db import connection
from django.db.models import Q, QuerySet, Window
from django.db.models.functions import RowNumber

from initiatives.models import Initiative
from search.querysets import IsOneOf

FRESH_YEARS = 5  # after which an example that nobody confirmed counts as no supply
RUNNING = (
    Initiative.Phase.PILOT,
    Initiative.Phase.RUNNING,
    Initiative.Phase.STRUCTURAL,
)  # one can go there
SHOWN = ("slug", "title", "year", "confirmed_on", "sort_key")
# each once in a municipality, also where two of its places merged
COUNT = """
SELECT living.municipality, theme.theme_id, count(DISTINCT theme.initiative_id)
FROM unnest(%s::bigint[], %s::bigint[]) AS living (place, municipality)
JOIN initiatives_initiative_places AS place ON place.municipality_id = living.place
JOIN initiatives_initiative_themes AS theme ON theme.initiative_id = place.initiative_id
WHERE theme.theme_id = ANY(%s) AND place.initiative_id IN ({examples})
GROUP BY living.municipality, theme.theme_id
"""


def running() -> QuerySet[Initiative]:
    """Published examples of which the last that we know is that one can go there."""
    return Initiative.objects.published().practices().filter(phase__in=RUNNING)


def running_lately(year: int) -> QuerySet[Initiative]:
    """Those of which we may trust that they still run; the same rule as ``is_fresh``."""
    since = year - FRESH_YEARS
    return running().filter(Q(year__gte=since) | Q(confirmed_on__year__gte=since))


def is_fresh(example: Initiative, year: int) -> bool:
    """Whether we may trust that an example still runs: its facts, or a yes from who does it, are of late."""
    known_of = example.year or 0
    if example.confirmed_on:
        known_of = max(known_of, example.confirmed_on.year)
    return known_of >= year - FRESH_YEARS


def running_in(
    places: Collection[int],
    theme_ids: Collection[int] | None,
) -> QuerySet[Initiative]:
    """Examples that run in these municipalities of any day, by name; only those about one of these themes."""
    there = Initiative.places.through.objects.filter(IsOneOf("municipality_id", places))
    examples = running().filter(pk__in=there.values("initiative"))
    if theme_ids is not None:
        about = Initiative.themes.through.objects.filter(theme__in=theme_ids)
        examples = examples.filter(pk__in=about.values("initiative"))
    return examples.only(*SHOWN).order_by("sort_key", "pk")


def first_names(
    places: dict[int, list[int]],
    most: int,
) -> dict[int, list[str]]:
    """{municipality: names of the first examples that run there}, with its places of any day; 1 query.

    Where there are more than so many, the last of the names says that.
    """
    formers = set().union(*places.values())
    titles = first_titles(formers, most + 1)
    names = {}
    for municipality, all_of_it in places.items():
        here = set()
        for former in all_of_it:
            here |= titles[former]
        names[municipality] = [title for _, title in sorted(here)[:most]]
        if len(here) > most:
            names[municipality].append("en meer")
    return names


def first_titles(
    places: Collection[int],
    most: int,
) -> dict[int, set[tuple[str, str]]]:
    """{place: (sort key, title) of the first examples that run there}; 1 query."""
    in_order = Window(
        RowNumber(),
        partition_by="municipality_id",
        order_by="initiative__sort_key",
    )
    there = Initiative.places.through.objects.filter(
        IsOneOf("municipality_id", places),
        initiative__in=running(),
    )
    first = there.annotate(row=in_order).filter(row__lte=most)
    rows = first.values_list(
        "municipality_id",
        "initiative__sort_key",
        "initiative__title",
    )
    titles = defaultdict(set)
    for place, sort_key, title in rows:
        titles[place].add((sort_key, title))
    return titles


def counts_by_theme(
    places: dict[int, list[int]],
    theme_ids: Collection[int],
    year: int,
) -> list[tuple[int, int, int]]:
    """(municipality, theme, how many examples run lately) of municipalities with their places of any day; 1 query."""
    living_places = []
    municipalities = []  # in which those live on
    for municipality, formers in places.items():
        for former in formers:
            living_places.append(former)
            municipalities.append(municipality)
    examples = running_lately(year).order_by().values("pk")
    question, parameters = examples.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(
            COUNT.format(examples=question),
            [living_places, municipalities, list(theme_ids), *parameters],
        )
        return cursor.fetchall()
