"""How publishers call the columns of their tables, and which rows and cells of those say something."""

from collections.abc import Container, Iterable

from spreadsheets.tables import plain

REGION = (
    "RegioS",
    "Regio's",
    "WijkenEnBuurten",
    "Regiocode",
    "Gebiedscode",
    "Gemeentecode",
    "Gemeente",
    "Gemeenten",
)
PERIOD = ("Perioden", "Periode", "Jaar")
TOPIC = ("Measure", "Onderwerp", "Indicator")
VALUE = ("Value", "Waarde")
CHOSEN = {  # of what is split up only these rows: everybody, and the figure itself instead of its margins
    "leeftijd": ("20300", "18 jaar of ouder", "10000", "totaal"),
    "marges": ("mw00000", "waarde"),
    "persoonskenmerken": ("t009002", "totaal", "totaal personen"),
}
NO_FIGURE = ("", ".", "-", "x", "null", "n.b.", "nb", "onbekend")
ABOUT_A_ROW = (
    "id",
    "gemeentenaam",
    "codering",
    "soortregio",
    "valueattribute",
    *CHOSEN,
)


def column_of(
    names: Container[str],
    kind: Iterable[str],
) -> str:
    """The plain name under which a kind of column stands here; empty where it is not there."""
    return next(
        (plain(name) for name in kind if plain(name) in names),
        "",
    )
