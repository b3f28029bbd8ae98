"""An empty spreadsheet for a list, to fill in: its columns, lists to choose from, and what each column is."""

from import_export.fields import Field
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from .formulas import harmless
from .refusing import MOST_ROWS
from .resources import ContentResource
from .writing import BinaryFile

WIDTH = 24  # characters
WIDE = 90
LONGEST_LIST = 255  # characters that Excel takes in a list of choices


def write_empty_sheet(file: BinaryFile, resource: ContentResource) -> None:
    """Write the xlsx file: a sheet to fill in, and one that explains its columns."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Invullen"
    explanation = book.create_sheet("Uitleg")
    add_header(sheet, resource.columns, WIDTH)
    add_header(explanation, ["kolom", "wat je invult"], WIDTH)
    explanation.column_dimensions["B"].width = WIDE
    sheet.freeze_panes = "A2"
    for number, field in enumerate(resource.get_import_fields(), 1):
        add_list(sheet, number, resource.offered(field))
        hint = harmless(hint_for(resource, field))
        explanation.append([field.column_name, hint])
    book.save(file)


def hint_for(resource: ContentResource, field: Field) -> str:
    """What somebody fills in, in one sentence."""
    hint = field.widget.explained()
    offered = resource.offered(field)
    if offered:
        words = ", ".join(offered)
        hint = f"kies uit: {words}"
    if field.column_name in resource.required_columns:
        return f"{hint}; aan deze kolom herkennen we een rij"
    return hint


def add_header(
    sheet: Worksheet,
    names: list[str],
    width: int,
) -> None:
    """The first row, in bold, with room below each name."""
    sheet.append(names)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width


def add_list(
    sheet: Worksheet,
    number: int,
    options: list[str],
) -> None:
    """Let the cells of a column be chosen from these words; Excel takes no comma in them and no long list."""
    words = ",".join(options)
    has_comma = any("," in option for option in options)
    if not options or has_comma or len(words) > LONGEST_LIST:
        return
    rule = DataValidation(
        type="list",
        formula1=f'"{words}"',
        allow_blank=True,
        showErrorMessage=False,
    )
    letter = sheet.cell(1, number).column_letter
    rule.add(f"{letter}2:{letter}{MOST_ROWS}")
    sheet.add_data_validation(rule)
