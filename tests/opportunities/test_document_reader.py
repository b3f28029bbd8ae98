"""What the reader makes of PDFs and web pages from outside: pages, headings, paragraphs, or a Dutch sentence."""

import pytest

from opportunities.reading import intake
from opportunities.reading.pdf_text import Letters, PdfLine, paragraphs
from opportunities.reading.refusing import (
    BROKEN,
    EMPTY_FILE,
    EMPTY_PAGE,
    LOCKED,
    NEITHER,
    NO_TEXT,
    TOO_LARGE,
    TOO_MANY_PAGES,
    TOO_SLOW,
)
from spreadsheets.apart import RefusedByReaderError, read_apart
from tests.opportunities import pdf_files

PAGE_OF_AGREEMENT = [
    "Niemand hoeft eenzaam te zijn. In elke wijk komt een plek voor ontmoeting.",
    "Een taalhuis in elke wijk",
    "Gratis lenen voor de jeugd",
    "# Samen leven",
]
TALKS = "Over dit deel, {}, praten wij met de stad, met de bibliotheek, met welzijn en met iedereen die wil."


def lines_of(path):
    return read_apart("opportunities.reading.reader", path, intake.LIMITS)


def told(path):
    """Why a file is refused."""
    with pytest.raises(RefusedByReaderError) as refused:
        lines_of(path)
    return str(refused.value)


def page(tmp_path, html):
    path = tmp_path / "pagina.html"
    path.write_bytes(html if isinstance(html, bytes) else html.encode())
    return path


def test_a_pdf_is_cut_into_pages_headings_and_paragraphs_without_what_stands_on_every_page(tmp_path):
    expected = []
    for number, chapter in enumerate(pdf_files.CHAPTERS, 1):
        expected += [f"[bladzijde {number}]", f"# {chapter}", *PAGE_OF_AGREEMENT]
        expected.append(f"{TALKS.format(chapter)} Het hoofdstuk {chapter} is af.")

    assert lines_of(pdf_files.agreement(tmp_path / "a.pdf")) == expected


def test_what_stands_above_every_page_stays_where_it_is_part_of_the_text(tmp_path):
    header = "Akkoord Voorbeeldstad 2026"
    text = pdf_files.PAGE.replace("Niemand hoeft", f"{header}\\\nNiemand hoeft").replace("- Een", "Nog iets.\n- Een")

    lines = lines_of(pdf_files.agreement(tmp_path / "a.pdf", text))

    assert sum(header in line for line in lines) == len(pdf_files.CHAPTERS)


def test_a_pdf_that_everybody_may_open_is_read_though_it_is_encrypted(tmp_path):
    assert "# Cultuur" in lines_of(pdf_files.locked(tmp_path / "a.pdf", password=""))


def test_a_hostile_pdf_gets_a_sentence(tmp_path):
    path = tmp_path / "a.pdf"
    sentences = {
        "locked": told(pdf_files.locked(path)),
        "without text": told(pdf_files.without_text(path)),
        "ten thousand pages": told(pdf_files.with_pages(path, 10_000)),
        "a circle": told(pdf_files.with_itself_inside(path)),
    }
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 50)
    sentences["broken"] = told(path)
    path.write_bytes(pdf_files.agreement(tmp_path / "b.pdf").read_bytes()[:3000])
    sentences["cut off"] = told(path)

    assert sentences == {
        "locked": LOCKED,
        "without text": NO_TEXT,
        "ten thousand pages": TOO_MANY_PAGES,
        "a circle": BROKEN,
        "broken": BROKEN,
        "cut off": BROKEN,
    }


def test_a_bomb_takes_no_more_than_it_may(tmp_path):
    assert told(pdf_files.bomb(tmp_path / "a.pdf")) in (BROKEN, NO_TEXT, TOO_LARGE, TOO_SLOW)


def test_what_is_neither_pdf_nor_web_page_is_refused(tmp_path):
    path = tmp_path / "a.pdf"
    sentences = []
    for content in (b"", b"PK\x03\x04<html>\x00", b"gewone tekst", bytes(range(256))):
        path.write_bytes(content)
        sentences.append(told(path))

    assert sentences == [EMPTY_FILE, NEITHER, NEITHER, NEITHER]


def test_of_a_web_page_only_the_text_itself_is_taken(tmp_path):
    html = """<!doctype html><html><head><title>x</title><script>var a = "<p>script</p>";</script></head>
    <body><nav><p>Menu</p></nav><main><h1>Akkoord</h1><p>Niemand is <b>eenzaam</b>.</p>
    <ul><li>Een taalhuis</li></ul><form><p>Zoek</p></form></main><footer>Voet</footer></body></html>"""

    assert lines_of(page(tmp_path, html)) == ["# Akkoord", "Niemand is eenzaam.", "Een taalhuis"]


def test_a_web_page_may_have_another_encoding_and_be_unfinished(tmp_path):
    html = '<html><meta charset="iso-8859-1"><p>Eén café</p><div><p>Half'.encode("iso-8859-1")

    assert lines_of(page(tmp_path, html)) == ["Eén café", "Half"]
    assert lines_of(page(tmp_path, '<p>Eén</p><meta charset="bestaat-niet">')) == ["Eén"]


def test_an_empty_web_page_says_what_to_do(tmp_path):
    assert told(page(tmp_path, "<html><body><script>app()</script></body></html>")) == EMPTY_PAGE


def test_a_chapter_and_its_first_part_in_smaller_letters_are_two_headings(tmp_path):
    text = pdf_files.PAGE.replace("Niemand hoeft", "== Iedereen doet mee\nNiemand hoeft")

    lines = lines_of(pdf_files.agreement(tmp_path / "a.pdf", text))

    assert lines[1:4] == ["# Zorg voor elkaar", "# Iedereen doet mee", PAGE_OF_AGREEMENT[0]]


def test_what_word_draws_before_an_item_of_a_list_is_no_part_of_it():
    drawn = [
        PdfLine("\uf0b7 Een huis voor taal", 10, is_bold=False),
        PdfLine("\uf0a7 Een plek om te lenen", 10, is_bold=False),
    ]

    assert paragraphs(drawn, Letters(10, bold_is_seldom=True)) == ["Een huis voor taal", "Een plek om te lenen"]
