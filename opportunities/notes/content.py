"""Choices → the content of a note: the same for the page, the PDF and the document; every figure has its footnote."""

from django.utils.formats import date_format

from initiatives.models import LibraryOffer
from opportunities.choices import Audience, Need, Policy, Supply
from opportunities.levels import rank
from opportunities.matrix import MatrixMaker
from opportunities.words import lower
from partners.wording import joined

MOST_OFFERS = 6
MOST_QUESTIONS = 5
LONGEST_SUMMARY = 220  # characters of an example: four of them stand on the first page


class Footnotes:
    """Sources in the order in which they are needed; the same one keeps its number."""

    def __init__(self):
        self.texts = []

    def number(self, text):
        """The number of this source, from 1."""
        if text not in self.texts:
            self.texts.append(text)
        return self.texts.index(text) + 1


def compose(*, form, calculation, today):
    """The content of a valid ``NoteForm``, as JSON can hold it; ``calculation`` is its ``Assumptions`` or ``None``."""
    values, notes = form.cleaned_data, Footnotes()
    municipality, themes = values["gemeente"], list(values["thema"])
    matrix = MatrixMaker([municipality.pk], today, leads_only=True).matrix(municipality.pk)
    rows = sorted((matrix.row_of(theme) for theme in themes), key=lambda row: (row.chance.position, -rank(row.need)))
    content = {
        "title": values["titel"] or _title([row.theme for row in rows], municipality),
        "municipality": municipality.name,
        "date": date_format(today, "j F Y"),
        "by": values["van"],
        "audience": _audience(values),
        "core": _core(rows, matrix, municipality, values["voorbeeld"]),
        "rows": [_row(row, matrix, notes) for row in rows],
        "cases": [_case(each, notes) for each in values["voorbeeld"]],
        "proposal": values["voorstel"].splitlines(),
        "asks": values["vraag"].splitlines(),
        "offers": _offers(themes),
        "questions": _questions(themes),
        "calculation": _calculation(calculation, notes),
        "contact": [values[name] for name in ("contact_naam", "contact_email", "contact_telefoon") if values[name]],
    }
    return content | {"footnotes": notes.texts}


def _title(themes, municipality):
    names = [themes[0].name, *(lower(theme.name) for theme in themes[1:])]
    return f"{joined(names)} in {municipality}"


def _audience(values):
    return values["publiek_naam"] or Audience(values["publiek"]).label


def _core(rows, matrix, municipality, cases):
    """Two or three sentences that can stand alone."""
    high = [lower(row.theme.name) for row in rows if row.need == Need.HIGH]
    wanted = [lower(row.theme.name) for row in rows if matrix.wishes.own_passages(row.theme_ids)]
    every = joined(lower(row.theme.name) for row in rows)
    told = [
        f"De behoefte in {municipality} is hoog {_on_themes(high)}."
        if high
        else f"We praten graag met je over {every} in {municipality}."
    ]
    if wanted:
        told.append(f"Het beleid noemt {joined(wanted)}.")
    if cases:
        told.append("Elders doen bibliotheken en hun partners daar al iets aan.")
    return " ".join([*told, "Dit stellen wij voor."])


def _on_themes(names):
    return f"op {'het thema' if len(names) == 1 else 'de thema’s'} {joined(names)}"


def _row(row, matrix, notes):
    """A line of the table; the figure with the middle of the country, and numbers of footnotes."""
    return {
        "theme": row.theme.name,
        "need": row.need.label,
        "policy": row.policy.label,
        "supply": row.supply.label,
        "chance": row.chance.label.partition(":")[0],
        "chance_key": str(row.chance),
        "figure": _figure(row.figure),
        "figure_note": notes.number(_figure_source(row.figure)) if row.figure else None,
        "policy_note": _policy_note(row, matrix.wishes, notes),
        "supply_note": _supply_note(row, matrix.supplies, notes),
    }


def _figure(figure):
    if figure is None:
        return ""
    told = figure.in_words if figure.value is not None else "alleen cijfers van voor de herindeling"
    return f"{figure.indicator}: {told} (middelste gemeente: {figure.median})"


