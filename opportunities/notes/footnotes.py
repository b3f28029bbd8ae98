"""The footnotes of a note: on what each of its statements rests, and from which year that is."""

from django.utils.formats import date_format

from initiatives.models import Theme
from opportunities.choices import Policy, Supply
from opportunities.matrix_rows import Row
from opportunities.models import Passage, Service
from opportunities.municipal_figure import MunicipalFigure
from opportunities.supply import Supplies
from opportunities.wishes import Wishes
from opportunities.words import lower
from sources.models import Source
from wording.enumerations import joined

MOST_NAMED = 12  # examples in one footnote


class Footnotes:
    """Texts in the order in which they are needed; the same one keeps its number."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def number(self, text: str) -> int | None:
        """The number of this footnote, from 1; ``None`` for an empty one."""
        if not text:
            return None
        if text not in self.texts:
            self.texts.append(text)
        return self.texts.index(text) + 1


def source_in_words(source: Source) -> str:
    """Title, author, publisher and day, as far as they are known."""
    published_on = ""
    if source.published_on:
        published_on = date_format(source.published_on, "j F Y")
    parts = [
        source.title,
        source.author,
        source.publisher,
        published_on,
    ]
    return ", ".join(part for part in parts if part)


def figure_source(figure: MunicipalFigure) -> str:
    """What was measured when and by whom, and what the reader must know about the territory."""
    measurement = figure.measurement
    source = source_in_words(measurement.source)
    sentences = [f"{figure.indicator}, {measurement.year}. Bron: {source}."]
    if measurement.codes_year != measurement.year:
        sentences.append(f"Gemeenten van {measurement.codes_year}.")
    if figure.remark:
        sentences.append(figure.remark)
    return " ".join(sentences)


def policy_source(row: Row, wishes: Wishes) -> str:
    """What the level of policy rests on: a passage, the parties that speak of it, or what was read in vain."""
    theme = row.deciding_theme
    own_passages = wishes.own_passages({theme.pk})
    if own_passages:
        return passage_in_words(own_passages[0])
    if row.policy == Policy.MENTIONED:
        return f"{theme.name}: {parties_in_words(theme, wishes)}."
    if row.policy == Policy.ABSENT:
        return f"{theme.name}: niet genoemd in {read_in_vain(wishes)}."
    return ""


def parties_in_words(theme: Theme, wishes: Wishes) -> str:
    """How many parties speak of a theme, and which."""
    parties = sorted(wishes.parties({theme.pk}))
    share = f"{len(parties)} van de {len(wishes.all_parties)} partijen"
    return f"{share} noemen het in hun programma: {joined(parties)}"


def read_in_vain(wishes: Wishes) -> str:
    """The documents that somebody read from end to end."""
    documents = []
    for document in wishes.read_documents:
        documents.append(f"{document.title}, {document.period}")
    return "; ".join(documents)


def passage_in_words(passage: Passage) -> str:
    """What it says in our own words, with where that is."""
    document = passage.document
    parts = [
        document.title,
        document.by,
        document.period,
        passage.where,
    ]
    place = ", ".join(part for part in parts if part)
    sentence = passage.told or f"Dit stuk gaat over {lower(passage.theme.name)}."
    return f"{sentence} {place}."


def service_in_words(service: Service) -> str:
    """Its name, with how old that knowledge is."""
    if service.confirmed_on:
        year = date_format(service.updated_at, "Y")
        return f"{service} (bijgewerkt {year})"
    return f"{service} (gezien in {service.seen_year})"


def supply_source(row: Row, supplies: Supplies) -> str:
    """What is counted as supply, with how old that knowledge is; of none, who looked and when."""
    theme = row.deciding_theme
    services = supplies.counted_services_for({theme.pk})
    counted = [service_in_words(service) for service in services]
    counted += examples_in_words(theme, supplies)
    if counted:
        return f"Aanbod: {'; '.join(counted)}."
    if row.supply != Supply.NONE:
        return ""
    check = supplies.check_of({theme.pk, theme.parent_id})
    if check is None:
        return ""
    checked_on = date_format(check.checked_on, "j F Y")
    source = source_in_words(check.source)
    return f"{theme.name}: geen aanbod, bekeken op {checked_on}. Bron: {source}."


def examples_in_words(theme: Theme, supplies: Supplies) -> list[str]:
    """The examples that run here, with how old that knowledge is; no more than a reader can take in."""
    examples = list(supplies.examples({theme.pk})[: MOST_NAMED + 1])
    texts = []
    for example in examples[:MOST_NAMED]:
        year = example.year or "een onbekend jaar"
        texts.append(f"{example.title} (gegevens uit {year})")
    if len(examples) > MOST_NAMED:
        texts.append("en meer")
    return texts
