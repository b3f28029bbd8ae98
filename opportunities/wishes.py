"""What a municipality and its parties want: per theme a level, and in words how many parties speak of it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from operator import attrgetter

from initiatives.models import Theme
from search.querysets import IsOneOf
from wording.enumerations import joined

from .choices import OF_THE_MUNICIPALITY, PassageWeight, Policy, PolicyDocumentKind
from .models import Passage, PolicyDocument

NEARLY_ALL = 0.8  # of the programmes that were read
HALF = 0.5
LEVELS = {
    PassageWeight.MENTIONED: Policy.MENTIONED,
    PassageWeight.PRIORITY: Policy.PRIORITY,
}
ALL_PARTIES = {1: "De ene partij", 2: "Beide partijen"}  # of more: alle partijen


@dataclass(frozen=True)
class Mention:
    """A theme and the parties that speak of it, ``out_of`` all that have a programme."""

    theme: Theme
    parties: list[str]
    out_of: int

    @property
    def in_words(self) -> str:
        """``Vrijwel alle partijen``, ``3 van de 7 partijen``."""
        count = len(self.parties)
        if count == self.out_of:
            return ALL_PARTIES.get(count, "Alle partijen")
        if count / self.out_of >= NEARLY_ALL:
            return "Vrijwel alle partijen"
        return f"{count} van de {self.out_of} partijen"


class Wishes:
    """The documents of one municipality, with their passages (``for_reading``); those in force decide.

    ``expired`` ones, the newest first, and those that are ``missing`` are only shown.
    """

    def __init__(
        self,
        documents: list[PolicyDocument],
        expired: Collection[PolicyDocument] = (),
        missing: Collection[PolicyDocument] = (),
    ) -> None:
        self.documents = documents
        self.expired = list(expired)
        self.missing = list(missing)
        self.own_documents = []
        self.programmes = []
        for document in documents:
            if document.kind in OF_THE_MUNICIPALITY:
                self.own_documents.append(document)
            elif document.kind == PolicyDocumentKind.PROGRAMME:
                self.programmes.append(document)

    @property
    def has_anything(self) -> bool:
        """Whether there is a document to show, of whatever time."""
        return bool(self.documents or self.expired or self.missing)

    def expired_passages(self, theme_ids: Collection[int]) -> list[Passage]:
        """What documents that are over said about these themes; that counts for nothing any more."""
        return passages_about(theme_ids, self.expired)

    def passages(self, theme_ids: Collection[int]) -> list[Passage]:
        """What the documents say about these themes, those of the municipality itself first."""
        own_first = [*self.own_documents, *self.programmes]
        return passages_about(theme_ids, own_first)

    def own_passages(self, theme_ids: Collection[int]) -> list[Passage]:
        """What the municipality itself says about these themes, priorities first."""
        priorities = []
        others = []
        for passage in passages_about(theme_ids, self.own_documents):
            if passage.weight == PassageWeight.PRIORITY:
                priorities.append(passage)
            else:
                others.append(passage)
        return priorities + others

    @property
    def read_documents(self) -> list[PolicyDocument]:
        """Documents of the municipality that somebody read from end to end."""
        return [document for document in self.own_documents if document.read_on]

    def level(self, theme_ids: Collection[int]) -> Policy:
        """How much the municipality wants with these themes.

        A programme of a party is no policy yet: when at least half of the parties speak of it, it counts as
        *mentioned*. *Not mentioned* needs a document of the municipality itself that somebody read from end to end.
        """
        levels = []
        for passage in passages_about(theme_ids, self.own_documents):
            levels.append(LEVELS[passage.weight])
        if levels:
            return max(levels, key=attrgetter("position"))
        parties = self.parties(theme_ids)
        if parties and len(parties) >= HALF * len(self.all_parties):
            return Policy.MENTIONED
        if self.read_documents:
            return Policy.ABSENT
        return Policy.UNKNOWN

    def in_numbers(self, theme_ids: Collection[int]) -> str:
        """``2 passages`` of the municipality itself, else ``3 partijen``; empty where it is not known."""
        passages = passages_about(theme_ids, self.own_documents)
        if len(passages) == 1:
            return "1 passage"
        if passages or self.read_documents:
            return f"{len(passages)} passages"
        parties = self.parties(theme_ids)
        if len(parties) == 1:
            return "1 partij"
        if parties:
            return f"{len(parties)} partijen"
        return ""

    def mentions(self) -> list[Mention]:
        """Themes of which parties speak, those of most parties first."""
        parties = defaultdict(set)  # theme -> who speak of it
        for document in self.programmes:
            for passage in document.passages.all():
                parties[passage.theme].add(document.party)
        count = len(self.all_parties)
        mentions = []
        for theme, names in parties.items():
            mentions.append(Mention(theme, sorted(names), count))
        return sorted(mentions, key=most_parties_first)

    def summary(self) -> list[str]:
        """``Vrijwel alle partijen noemen Werk en inkomen en Eenzaamheid.``: a sentence per number of parties."""
        themes = defaultdict(list)  # who -> names of the themes of which they speak
        for mention in self.mentions():
            themes[mention.in_words].append(mention.theme.name)
        sentences = []
        for who, names in themes.items():
            verb = "noemen"
            if who.startswith(("De ene", "1 van")):
                verb = "noemt"
            sentences.append(f"{who} {verb} {joined(names)}.")
        return sentences

    @property
    def all_parties(self) -> set[str]:
        """Every party of which there is a programme."""
        return {document.party for document in self.programmes}

    def parties(self, theme_ids: Collection[int]) -> set[str]:
        """The parties that speak of one of these themes."""
        passages = passages_about(theme_ids, self.programmes)
        return {passage.document.party for passage in passages}


def most_parties_first(mention: Mention) -> tuple[int, str]:
    """Of equals in the order of the alphabet."""
    return -len(mention.parties), mention.theme.name


def passages_about(
    theme_ids: Collection[int],
    documents: list[PolicyDocument],
) -> list[Passage]:
    """The passages of these documents about one of these themes, document by document."""
    passages = []
    for document in documents:
        for passage in document.passages.all():
            if passage.theme_id in theme_ids:
                passages.append(passage)
    return passages


def wishes_of(
    municipality_ids: list[int],
    year: int,
) -> dict[int, Wishes]:
    """{municipality id: ``Wishes``} of these municipalities, in 2 queries."""
    documents = defaultdict(list)
    is_theirs = IsOneOf("municipality_id", municipality_ids)
    begun = PolicyDocument.objects.begun(year)
    for document in begun.filter(is_theirs).for_reading():
        documents[document.municipality_id].append(document)
    wishes = {}
    for pk in municipality_ids:
        wishes[pk] = sorted_out(documents[pk], year)
    return wishes


def sorted_out(
    documents: list[PolicyDocument],
    year: int,
) -> Wishes:
    """These documents of one municipality by what they are worth in that year."""
    in_force = []
    expired = []
    missing = []
    for document in documents:
        if document.is_over(year):
            expired.append(document)
        elif document.missing_because:
            missing.append(document)
        else:
            in_force.append(document)
    return Wishes(in_force, expired, missing)
