"""What stands in the rows when things are compared: a label and one text per thing, empty rows left out."""

from dataclasses import dataclass

from django.utils.text import slugify

from partners.models import Municipality
from partners.successions import Successions
from partners.wording import amount, joined

from .matrix import MatrixMaker

MOST = 4  # side by side; more cannot be read
LONGEST = 120  # characters of a value
UNKNOWN = "Niet bekend"


@dataclass(frozen=True)
class CompareLine:
    """One row; ``texts`` in the order of the things, ``is_heading`` starts a group."""

    label: str
    texts: list
    is_heading: bool = False

    @property
    def is_the_same(self):
        """Whether it tells nothing apart."""
        return len(set(self.texts)) == 1


def asked_slugs(data, name):
    """The values of a parameter, each once and without what is no text."""
    texts = (text.replace("\x00", "").strip()[:LONGEST] for text in data.getlist(name))
    return list(dict.fromkeys(filter(None, texts)))


def asked_municipalities(texts, today):
    """Municipalities of today, by name or slug in one query; and (text, what it could be) of all others."""
    current = Municipality.objects.current(today).select_related("province")
    by_slug = {each.slug: each for each in current.filter(slug__in=map(slugify, texts))}
    found, unknown = [], []
    for text in texts:
        slug = slugify(text)
        called = [by_slug[slug]] if slug in by_slug else _called(text, current)
        if len(called) == 1:
            found += called
        else:
            unknown.append((text, called))
    return found, unknown


def _called(text, current):
    return list(current.filter(pk__in=[each.pk for each in Municipality.objects.search(text)]))


def municipality_lines(municipalities, today):
    """Facts, the kansenkaart per theme and all figures of municipalities of today; always as many queries."""
    ids = [each.pk for each in municipalities]
    successions = Successions.on(today)
    maker = MatrixMaker(ids, today, successions=successions)
    matrices = [maker.matrix(pk) for pk in ids]
    lines = [
        CompareLine("Provincie", [str(each.province) for each in municipalities]),
        CompareLine("Inwoners", [_inhabitants(each) for each in municipalities]),
        CompareLine("Kansenkaart", [], is_heading=True),
    ]
    lines += [
        CompareLine(rows[0].theme.name, [_row_in_words(row) for row in rows])
        for rows in zip(*(matrix.rows for matrix in matrices), strict=True)
    ]
    return [
        *lines,
        CompareLine("Wat er gebeurt", [], is_heading=True),
        *_supply_lines(matrices),
        *_figure_lines(matrices),
    ]


def _inhabitants(municipality):
    if municipality.population is None:
        return UNKNOWN
    return f"{amount(municipality.population)} (CBS, {municipality.population_year})"


def _row_in_words(row):
    levels = f"behoefte {row.need.label.lower()}, beleid {row.policy.label.lower()}, aanbod {row.supply.label.lower()}"
    return f"{row.chance.label} ({levels})"


def _supply_lines(matrices):
    return [
        CompareLine("Praktijkvoorbeelden", [_titles(each.supplies.initiatives) for each in matrices]),
        CompareLine("Ander bestaand aanbod", [_titles(each.supplies.services) for each in matrices]),
    ]


def _titles(things):
    return "; ".join(str(thing) for thing in things) or UNKNOWN


def _figure_lines(matrices):
    """A row for each indicator of which at least one of them has a figure, with year and source in the label."""
    by_indicator = [{figure.indicator.pk: figure for figure in matrix.figures} for matrix in matrices]
    measurements = {pk: figure.measurement for figures in by_indicator for pk, figure in figures.items()}
    ordered = sorted(measurements.items(), key=lambda pair: pair[1].indicator.sort_key)
    lines = [
        CompareLine(
            f"{each.indicator} ({each.source.publisher or each.source} {each.year})",
            [_figure(figures.get(pk)) for figures in by_indicator],
        )
        for pk, each in ordered
    ]
    return [CompareLine("Cijfers", [], is_heading=True), *lines] if lines else []


def _figure(figure):
    if figure is None or figure.value is None:
        return UNKNOWN
    return f"{figure.in_words}{' (oude indeling)' if figure.is_old_division else ''}"


FIELDS = [
    ("Voor wie", lambda each: joined(each.target_groups.all())),
    ("Thema’s", lambda each: joined(each.themes.all())),
    ("Wie trekt het", lambda each: joined(each.leads)),
    ("Met wie", lambda each: joined(each.companions)),
    ("Waar", lambda each: "In het hele land" if each.is_national else joined(each.places.all())),
    ("Aanleiding", lambda each: each.background),
    ("Doel", lambda each: each.goal),
    ("Aanpak", lambda each: each.approach),
    (
        "Kosten",
        lambda each: " ".join(filter(None, [each.get_cost_band_display() * bool(each.cost_band), each.cost_note])),
    ),
    ("Inzet", lambda each: each.effort),
    ("Randvoorwaarden", lambda each: each.preconditions),
    ("Resultaten", lambda each: each.results),
    (
        "Cijfers",
        lambda each: "; ".join(f"{amount(f.value)} {f.unit} {f.label} ({f.period})" for f in each.figures.all()),
    ),
    ("Geleerde lessen", lambda each: each.lessons),
    ("Overdraagbaarheid", lambda each: each.transferability),
    ("Fase", lambda each: each.get_phase_display()),
    ("Gegevens uit", lambda each: str(each.year or "")),
    ("Bronnen", lambda each: "; ".join(map(str, each.sources.all()))),
]


def initiative_lines(initiatives, today):
    """What is told of examples (loaded ``for_page``), row by row; what none of them tells is left out."""
    lines = [CompareLine("Hoe zeker", [each.freshness_on(today).label for each in initiatives])]
    for label, tell in FIELDS:
        texts = [" ".join(tell(each).split()) for each in initiatives]
        if any(texts):
            lines.append(CompareLine(label, [text or UNKNOWN for text in texts]))
    return lines
