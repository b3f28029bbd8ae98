"""The content of a note → two pages of A4."""

from datetime import date
from pathlib import Path

from printing.pdf import plain_line, printed
from wording.icons import THEMES

WIDE = 45  # letters: no Dutch word is longer, an address on the web may be
HERE = Path(__file__).parent
SHEET = HERE / "note.typ"
ANY_ICON = "informatie"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none" stroke="#13211b" stroke-width="2.25"'
    ' stroke-linecap="round" stroke-linejoin="round">{}</svg>'
)


def note_pdf(
    content: dict,
    logo: bytes | None = None,
) -> bytes:
    """The bytes of the PDF; ``logo`` is a PNG."""
    files = drawings()
    data = on_paper(content)
    day = date.fromisoformat(content["day"])
    data["day"] = [
        day.year,
        day.month,
        day.day,
    ]
    data["logo"] = list(logo or b"")  # beside a sheet only text can stand
    for case in data["cases"]:
        if case["icon"] not in THEMES:
            case["icon"] = ANY_ICON
    return printed(SHEET, data, files)


def drawings() -> dict[str, bytes]:
    """{name of the file: an SVG} of the themes and of our logo."""
    files = {"logo.svg": (HERE / "logo.svg").read_bytes()}
    for name, lines in THEMES.items():
        lit = lines.replace('class="lit"', 'fill="#f2b33d"')
        files[f"{name}.svg"] = DRAWING.format(lit).encode()
    return files


def on_paper(value):
    """The same value, with every text in it as it can stand on paper."""
    if isinstance(value, str):
        return plain_line(value, WIDE)
    if isinstance(value, list):
        return [on_paper(part) for part in value]
    if isinstance(value, dict):
        return {name: on_paper(part) for name, part in value.items()}
    return value
