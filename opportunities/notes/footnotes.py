"""The footnotes of a note: on what each of its statements rests, and from which year that is."""

from django.utils.formats import date_format

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
    parts = [source.title, source.author, source.publisher, published_on]
    return ", ".join(part for part in parts if part)


def figure_source(figure: MunicipalFigure) -> str:
    """What was measured when and by whom, and what the reader must know about the territory."""
    measurement = figure.measurement
    sentences = [
        f"{figure.indicator}, {measurement.year}. Bron: {source_in_words(measurement.source)}."
    ]
    if measurement.codes_year != measurement.year:
        sentences.append(f"Gemeenten van {measurement.codes_year}.")
    if figure.remark:
        sentences.append(figure.remark)
    return " ".join(sentences)


def policy_source(row: Row, wishes: Wishes) -> str:
    """What the level of policy rests on: a passage, the parties that speak of it, or what was read in vain."""
    theme_ids = {row.deciding_theme.pk}
    own_passages = wishes.own_passages(theme_ids)
    if own_passages:
        return passage_in_words(own_passages[0])
    if row.policy == Policy.MENTIONED:
        parties = wishes.parties(theme_ids)
        share = f"{len(parties)} van de {len(wishes.all_parties)} partijen noemen het in hun programma"
        return f"{row.deciding_theme.name}: {share}: {joined(sorted(parties))}."
    if row.policy == Policy.ABSENT:
        documents = "; ".join(
            f"{document.title}, {document.period}" for document in wishes.read_documents
        )
        return f"{row.deciding_theme.name}: niet genoemd in {documents}."
    return ""


def passage_in_words(passage: Passage) -> str:
    """What it says in our own words, with where that is."""
    document = passage.document
    parts = [document.title, document.by, document.period, passage.where]
    place = ", ".join(part for part in parts if part)
    sentence = passage.told or f"Dit stuk gaat over {lower(passage.theme.name)}."
    return f"{sentence} {place}."


def service_in_words(service: Service) -> str:
    """Its name, with how old that knowledge is."""
    if service.confirmed_on:
        return f"{service} (bijgewerkt {date_format(service.updated_at, 'Y')})"
    return f"{service} (gezien in {service.seen_year})"


def supply_source(row: Row, supplies: Supplies) -> str:
    """What is counted as supply, with how old that knowledge is; of none, who looked and when."""
    theme = row.deciding_theme
    things = []
    for service in supplies.counted_services_for({theme.pk}):
        things.append(service_in_words(service))
    examples = list(supplies.examples({theme.pk})[: MOST_NAMED + 1])
    for example in examples[:MOST_NAMED]:
        year = example.year or "een onbekend jaar"
        things.append(f"{example.title} (gegevens uit {year})")
    if len(examples) > MOST_NAMED:
        things.append("en meer")
    if things:
        return f"Aanbod: {'; '.join(things)}."
    if row.supply != Supply.NONE:
        return ""
    check = supplies.check_of({theme.pk, theme.parent_id})
    if check is None:
        return ""
    checked_on = date_format(check.checked_on, "j F Y")
    return f"{theme.name}: geen aanbod, bekeken op {checked_on}. Bron: {source_in_words(check.source)}."
