"""Notes of every municipality on the starter content, made without a query for each: what they are made from is loaded
once."""

import random
from dataclasses import dataclass, field
from functools import cached_property

from django.http import QueryDict
from django.utils import timezone

from initiatives.models import Initiative, Theme
from opportunities.choices import Audience
from opportunities.matrix import MatrixMaker
from opportunities.notes.content import compose
from opportunities.notes.drafts import NoteDraft
from opportunities.notes.material import Material
from opportunities.notes.theme_choices import best_themes
from opportunities.notes.theme_texts import ThemeTexts
from partners.models import Municipality
from partners.successions import Successions

AUDIENCES = (Audience.ALDERMAN, Audience.OFFICIAL, Audience.WELFARE, Audience.UWV)
OF_A_LIBRARY = ("titel", "bibliotheek", "van", "publiek_naam", "contact_naam", "contact_email", "contact_telefoon")


@dataclass
class MadeNote:
    """What was chosen and what the note says."""

    material: Material
    values: dict
    content: dict

    def __str__(self):
        themes = [theme.slug for theme in self.values["thema"]]
        return f"{self.material.municipality}, {self.values['publiek']}, {themes}"


@dataclass(frozen=True)
class SharedMaterial(Material):
    """The material of many notes of one municipality: what there is of a theme is looked up once for all of them.

    ``told`` says of each example who took it over, which is the same for every municipality.
    """

    told: dict = field(default_factory=dict)

    @cached_property
    def supply_notes(self):
        return {}

    def supply_note(self, row):
        theme = row.theme.pk
        if theme not in self.supply_notes:
            self.supply_notes[theme] = super().supply_note(row)
        return self.supply_notes[theme]

    def taken_over(self, examples):
        new = [example for example in examples if example not in self.told]
        if new:
            self.told.update(zip(new, super().taken_over(new), strict=True))
        return [self.told[example] for example in examples]


class NoteWorld:
    """All municipalities of today with what their notes are made from."""

    def __init__(self):
        today = timezone.localdate()
        successions = Successions.on(today)
        municipalities = list(Municipality.objects.current(today))
        maker = MatrixMaker([each.pk for each in municipalities], today, leads_only=True, successions=successions)
        texts = ThemeTexts()
        told = {}
        self.materials = []
        for each in municipalities:
            here = successions.merged_into(each.pk)
            matrix = maker.matrix(each.pk)
            self.materials.append(SharedMaterial(each, matrix, here, texts, today, successions, told=told))
        self.themes = {theme.slug: theme for theme in Theme.objects.all()}
        published = Initiative.objects.published().prefetch_related("themes", "places", "sources")
        self.examples = {example.slug: example for example in published}

    def usual_notes(self):
        """What everybody gets who changes nothing: every municipality for four audiences."""
        for material in self.materials:
            draft = NoteDraft(material, QueryDict(mutable=True))
            seen = {}  # themes -> the examples that go with them, to be looked for once
            for audience in AUDIENCES:
                draft.data["publiek"] = audience
                themes = tuple(best_themes(draft.matrix, audience))
                draft.fill_in(audience, [], seen.get(themes, []))
                seen[themes] = draft.data.getlist("voorbeeld")
                yield self.note(material, draft.data)

    def random_notes(self, count):
        """What somebody might choose, however odd; the same every time."""
        chance = random.Random(16)  # noqa: S311 no secret
        for _ in range(count):
            data = QueryDict(mutable=True)
            data["publiek"] = chance.choice(Audience.values)
            data.setlist("thema", chance.sample(list(self.themes), chance.randint(1, 3)))
            data.setlist("voorbeeld", chance.sample(list(self.examples), chance.randint(0, 4)))
            data["voorstel"] = "\n".join(f"Stap {number}" for number in range(chance.randint(0, 8)))
            yield self.note(chance.choice(self.materials), data)

    def note(self, material, data):
        """The note of these choices."""
        values = dict.fromkeys(OF_A_LIBRARY, "")
        values["publiek"] = data["publiek"]
        values["thema"] = [self.themes[slug] for slug in data.getlist("thema")]
        values["voorbeeld"] = [self.examples[slug] for slug in data.getlist("voorbeeld")]
        for name in ("voorstel", "meten", "vraag"):
            values[name] = data.get(name, "")
        return MadeNote(material, values, compose(values, material))
