"""What is in the form of a note at first: what the address says, what was chosen before, and what fits."""

from datetime import date

from django.http import QueryDict

from initiatives.models import Initiative
from opportunities import basket
from opportunities.choices import Audience, Chance
from opportunities.elsewhere import examples_about, first_examples
from opportunities.matrix import MatrixMaker, Row
from partners.models import Municipality
from partners.successions import Successions

from .audiences import default_texts
from .forms import MOST_EXAMPLES, MOST_THEMES

MOST_SUGGESTIONS = 8


class NoteDraft:
    """The choices of a note in the making, for a municipality of today: ``data`` is what the form takes."""

    def __init__(self, municipality: Municipality, data: QueryDict, today: date) -> None:
        successions = Successions.on(today)
        maker = MatrixMaker([municipality.pk], today, leads_only=True, successions=successions)
        self.municipality = municipality
        self.data = without_nul(data)
        self.matrix = maker.matrix(municipality.pk)
        self.here = successions.merged_into(municipality.pk)

    @classmethod
    def from_address(cls, request, municipality: Municipality, today: date) -> "NoteDraft":
        """A new draft from an address and what was put aside before; what is left open gets what fits best."""
        draft = cls(municipality, QueryDict(mutable=True), today)
        query = without_nul(request.GET)
        data = draft.data
        data["gemeente"] = municipality.slug
        data["publiek"] = query.get("publiek", "")
        if data["publiek"] not in Audience.values:
            data["publiek"] = Audience.ALDERMAN
        data.setlist("thema", query.getlist("thema")[:MOST_THEMES] or draft.best_themes())
        basket_slugs = [initiative.slug for initiative in basket.still_there(request)]
        examples = published_slugs([*query.getlist("voorbeeld"), *basket_slugs])
        data.setlist("voorbeeld", examples[:MOST_EXAMPLES] or draft.fitting_examples())
        data.update(default_texts(data["publiek"]))
        for name, value in query.items():
            if name not in ("gemeente", "publiek", "thema", "voorbeeld"):
                data[name] = value
        return draft

    def best_themes(self) -> list[str]:
        """Slugs of the themes with the largest chance, and of those the ones that are needed most."""
        rows = []
        for row in self.matrix.rows:
            rows += row.parts or [row]
        known = [row for row in rows if row.need or row.chance != Chance.UNKNOWN]
        best = most_promising_first(known or rows)
        return [row.theme.slug for row in best[:MOST_THEMES]]

    def chosen_rows(self) -> list[Row]:
        """The rows of the kansenkaart of the chosen themes."""
        chosen = self.data.getlist("thema")
        return [row for row in self.matrix.every_row if row.theme.slug in chosen]

    def fitting_examples(self) -> list[str]:
        """Slugs of one example for each chosen theme."""
        groups = [row.theme_ids for row in self.chosen_rows()]
        slugs = []
        for example in first_examples(groups, self.here):
            if example and example.slug not in slugs:
                slugs.append(example.slug)
        return slugs

    def example_options(self) -> list[tuple[Initiative, bool]]:
        """Pairs of an example and whether it is chosen: those that were chosen, then what fits the themes."""
        chosen = self.data.getlist("voorbeeld")
        by_slug = Initiative.objects.published().in_bulk(chosen, field_name="slug")
        options = [(by_slug[slug], True) for slug in chosen if slug in by_slug]
        theme_ids = set()
        for row in self.chosen_rows():
            theme_ids |= row.theme_ids
        for initiative in examples_about(theme_ids, self.here, MOST_SUGGESTIONS):
            if initiative.slug not in by_slug:
                options.append((initiative, False))
        return options

    def theme_options(self) -> list[tuple[Row, bool]]:
        """Pairs of a row of the kansenkaart and whether its theme is chosen, main themes with their parts below."""
        chosen = self.data.getlist("thema")
        return [(row, row.theme.slug in chosen) for row in self.matrix.every_row]


def most_promising_first(rows: list[Row]) -> list[Row]:
    """The largest chance first, and of those the largest need."""
    return sorted(rows, key=lambda row: (row.chance.position, -row.need.position))


def published_slugs(slugs: list[str]) -> list[str]:
    """Those of examples that the public may see, each once and in this order."""
    published = set(Initiative.objects.published().filter(slug__in=slugs).values_list("slug", flat=True))
    return [slug for slug in dict.fromkeys(slugs) if slug in published]


def with_words_for(data: QueryDict) -> QueryDict:
    """A copy of posted data in which questions that are another audience's own become those of the chosen one."""
    data = without_nul(data)
    typed = "\n".join(data.get("vraag", "").split("\r\n"))
    if typed in [default_texts(audience)["vraag"] for audience in Audience]:
        data["vraag"] = default_texts(data.get("publiek"))["vraag"]
    return data


def without_nul(data: QueryDict) -> QueryDict:
    """A copy of a query string or a posted form, without characters that no database holds."""
    clean = QueryDict(mutable=True)
    for name, values in data.lists():
        clean.setlist(name, [value.replace("\x00", "") for value in values])
    return clean


def municipality_called(text: str, today: date) -> Municipality | None:
    """The one municipality of today with this slug or name; ``None`` where there is none, or there are several."""
    text = text.replace("\x00", "").strip()
    if not text:
        return None
    matches = Municipality.objects.search(text)
    of_today = [municipality for municipality in matches if municipality.is_in_force_on(today)]
    if len(of_today) != 1:
        return None
    return of_today[0]
