"""How much of a file from outside is read, and the error that says why no more; needs no Django."""

MOST_ROWS = 20_000
MOST_COLUMNS = 200
ABOVE_HEADER = 30  # rows that count for nothing
MOST_UNPACKED = 150_000_000  # bytes in a zip file, counted before anything is unpacked
FORMULA_WITHOUT_VALUE = (
    "#FORMULE"  # what the reader makes of a formula of which the file has no outcome
)
TOO_LARGE = "Dit bestand vraagt te veel geheugen. Splits het in kleinere bestanden."
LOCKED = "Dit bestand heeft een wachtwoord. Haal het wachtwoord eraf, bewaar het bestand en lees het opnieuw in."
NO_SPREADSHEET = "Dit is geen spreadsheet. Gebruik csv, xlsx, ods of xls."


class NoSpreadsheetError(Exception):
    """The file is refused; the message is a Dutch sentence."""


def check_count(rows: int) -> None:
    """Refuse a file with too many rows, as soon as that many were seen."""
    if rows > MOST_ROWS + ABOVE_HEADER:
        raise NoSpreadsheetError(
            f"Dit bestand heeft meer dan {MOST_ROWS} rijen. Splits het in kleinere bestanden."
        )
