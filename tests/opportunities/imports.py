"""What became of the rows of an import, and what stands in the database afterwards."""

from opportunities.models import IndicatorValue


def refused(run):
    """(line, column, reason) of everything that was refused."""
    return [(row.line, *problem) for row in run.rows.filter(outcome="geweigerd") for problem in row.problems]


def figures():
    """{(measurement, code of the municipality): figure} of everything that is stored."""
    rows = IndicatorValue.objects.values_list("measurement__slug", "municipality__cbs_code", "value")
    return {(measurement, code): float(value) for measurement, code, value in rows}
