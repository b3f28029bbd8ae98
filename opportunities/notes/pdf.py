"""The content of a note → two pages of A4."""

from pathlib import Path

from printing.pdf import plain_line, printed

WIDE = 45  # letters: no Dutch word is longer, an address on the web may be
SHEET = Path(__file__).parent / "note.typ"


def note_pdf(content):
    """The bytes of the PDF."""
    return printed(SHEET, _on_paper(content))


def _on_paper(value):
    """Every text in it as it can stand on paper."""
    if isinstance(value, str):
        return plain_line(value, WIDE)
    if isinstance(value, list):
        return [_on_paper(each) for each in value]
    return {name: _on_paper(each) for name, each in value.items()} if isinstance(value, dict) else value
