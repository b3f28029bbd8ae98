"""What became of the rows of an import, and what stands in the database afterwards."""

from opportunities.models import IndicatorValue
from tests.factories import MunicipalityFactory, ThemeFactory
from tests.role_factories import national_curator
from tests.spreadsheets.import_runs import bring_in

UNKNOWN_PLACE = "‘GM9999’ bestaat niet als gemeente."


def refused(run):
    """(line, column, reason) of everything that was refused."""
    return [(row.line, *problem) for row in run.rows.filter(outcome="geweigerd") for problem in row.problems]


def good_and(good, wrong):
    """The lines of a file with a good row and below it the wrong ones, which are (row, column, reason)."""
    return "".join(f"{row}\n" for row in (good, *(row for row, *_ in wrong)))


def told(wrong):
    """What ``refused`` must give for these rows when they stand below a header and a good row."""
    return [(line, column, reason) for line, (_, column, reason) in enumerate(wrong, 3)]


def municipalities(count):
    """The codes of so many municipalities: a file may name each once, so that every row of it needs its own."""
    return [MunicipalityFactory(cbs_code=f"GM{number:04}").cbs_code for number in range(11, 11 + count)]


def figures():
    """{(measurement, code of the municipality): figure} of everything that is stored."""
    rows = IndicatorValue.objects.values_list("measurement__slug", "municipality__cbs_code", "value")
    return {(measurement, code): float(value) for measurement, code, value in rows}


def utrecht_for_a_curator(client):
    """A municipality and two themes, and a national curator who is logged in."""
    client.force_login(national_curator())
    for slug in ("taal", "zorg"):
        ThemeFactory(slug=slug)
    return MunicipalityFactory(cbs_code="GM0344", name="Utrecht")


def bring(client, kind, text, **fields):
    return bring_in(client, text, model=f"opportunities.{kind}", **fields)
