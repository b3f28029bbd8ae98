"""Photos and documents with a shared example: by what is in them, for who keeps the example, on the site by choice."""

import zipfile
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from initiatives.models import Document, Photo, SharedFile, Sharing
from initiatives.retention import forget_senders
from initiatives.sharing_links import follow_path
from tests.factories import InitiativeFactory, MunicipalityFactory, ThemeFactory
from tests.initiatives.test_photos import CAMERA, PLACE, camera_data, photo
from tests.role_factories import national_curator, province_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
PDF = b"%PDF-1.4 verslag"
NO_PHOTO = "Dit is geen foto die we kunnen lezen."
NO_DOCUMENT = "Dit bestand kunnen we niet gebruiken."
OPEN = "application/vnd.oasis.opendocument."


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def zipped(**parts):
    """A zip file with these parts; ``__`` in a name is a slash, and what follows the first dot its ending."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), text)
    return file.getvalue()


def send(client, **files):
    uploads = {}
    for field, (name, content) in files.items():
        uploads[field] = SimpleUploadedFile(name, content)
    return client.post("/delen/", {"title": "Taalcafé", "bewaar": "ja"} | uploads)


def shared_by(place, kind="document", name="verslag.pdf", content=PDF):
    """A file with an example of this place."""
    initiative = InitiativeFactory(places=[place], publication_state="ingezonden")
    sharing = Sharing.objects.create(initiative=initiative, shared_at=timezone.now())
    return sharing.files.create(kind=kind, name=name, file=ContentFile(content, name))


def files_left(media):
    return [path for path in media.rglob("*") if path.is_file()]


def address_of(shared, page="shared_file"):
    return reverse(f"curator:{page}", args=[shared.pk])


def test_a_photo_is_kept_without_place_and_camera(client):
    content = photo(exif=camera_data()).read()

    send(client, photo=("vakantie.jpg", content))

    shared = SharedFile.objects.get()
    with shared.file.open() as file:
        kept = file.read()
    exif = Image.open(BytesIO(kept)).getexif()
    assert (shared.kind, shared.name) == ("foto", "vakantie.jpg")
    assert (exif.get(CAMERA), dict(exif.get_ifd(PLACE)), b"Geheime" in kept) == (None, {}, False)


def test_documents_are_known_by_what_is_in_them(client):
    documents = {
        ".pdf": PDF,
        ".docx": zipped(word__document_xml="<w/>"),
        ".pptx": zipped(ppt__presentation_xml="<p/>"),
        ".odt": zipped(mimetype=f"{OPEN}text", content_xml="<o/>"),
    }
    endings = []
    for content in documents.values():
        send(client, document=("verslag.exe", content))
        endings.append("." + SharedFile.objects.latest("pk").file.name.rpartition(".")[2])

    assert endings == list(documents)


def test_what_is_something_else_is_refused_and_what_was_typed_stays(client, media):
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    refused = {
        "svg": ("photo", "foto.jpg", svg, NO_PHOTO),
        "html as jpg": ("photo", "foto.jpg", b"<!doctype html><script>alert(1)</script>", NO_PHOTO),
        "empty": ("photo", "foto.jpg", b"", "Dit bestand is leeg."),
        "large": ("photo", "foto.jpg", b"x" * 20 * 2**20, "groter dan 10 MB"),
        "html as pdf": ("document", "a.pdf", b"<!doctype html><script>alert(1)</script>", NO_DOCUMENT),
        "zip": ("document", "a.docx", zipped(a="b"), NO_DOCUMENT),
        "broken": ("document", "a.docx", b"PK\x03\x04kapot", NO_DOCUMENT),
        "macros": ("document", "a.docx", zipped(word__document_xml="<w/>", word__vbaProject_bin="x"), "macro’s"),
        "many": ("document", "a.docx", zipped(word__document_xml="<w/>") + b"PK\x01\x02" * 2_001, NO_DOCUMENT),
        "large pdf": ("document", "a.pdf", PDF + b"x" * 11 * 2**20, "groter dan 10 MB"),
    }
    wrong = []
    for case, (field, name, content, sentence) in refused.items():
        answer = send(client, **{field: (name, content)})
        text = answer.content.decode()
        if answer.status_code != 422 or sentence not in text or 'value="Taalcafé"' not in text:
            wrong.append(case)

    assert wrong == []
    assert files_left(media) == []


def test_the_sender_takes_a_file_away_and_never_one_of_somebody_else(client, media, django_capture_on_commit_callbacks):
    theirs = shared_by(MunicipalityFactory())
    address = send(client, document=("verslag.pdf", PDF)).url
    mine = SharedFile.objects.latest("pk")

    with django_capture_on_commit_callbacks(execute=True):
        for shared in (mine, theirs):
            client.post(address, {"weg": shared.pk})

    assert list(SharedFile.objects.all()) == [theirs]
    assert len(files_left(media)) == 1


def test_an_example_has_six_files_at_most(client):
    address = send(client, document=("verslag.pdf", PDF)).url.partition("?")[0]
    for _ in range(6):
        answer = client.post(address, {"bewaar": "ja", "document": SimpleUploadedFile("a.pdf", PDF)})

    assert (answer.status_code, SharedFile.objects.count()) == (422, 6)
    assert "Er zijn al 6 bestanden" in answer.content.decode()


def test_only_who_keeps_the_example_opens_a_file_and_never_in_the_browser(client):
    place = MunicipalityFactory()
    shared = shared_by(place)
    draft = Sharing.objects.create().files.create(kind="document", name="a.pdf", file=ContentFile(PDF, "a.pdf"))
    users = {"own": province_curator(place.province), "other": province_curator(MunicipalityFactory().province)}
    statuses = {}
    for name, user in users.items():
        client.force_login(user)
        for page in ("shared_file", "shared_file_content"):
            answer = client.get(address_of(shared, page))
            if answer.streaming:
                list(answer.streaming_content)  # closes the file
            statuses[name, page] = answer.status_code
    client.force_login(users["own"])
    opened = client.get(address_of(shared, "shared_file_content"))
    content = b"".join(opened.streaming_content)
    client.force_login(national_curator())

    assert statuses == {
        ("own", "shared_file"): 200,
        ("own", "shared_file_content"): 200,
        ("other", "shared_file"): 403,
        ("other", "shared_file_content"): 403,
    }
    assert content == PDF
    assert opened["Content-Disposition"].startswith("attachment")
    assert (opened["X-Content-Type-Options"], opened["Content-Type"]) == ("nosniff", "application/octet-stream")
    assert client.get(address_of(draft)).status_code == 404


def test_a_curator_puts_a_photo_on_the_site_and_nobody_else_does(client):
    place = MunicipalityFactory()
    shared = shared_by(place, "foto", "foto.jpg", photo().read())
    typed = {"alt_text": "Mensen praten", "credit": "Anna"}
    client.force_login(province_curator(MunicipalityFactory().province))
    refused = client.post(address_of(shared), typed).status_code
    before = Photo.objects.count()

    client.force_login(province_curator(place.province))
    told = client.post(address_of(shared), {"alt_text": "", "credit": ""})
    client.post(address_of(shared), typed)

    placed = Photo.objects.get()
    with placed.image.open() as image:
        assert Image.open(image).format == "JPEG"
    assert (refused, before, told.status_code, placed.initiative) == (403, 0, 200, shared.sharing.initiative)
    assert SharedFile.objects.count() == 0


def test_a_pdf_becomes_a_document_and_another_kind_only_a_download(client):
    place = MunicipalityFactory()
    pdf, word = shared_by(place), shared_by(place, name="verslag.docx")
    client.force_login(national_curator())

    client.post(address_of(pdf), {"title": "Verslag", "kind": "evaluatie"})
    page = client.get(address_of(word)).content.decode()
    client.post(address_of(word), {"title": "Verslag", "kind": "evaluatie"})

    document = Document.objects.get()
    with document.file.open() as file:
        assert file.read() == PDF
    assert list(document.initiatives.all()) == [pdf.sharing.initiative]
    assert ("Zet bij het voorbeeld" in page, list(SharedFile.objects.all())) == (False, [word])


def test_a_curator_asks_for_a_photo_and_the_sender_adds_it(client):
    theme = ThemeFactory()
    initiative = InitiativeFactory(themes=[theme], publication_state="concept")
    sharing = Sharing.objects.create(initiative=initiative, shared_at=timezone.now())
    typed = {"title": "Taalcafé", "summary": "Praten.", "themes": theme.pk, "entry_kind": "practice"}

    wrong = client.post(follow_path(sharing), typed | {"photo": SimpleUploadedFile("a.jpg", b"geen foto")})
    before = sharing.files.count()
    client.post(follow_path(sharing), typed | {"photo": photo()})

    initiative.refresh_from_db()
    assert (wrong.status_code, NO_PHOTO in wrong.content.decode(), before) == (422, True, 0)
    assert (initiative.publication_state, sharing.files.count()) == ("ingezonden", 1)


def test_the_review_page_names_the_files(client):
    shared = shared_by(MunicipalityFactory())
    client.force_login(national_curator())

    page = client.get(reverse("admin:initiatives_initiative_review", args=[shared.sharing.initiative_id]))

    assert address_of(shared) in page.content.decode()


def test_files_go_with_their_term(media, django_capture_on_commit_callbacks):
    shared_by(MunicipalityFactory())
    draft = Sharing.objects.create()
    draft.files.create(kind="document", name="a.pdf", file=ContentFile(PDF, "a.pdf"))

    with django_capture_on_commit_callbacks(execute=True):
        forget_senders(now=timezone.now() + timedelta(days=31))
    after_a_month = len(files_left(media))
    with django_capture_on_commit_callbacks(execute=True):
        forget_senders(now=timezone.now() + timedelta(days=366))

    assert (after_a_month, files_left(media)) == (1, [])
