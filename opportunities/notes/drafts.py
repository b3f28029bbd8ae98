"""What stands in the form of a note at first: what was asked for, what was chosen before, and what fits."""

from django.http import QueryDict

from initiatives.models import Initiative
from opportunities import basket
from opportunities.choices import Audience, Chance
from opportunities.elsewhere import examples_about, first_examples
from opportunities.levels import rank
from opportunities.matrix import MatrixMaker
from partners.models import Municipality
from partners.successions import Successions

from .forms import MOST_EXAMPLES, MOST_THEMES, default_texts

MOST_SUGGESTIONS = 8


class Draft:
    """The choices of a note in the making, for a municipality of today: ``data`` is what the form takes."""

    def __init__(self, municipality, data, today):
        self.municipality, self.data = municipality, without_nul(data)
        successions = Successions.on(today)
        maker = MatrixMaker([municipality.pk], today, leads_only=True, successions=successions)
        self.matrix, self._here = maker.matrix(municipality.pk), successions.merged_into(municipality.pk)

    @classmethod
    def asked(cls, request, municipality, today):
        """A new draft from an address and what was put aside before; what is left open gets what fits best."""
        draft = cls(municipality, QueryDict(mutable=True), today)
        asked, data = without_nul(request.GET), draft.data
        audience = asked.get("publiek", "")
        data["gemeente"] = municipality.slug
        data["publiek"] = audience if audience in Audience.values else Audience.ALDERMAN
        data.setlist("thema", asked.getlist("thema")[:MOST_THEMES] or draft.best_themes())
        chosen = [*asked.getlist("voorbeeld"), *(each.slug for each in basket.still_there(request))]
        there = Initiative.objects.published().filter(slug__in=chosen).values_list("slug", flat=True)
        chosen = [slug for slug in dict.fromkeys(chosen) if slug in set(there)]
        data.setlist("voorbeeld", chosen[:MOST_EXAMPLES] or draft.fitting_examples())
        data.update(default_texts(data["publiek"]))
        for name, value in asked.items():
            if name not in ("gemeente", "publiek", "thema", "voorbeeld"):
                data[name] = value
        return draft

    def best_themes(self):
        """Slugs of the themes with the largest chance, and of those the ones that are needed most."""
        rows = [part for row in self.matrix.rows for part in row.parts or [row]]
        known = [row for row in rows if row.need or row.chance != Chance.UNKNOWN] or rows
        best = sorted(known, key=lambda row: (row.chance.position, -rank(row.need)))
        return [row.theme.slug for row in best[:MOST_THEMES]]

    def fitting_examples(self):
        """Slugs of one example for each chosen theme."""
        firsts = first_examples([row.theme_ids for row in self._chosen_rows()], self._here)
        return list(dict.fromkeys(each.slug for each in firsts if each))

    def example_options(self):
        """Pairs of an example and whether it is chosen: those that were chosen, then what fits the themes."""
        chosen = self.data.getlist("voorbeeld")
        known = {each.slug: each for each in Initiative.objects.published().filter(slug__in=chosen)}
        ids = {pk for row in self._chosen_rows() for pk in row.theme_ids}
        fitting = examples_about(ids, self._here, MOST_SUGGESTIONS)
        options = [(known[slug], True) for slug in chosen if slug in known]
        return options + [(each, False) for each in fitting if each.slug not in known]

    def theme_options(self):
        """Pairs of a row of the kansenkaart and whether its theme is chosen, main themes with their parts below."""
        chosen = self.data.getlist("thema")
        return [(row, row.theme.slug in chosen) for row in self.matrix.every_row]

    def _chosen_rows(self):
        chosen = self.data.getlist("thema")
        return [row for row in self.matrix.every_row if row.theme.slug in chosen]


def with_words_for(data):
    """A copy of posted data in which questions that are another audience's own become those of the chosen one."""
    data = without_nul(data)
    typed = "\n".join(data.get("vraag", "").split("\r\n"))
    if typed in {default_texts(each)["vraag"] for each in Audience}:
        data["vraag"] = default_texts(data.get("publiek"))["vraag"]
    return data


def without_nul(data):
    """A copy of what was asked or posted, without characters that no database holds."""
    clean = QueryDict(mutable=True)
    for name, values in data.lists():
        clean.setlist(name, [value.replace("\x00", "") for value in values])
    return clean


def asked_municipality(text, today):
    """The one municipality of today that is meant by a slug or name; ``None`` where it is none or several."""
    text = text.replace("\x00", "").strip()
    found = [each for each in Municipality.objects.search(text) if each.is_in_force_on(today)] if text else []
    return found[0] if len(found) == 1 else None
