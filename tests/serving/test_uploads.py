"""Files are for curators, up to a size; what nobody may send is not written to our disk."""

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from initiatives.file_sizes import MOST_MEGABYTES, TOO_LARGE
from initiatives.models import Document, Photo
from serving.uploads import LARGEST_REQUEST, LARGEST_UPLOAD
from serving.web_worker import Request
from spreadsheets.models import ImportRun
from tests.role_factories import library_member, national_curator

pytestmark = pytest.mark.django_db
MEGABYTE = 2**20


def pdf(size):
    """A file that says it is so large."""
    file = SimpleUploadedFile("stuk.pdf", b"%PDF-1.4")
    file.size = size
    return file


def reason_of(model, name, file):
    """Why this file is refused; nothing where it is not."""
    try:
        model._meta.get_field(name).run_validators(file)
    except ValidationError as error:
        return error.messages
    return []


def test_only_files_of_curators_are_taken_in():
    users = {"nobody": AnonymousUser(), "member": library_member(), "curator": national_curator()}
    found = {}

    for name, user in users.items():
        request = RequestFactory().post("/beheer/", {"text": "dag", "file": SimpleUploadedFile("a.csv", b"slug\n")})
        request.user = user
        found[name] = (request.POST["text"], list(request.FILES))

    assert found == {"nobody": ("dag", []), "member": ("dag", []), "curator": ("dag", ["file"])}


def test_a_photo_is_taken_in_of_who_logged_in_and_a_pdf_of_anybody():
    new, filling = "/mijn/voorbeelden/nieuw/", "/vul-aan/x/"
    found = []

    for path, field in ((new, "foto-image"), (filling, "file"), (filling, "foto-image")):
        for user in (AnonymousUser(), library_member()):
            request = RequestFactory().post(path, {field: SimpleUploadedFile("a.png", b"x")})
            request.user = user
            found.append(list(request.FILES))

    assert found == [[], ["foto-image"], ["file"], ["file"], [], []]


def test_a_spreadsheet_is_taken_in_of_who_logged_in():
    found = []

    for user in (AnonymousUser(), library_member()):
        request = RequestFactory().post("/mijn/bestand/", {"file": SimpleUploadedFile("a.csv", b"slug\n")})
        request.user = user
        found.append(list(request.FILES))

    assert found == [[], ["file"]]


def test_a_request_that_is_too_large_is_refused_before_it_is_read(client):
    large = {"/klopt-er-iets-niet/": LARGEST_REQUEST + 1, "/beheer/": LARGEST_UPLOAD + 1}

    answers = {path: client.generic("POST", path, b"text=", CONTENT_LENGTH=str(size)) for path, size in large.items()}

    told = {
        path: ("Je stuurt meer dan 3 MB" in a.content.decode(), "64 MB" in a.content.decode())
        for path, a in answers.items()
    }
    assert {answer.status_code for answer in answers.values()} == {413}
    assert told == {"/klopt-er-iets-niet/": (True, False), "/beheer/": (False, True)}


def test_large_files_wait_for_who_logged_in_also_behind_the_cookie_of_a_session_that_is_over(client):
    sizes = {"/beheer/sources/source/import/": 20, "/mijn/voorbeelden/nieuw/": 20, "/vul-aan/x/": 11}
    answers = {}

    for user in (None, "over", library_member()):
        client.logout()
        if user == "over":
            client.cookies[settings.SESSION_COOKIE_NAME] = "over"
        elif user:
            client.force_login(user)
        for path, megabytes in sizes.items():
            answer = client.generic("POST", path, b"text=", CONTENT_LENGTH=str(megabytes * MEGABYTE))
            answers[str(user), path] = (answer.status_code, "Log in en probeer" in answer.content.decode())

    refused = {key for key, answer in answers.items() if answer == (413, True)}
    assert refused == {(user, path) for user in ("None", "over") for path in list(sizes)[:2]}


def test_the_web_server_waits_for_no_large_file_of_who_has_no_session():
    waits = {}

    for cookies in (b"", b"Cookie: a=1; bekend=sessionid\r\n", b"cookie: a=1; sessionid=x\r\n"):
        request = Request()
        head = b"POST /beheer/sources/source/import/ HTTP/1.1\r\nHost: a\r\n%sContent-Length: %d\r\n\r\n"
        request.add(head % (cookies, LARGEST_REQUEST + 1))
        waits[cookies] = not request.is_whole
        request.file.close()

    assert list(waits.values()) == [False, False, True]


def test_the_web_server_waits_for_no_body_that_is_refused():
    sizes = {"/klopt-er-iets-niet/": LARGEST_REQUEST, "/beheer/sources/source/import/": LARGEST_UPLOAD}
    waits = {}

    for path, most in sizes.items():
        for size in (most, most + 1):
            request = Request()
            head = b"POST %s HTTP/1.1\r\nHost: a\r\nCookie: sessionid=x\r\nContent-Length: %d\r\n\r\n"
            request.add(head % (path.encode(), size))
            waits[path, size > most] = not request.is_whole
            request.file.close()

    assert waits == {(path, is_larger): not is_larger for path in sizes for is_larger in (False, True)}


def test_an_import_of_20_megabytes_is_taken_in(client):
    client.force_login(national_curator())
    file = SimpleUploadedFile("bronnen.csv", b"slug;titel\n".ljust(20 * MEGABYTE, b" "))

    response = client.post("/beheer/sources/source/import/", {"file": file})

    assert (response.status_code, ImportRun.objects.get().file.size) == (302, 20 * MEGABYTE)


def test_documents_and_photos_have_a_largest_size():
    most = MOST_MEGABYTES * MEGABYTE
    fields = {"file": Document, "image": Photo}

    assert reason_of(Document, "file", pdf(most)) == []
    assert {name: reason_of(model, name, pdf(most + 1))[:1] for name, model in fields.items()} == {
        "file": [TOO_LARGE],
        "image": [TOO_LARGE],
    }


def test_a_document_of_which_the_file_is_gone_can_still_be_changed():
    document = Document(slug="a", title="A", kind="overig", file="documenten/weg.pdf")

    document.full_clean()
