"""Linear equations, such as a regression has to solve."""

Row = list[float]


def solution(
    matrix: list[Row],
    right_sides: list[float],
) -> tuple[float, ...]:
    """Return the values of the unknowns, by Gauss's elimination.

    Each row of the matrix has the factors of one equation, and `right_sides` what its left side adds up to.
    """
    rows = []
    for factors, right_side in zip(matrix, right_sides, strict=True):
        rows.append([*factors, right_side])
    for column in range(len(rows)):
        eliminate(column, rows)
    values = [row[-1] for row in rows]
    return tuple(values)


def eliminate(column: int, rows: list[Row]) -> None:
    """Change the rows so that only the row with the number of this column has a factor in it, which is 1 then."""
    place_of_row = place_of_pivot(rows, column)
    pivot = rows[place_of_row]
    rows[place_of_row] = rows[column]
    factor = pivot[column]
    pivot = [value / factor for value in pivot]
    rows[column] = pivot
    for place, row in enumerate(rows):
        if place != column:
            rows[place] = without(pivot, row[column], row)


def place_of_pivot(rows: list[Row], column: int) -> int:
    """Return which row to eliminate with: the one with the largest factor here, of those that are not used yet."""
    unused = range(column, len(rows))
    return max(unused, key=lambda place: abs(rows[place][column]))


def without(pivot: Row, times: float, row: Row) -> Row:
    """Return a row from which another one was taken so many times."""
    difference = []
    for value, pivot_value in zip(row, pivot, strict=True):
        difference.append(value - times * pivot_value)
    return difference
