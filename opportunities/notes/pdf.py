"""The content of a note → two pages of A4."""

from pathlib import Path

from printing.pdf import plain_line, printed

WIDE = 45  # letters: no Dutch word is longer, an address on the web may be
SHEET = Path(__file__).parent / "note.typ"


def note_pdf(content: dict) -> bytes:
    """The bytes of the PDF."""
    return printed(SHEET, on_paper(content))


def on_paper(value):
    """The same value, with every text in it as it can stand on paper."""
    if isinstance(value, str):
        return plain_line(value, WIDE)
    if isinstance(value, list):
        return [on_paper(part) for part in value]
    if isinstance(value, dict):
        return {name: on_paper(part) for name, part in value.items()}
    return value
