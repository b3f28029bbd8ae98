"""The logo of a library on its note: a real picture, written anew; what may harm is refused; it goes with the note."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from opportunities.models import Note
from opportunities.notes.actions import forget_notes
from tests.opportunities.notes import MAKE, file, typed, utrecht

pytestmark = pytest.mark.django_db
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 90 30"{}>{}</svg>'
)
SHAPE = '<rect width="90" height="30" fill="#aa0000"/>'
HIDDEN = "geheime plek"
CLIP = '<clipPath id="c{}"><g clip-path="url(#c{})"/><g style="clip-path:url(#c{})"/></clipPath>'
CLIPS = "".join(CLIP.format(number, number + 1, number + 1) for number in range(30)) + SHAPE
REFUSED = {
    "no picture": b"GIF89a" + bytes(30),
    "half a picture": b"\x89PNG\r\n\x1a\n" + bytes(20),
    "another kind": b"%PDF-1.7",
    "a script": SVG.format("", "<script>alert(1)</script>"),
    "an event": SVG.format(' onload="alert(1)"', SHAPE),
    "a picture elsewhere": SVG.format("", '<image href="http://kwaad.example/a.png"/>'),
    "a file of ours": SVG.format("", '<image xlink:href="file:///etc/passwd"/>'),
    "a colour elsewhere": SVG.format("", '<rect width="9" height="9" fill="url(http://kwaad.example/#a)"/>'),
    "a style elsewhere": SVG.format("", "<style>@import url(http://kwaad.example)</style>"),
    "a page inside": SVG.format("", "<foreignObject><p>x</p></foreignObject>"),
    "copies of copies": SVG.format("", '<use href="#a"/>'),
    "an entity": '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format("", "<title>&a;</title>"),
    "a file as entity": '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG.format("", "<text>&a;</text>"),
    "letters": SVG.format("", "<text>Bieb</text>"),
    "very deep": SVG.format("", "<g>" * 5000 + "</g>" * 5000),
    "very many": SVG.format("", SHAPE * 3001),
    "very many dashes": SVG.format("", '<path d="M0 0H9" stroke-dasharray="0.00001"/>'),
    "edges of edges": SVG.format("", CLIPS),
    "not closed": "<svg><g>",
    "not a drawing": "<?xml version='1.0'?><html/>",
    "nothing to see": SVG.format("", ""),
    "too heavy": SVG.format("", f"<!--{'x' * 310_000}-->{SHAPE}"),
}


@pytest.fixture(autouse=True)
def municipality():
    return utrecht()


def upload(content, name="logo.png"):
    if isinstance(content, str):
        content = content.encode()
    return SimpleUploadedFile(name, content)


def picture(kind="PNG", size=(1600, 400), **options):
    """The bytes of a red picture."""
    made = BytesIO()
    Image.new("RGB", size, "#aa0000").save(made, kind, **options)
    return made.getvalue()


def keep(client, content, **changes):
    response = client.post(MAKE, typed(**changes) | {"logo": upload(content)})
    assert response.status_code == 302, response.context["form"].errors
    return Note.objects.latest("pk"), response.url


def test_every_kind_of_picture_becomes_a_small_png_without_what_was_hidden(client):
    exif = Image.Exif()
    exif[0x010E] = HIDDEN
    kinds = {
        "png": picture(),
        "jpeg": picture("JPEG", exif=exif),
        "svg": SVG.format("", f"<title>{HIDDEN}</title>{SHAPE}"),
        "svg with a remark": f"<?xml version='1.0'?><!-- {HIDDEN} -->{SVG.format('', SHAPE)}",
    }
    found = {}

    for name, content in kinds.items():
        logo = bytes(keep(client, content)[0].logo)
        made = Image.open(BytesIO(logo))
        fits = made.width <= 800 and made.height <= 240 and len(logo) < 50_000
        found[name] = (made.format, fits, made.convert("RGB").getpixel((20, 20)), HIDDEN.encode() in logo)

    red = (170, 0, 0)
    assert {name: (kind, fits, hidden) for name, (kind, fits, _, hidden) in found.items()} == dict.fromkeys(
        kinds, ("PNG", True, False)
    )
    assert [name for name, (*_, colour, _) in found.items() if max(map(abs, map(int.__sub__, colour, red))) > 3] == []


def test_what_may_harm_is_refused_at_its_place(client):
    taken = []

    for name, content in REFUSED.items():
        response = client.post(MAKE, typed() | {"logo": upload(content)})
        page = response.content.decode()
        if (
            response.status_code != 422
            or 'href="#id_logo"' not in page
            or "logo" not in response.context["form"].errors
        ):
            taken.append((name, response.status_code))

    assert taken == []
    assert Note.objects.count() == 0


def test_a_picture_that_is_too_large_is_refused(client):
    heavy = upload(picture() + bytes(2 * 2**20))
    wide = upload(picture(size=(6000, 5000)))

    errors = [client.post(MAKE, typed() | {"logo": each}).context["form"].errors["logo"] for each in (heavy, wide)]

    assert errors == [
        ["Dit logo is te groot: hooguit 2 MB, en een SVG hooguit 300 kB."],
        ["Dit logo is te groot: hooguit 25 miljoen beeldpunten."],
    ]


def test_the_logo_stands_on_the_page_in_the_pdf_and_in_the_document(client):
    note, _ = keep(client, picture(), bibliotheek="De Boekenkast")
    address = note.get_absolute_url()

    page = client.get(address).content.decode()
    logo = client.get(f"{address}logo/")
    pdf = client.get(f"{address}pdf/").content
    document = ZipFile(BytesIO(client.get(f"{address}docx/").content))

    assert f'<img src="{address}logo/" alt="De Boekenkast">' in page
    assert (logo["Content-Type"], logo["Cache-Control"], logo.content) == ("image/png", "no-store", bytes(note.logo))
    assert (b"/S/Figure" in pdf, b"<pdfuaid:part>1</pdfuaid:part>" in pdf) == (True, True)
    assert bytes(note.logo) in [document.read(name) for name in document.namelist()]
    assert 'descr="De Boekenkast"' in document.read("word/document.xml").decode()


def test_a_note_without_logo_has_none(client):
    client.post(MAKE, typed(bibliotheek="De Boekenkast"))
    address = Note.objects.get().get_absolute_url()

    page = client.get(address).content.decode()

    assert ("<img" in page, "De Boekenkast</span>" in page) == (False, True)
    assert client.get(f"{address}logo/").status_code == 404


def test_a_logo_stays_until_somebody_changes_it_or_takes_it_away(client):
    note, address = keep(client, picture())
    change = address.replace("beheer", "wijzigen")
    kept = []

    for changes in ({}, {"logo": upload(picture(size=(30, 10)))}, {"geen_logo": "on"}):
        assert client.post(change, typed(**changes)).status_code == 302
        content = bytes(Note.objects.get().logo)
        kept.append(Image.open(BytesIO(content)).width if content else 0)

    assert kept == [800, 30, 0]


def test_the_logo_goes_with_its_note(client):
    note, _ = keep(client, picture())
    address = f"{note.get_absolute_url()}logo/"
    today = timezone.localdate()
    before = client.get(address).status_code

    Note.objects.update(saved_on=today - timedelta(days=180), remove_on=today)
    after = client.get(address).status_code
    forget_notes(today=today)

    assert (before, after, Note.objects.count()) == (200, 404, 0)


def test_no_other_file_of_a_stranger_is_taken_in(client):
    response = client.post(MAKE, typed(stap="bekijk") | {"titel": upload(b"x"), "logo": upload(picture())})

    assert list(response.wsgi_request.FILES) == ["logo"]


def test_a_file_needs_no_logo(client):
    assert file(client, "pdf").content[:5] == b"%PDF-"


def test_a_page_that_shows_the_form_again_asks_for_the_logo_again(client):
    wrong = typed(contact_email="geen adres")

    pages = [
        client.post(MAKE, wrong | more).content.decode()
        for more in ({}, {"logo": upload(SVG.format("", SHAPE), "a.svg")})
    ]

    assert ["Kies je logo opnieuw." in page for page in pages] == [False, True]
