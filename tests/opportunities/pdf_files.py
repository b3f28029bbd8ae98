"""PDFs as municipalities publish them and as nobody should: all made here, of a municipality that does not exist."""

import io
import zlib

import typst
from pypdf import PdfReader, PdfWriter

CHAPTERS = ["Zorg voor elkaar", "Werk en inkomen", "De stad van morgen", "Cultuur"]
PAGE = """
= {chapter}
Niemand hoeft eenzaam te zijn. In elke wijk komt een plek voor ontmoeting.
- Een taalhuis in elke wijk
- Gratis lenen voor de jeugd
== Samen leven
Over dit deel, {chapter}, praten wij met de stad, met de bibliotheek, met welzijn en met iedereen die wil.
Het hoofdstuk {chapter} is af.
"""


def agreement(path, page=PAGE):
    """A coalition agreement of four pages, with headings, a list, and the same line above and below every page."""
    source = '#set page(paper: "a5", header: [Akkoord Voorbeeldstad 2026], numbering: "1")\n'
    source += "#pagebreak()".join(page.format(chapter=chapter) for chapter in CHAPTERS)
    path.with_suffix(".typ").write_text(source, encoding="utf-8")
    typst.compile(str(path.with_suffix(".typ")), output=str(path))
    return path


def locked(path, password="geheim"):  # noqa: S107 of a file that is made here
    """The same, behind a password."""
    writer = PdfWriter(clone_from=PdfReader(agreement(path)))
    writer.encrypt(user_password=password, owner_password="eigenaar", algorithm="AES-256")  # noqa: S106
    writer.write(path)
    return path


def without_text(path):
    """Two pages with nothing on them, as of a scanner."""
    writer = PdfWriter()
    for _ in range(2):
        writer.add_blank_page(200, 200)
    writer.write(path)
    return path


def raw_pdf(path, *objects):
    """A PDF of these objects, which are bytes, from number 1; the first is the catalogue."""
    file = io.BytesIO(b"%PDF-1.7\n")
    file.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(file.tell())
        file.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = file.tell()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        file.write(b"%010d 00000 n \n" % place)
    file.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    path.write_bytes(file.getvalue())
    return path


def with_pages(path, count):
    """So many pages, in a small file: all are the same one."""
    kids = b"3 0 R " * count
    pages = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids)
    return raw_pdf(path, b"<< /Type /Catalog /Pages 2 0 R >>", pages, b"<< /Type /Page /Parent 2 0 R >>")


def with_itself_inside(path):
    """A tree of pages that goes round in a circle."""
    pages = b"<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>"
    return raw_pdf(path, b"<< /Type /Catalog /Pages 2 0 R >>", pages)


def bomb(path, megabytes=600):
    """A page of which the text is half a megabyte, and much more once it is unpacked, twice over."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b"(x) Tj " * 149_797) for _ in range(megabytes)) + packer.flush()
    content = zlib.compress(once, 9)
    stream = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(content), content)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R >>"
    pages = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    return raw_pdf(path, b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, stream)
