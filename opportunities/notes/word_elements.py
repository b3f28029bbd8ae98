"""Parts of a Word document that its library has no words for: rules, grounds, and rows that stay together."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table, _Cell, _Row

LINE = "AAB8B0"


def repeat_as_header(row: _Row) -> None:
    """Let a row stand above its table on every page, and be read aloud as names of columns."""
    mark = made("w:tblHeader", {"w:val": "true"})
    row._tr.get_or_add_trPr().append(mark)


def keep_together(row: _Row) -> None:
    """Let no page end inside a row."""
    mark = made("w:cantSplit", {"w:val": "true"})
    row._tr.get_or_add_trPr().append(mark)


def narrow_cells(table: Table) -> None:
    """Leave little room between the columns of a table."""
    margins = made("w:tblCellMar", {})
    for side in ("left", "right"):
        margin = made(
            f"w:{side}",
            {
                "w:w": "68",
                "w:type": "dxa",
            },
        )
        margins.append(margin)
    looks = table._tblPr.find(qn("w:tblLook"))
    looks.addprevious(margins)


def fill(cell: _Cell, colour: str) -> None:
    """Give a cell a ground of this colour."""
    cell._tc.get_or_add_tcPr().append(ground(colour))


def rule_under(cell: _Cell, colour: str = LINE) -> None:
    """Draw a line below a cell; to be called before it gets a ground."""
    borders = made("w:tcBorders", {})
    border = line("bottom", colour, width="4", space="0")
    borders.append(border)
    cell._tc.get_or_add_tcPr().append(borders)


def line(
    side: str,
    colour: str,
    width: str,
    space: str,
):
    """A line along one side: ``width`` in eighths of a point, ``space`` between it and the text in points."""
    attributes = {
        "w:val": "single",
        "w:sz": width,
        "w:space": space,
        "w:color": colour,
    }
    return made(f"w:{side}", attributes)


def ground(colour: str):
    """A ground of one colour."""
    attributes = {
        "w:val": "clear",
        "w:color": "auto",
        "w:fill": colour,
    }
    return made("w:shd", attributes)


def made(
    name: str,
    attributes: dict[str, str],
):
    """A new element of the document's XML."""
    element = OxmlElement(name)
    for attribute, value in attributes.items():
        element.set(qn(attribute), value)
    return element