def _figure_source(figure):
    measurement = figure.measurement
    source = f"{figure.indicator}, {measurement.year}. Bron: {_source(measurement.source)}."
    codes = f" Gemeenten van {measurement.codes_year}." if measurement.codes_year != measurement.year else ""
    return " ".join(filter(None, [source + codes, figure.remark]))


def _source(source):
    parts = [
        source.title,
        source.author,
        source.publisher,
        source.published_on and date_format(source.published_on, "j F Y"),
    ]
    return ", ".join(filter(None, parts))


def _policy_note(row, wishes, notes):
    """What the level of policy rests on: a passage, the parties that speak of it, or what was read in vain."""
    own, parties = wishes.own_passages(row.theme_ids), wishes.parties(row.theme_ids)
    if own:
        return notes.number(_quoted(own[0]))
    if row.policy == Policy.MENTIONED:
        told = f"{len(parties)} van de {len(wishes.all_parties)} partijen noemen het in hun programma"
        return notes.number(f"{row.theme.name}: {told}: {joined(sorted(parties))}.")
    if row.policy == Policy.ABSENT:
        read = "; ".join(f"{each.title}, {each.period}" for each in wishes.read_documents)
        return notes.number(f"{row.theme.name}: niet genoemd in {read}.")
    return None


def _quoted(passage):
    document = passage.document
    page = f", bladzijde {passage.page}" if passage.page else ""
    return f"‘{passage.quote}’ {document.title}, {document.by}, {document.period}{page}."


def _supply_note(row, supplies, notes):
    """What is counted as supply, with how old that knowledge is; of none, who looked and when."""
    services, initiatives = supplies.services_for(row.theme_ids), supplies.initiatives_for(row.theme_ids)
    told = [f"{each} (bijgewerkt {date_format(each.updated_at, 'Y')})" for each in services]
    told += [f"{each.title} (gegevens uit {each.year or 'een onbekend jaar'})" for each in initiatives]
    if told:
        return notes.number(f"Aanbod: {'; '.join(told)}.")
    check = supplies.check_of({row.theme.pk, row.theme.parent_id}) if row.supply == Supply.NONE else None
    if check is None:
        return None
    looked = date_format(check.checked_on, "j F Y")
    return notes.number(f"{row.theme.name}: geen aanbod, bekeken op {looked}. Bron: {_source(check.source)}.")


def _case(initiative, notes):
    summary = initiative.summary
    if len(summary) > LONGEST_SUMMARY:
        summary = summary[:LONGEST_SUMMARY].rsplit(" ", 1)[0].rstrip(".,;") + " …"
    sources = "; ".join(_source(source) for source in initiative.sources.all()) or "Bieb Netwerk"
    year = f"gegevens uit {initiative.year}" if initiative.year else "jaar van de gegevens niet bekend"
    return {
        "title": initiative.title,
        "summary": summary,
        "where": "In het hele land" if initiative.is_national else joined(initiative.places.all()),
        "slug": initiative.slug,
        "note": notes.number(f"{initiative.title}: {year}. Bron: {sources}."),
    }


def _offers(themes):
    """What a library can do for these themes, some of each."""
    ids = {each for theme in themes for each in (theme.pk, theme.parent_id) if each}
    by_theme = {}
    for offer in LibraryOffer.objects.filter(theme__in=ids).order_by("position", "pk"):
        by_theme.setdefault(offer.theme_id, []).append(offer.text)
    wanted = [by_theme.get(theme.pk) or by_theme.get(theme.parent_id, []) for theme in themes]
    each = MOST_OFFERS // max(len(themes), 1)
    return list(dict.fromkeys(text for texts in wanted for text in texts[:each]))


def _questions(themes):
    questions = [question.text for theme in themes for question in theme.questions.all()[:2]]
    return list(dict.fromkeys(questions))[:MOST_QUESTIONS]


def _calculation(assumptions, notes):
    if assumptions is None:
        return None
    sources = [
        f"Percentage dat slaagt: {assumptions.success_source}",
        f"Besparing per persoon: {assumptions.saving_source}",
    ]
    return {
        "outcome": assumptions.in_words,
        "sums": assumptions.sums,
        "notes": [notes.number(source) for source in sources],
    }
