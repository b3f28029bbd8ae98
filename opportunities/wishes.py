"""What a municipality and its parties want: per theme a level, and in words how many parties speak of it."""

from collections import defaultdict
from dataclasses import dataclass

from partners.wording import joined

from .choices import OF_THE_MUNICIPALITY, PassageWeight, Policy, PolicyDocumentKind
from .levels import highest
from .models import PolicyDocument

NEARLY_ALL = 0.8  # of the programmes that were read
HALF = 0.5
LEVELS = {PassageWeight.MENTIONED: Policy.MENTIONED, PassageWeight.PRIORITY: Policy.PRIORITY}


@dataclass(frozen=True)
class Mention:
    """A theme and how many of the parties speak of it."""

    theme: object
    parties: list
    out_of: int

    @property
    def in_words(self):
        """``Vrijwel alle partijen``, ``3 van de 7 partijen``."""
        share = len(self.parties) / self.out_of
        if share == 1:
            return "Alle partijen" if self.out_of > 2 else "Beide partijen" if self.out_of == 2 else "De ene partij"
        if share >= NEARLY_ALL:
            return "Vrijwel alle partijen"
        return f"{len(self.parties)} van de {self.out_of} partijen"


class Wishes:
    """The documents in force of one municipality, with their passages (``for_reading``)."""

    def __init__(self, documents):
        self.documents = documents
        self._own = [each for each in documents if each.kind in OF_THE_MUNICIPALITY]
        self._programmes = [each for each in documents if each.kind == PolicyDocumentKind.PROGRAMME]

    def passages(self, theme_ids):
        """What the documents say about these themes, those of the municipality itself first."""
        told = (passage for document in [*self._own, *self._programmes] for passage in document.passages.all())
        return [passage for passage in told if passage.theme_id in theme_ids]

    def own_passages(self, theme_ids):
        """What the municipality itself says about these themes, priorities first."""
        own = [each for each in self.passages(theme_ids) if not each.document.party]
        return sorted(own, key=lambda each: each.weight != PassageWeight.PRIORITY)

    @property
    def read_documents(self):
        """Documents of the municipality that somebody read from end to end."""
        return [each for each in self._own if each.read_on]

    def level(self, theme_ids):
        """How much the municipality wants with these themes.

        A programme of a party is no policy yet: when at least half of the parties speak of it, it counts as
        *mentioned*. *Not mentioned* needs a document of the municipality itself that somebody read from end to end.
        """
        told = [LEVELS[each.weight] for own in self._own for each in own.passages.all() if each.theme_id in theme_ids]
        if told:
            return highest(told, Policy.UNKNOWN)
        parties = self.parties(theme_ids)
        if parties and len(parties) >= HALF * len(self.all_parties):
            return Policy.MENTIONED
        return Policy.ABSENT if self.read_documents else Policy.UNKNOWN

    def mentions(self):
        """Themes of which parties speak, those of most parties first."""
        by_theme = defaultdict(set)
        for document in self._programmes:
            for passage in document.passages.all():
                by_theme[passage.theme].add(document.party)
        found = [Mention(theme, sorted(parties), len(self.all_parties)) for theme, parties in by_theme.items()]
        return sorted(found, key=lambda mention: (-len(mention.parties), mention.theme.name))

    def summary(self):
        """``Vrijwel alle partijen noemen Werk en inkomen en Eenzaamheid.``: a sentence per number of parties."""
        groups = defaultdict(list)
        for mention in self.mentions():
            groups[mention.in_words].append(mention.theme.name)
        return [f"{who} {_verb(who)} {joined(themes)}." for who, themes in groups.items()]

    @property
    def all_parties(self):
        """Every party of which there is a programme."""
        return {each.party for each in self._programmes}

    def parties(self, theme_ids):
        """The parties that speak of one of these themes."""
        return {
            each.party
            for each in self._programmes
            if any(passage.theme_id in theme_ids for passage in each.passages.all())
        }


def _verb(who):
    return "noemt" if who.startswith(("De ene", "1 van")) else "noemen"


def wishes_of(municipality_ids, year):
    """{municipality id: ``Wishes``} of these municipalities, in 2 queries."""
    documents = defaultdict(list)
    wanted = PolicyDocument.objects.in_force(year).filter(municipality__in=municipality_ids)
    for document in wanted.for_reading():
        documents[document.municipality_id].append(document)
    return {pk: Wishes(documents[pk]) for pk in municipality_ids}
