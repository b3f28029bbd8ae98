"""What nobody can read, and what went wrong: an answer in Dutch, never a 500."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.base import ContentFile
from django.db import OperationalError
from django.test import Client, RequestFactory
from procrastinate.exceptions import ConnectorException

from accounts.adapters import MFAAdapter
from serving import refusals
from tests.evidence_factories import PhotoFactory
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
TOKEN = "A" * 32
BODY = f"csrfmiddlewaretoken={TOKEN}&text=Dag"
IN_PARTS = "multipart/form-data"
CONTENT_TYPES = [
    *(
        f"application/x-www-form-urlencoded; charset={name}"
        for name in ("utf-16", "utf8", "onzin", "latin-1", "\xff", "idna")
    ),
    IN_PARTS,
    f"{IN_PARTS}; boundary=",
    f"{IN_PARTS}; boundary={'b' * 300}",
    f"{IN_PARTS}; boundary=\xff",
    f"{IN_PARTS}; charset=utf-16; boundary=b",
    f"{IN_PARTS}; boundary=b",
]
ADDRESSES = ["/klopt-er-iets-niet/", "/inloggen/", "/bestaat-niet/", "/beheer/", "/gespreksnotitie/maken/"]
NEXT = [
    "http://[",
    "http://[/",
    "//[",
    "http://testserver:x/",
    "\x00",
    "javascript:alert(1)",
    "//voorbeeld.nl",
    "ä" * 300,
]


@pytest.fixture
def browser():
    """A client whose errors of ours are answers, and that minds where forms come from."""
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    client.cookies["csrftoken"] = TOKEN
    return client


def test_a_form_in_any_letters_and_parts_is_answered(browser):
    surprises = []
    for address in ADDRESSES:
        for content_type in CONTENT_TYPES:
            response = browser.generic("POST", address, BODY, content_type=content_type)
            if response.status_code >= 500:
                surprises.append(f"{address} {content_type!a}: {response.status_code}")

    assert surprises == []


def test_an_unreadable_form_is_told_so(browser):
    response = browser.generic(
        "POST", "/inloggen/", BODY, content_type="application/x-www-form-urlencoded; charset=utf-16"
    )

    assert response.status_code == 400
    assert "We kunnen niet lezen wat je stuurt." in response.content.decode()


def test_a_form_of_which_nobody_knows_the_length_is_told_so(browser):
    answers = [browser.post("/inloggen/", CONTENT_LENGTH=length) for length in ("x", "-1", "²", "5; 6")]

    assert [answer.status_code for answer in answers] == [400] * 4


def test_utf_8_may_be_spelled_in_any_way(browser):
    ways = ["", "; charset=utf-8", "; charset=UTF8", "; charset=U8"]
    forms = [f"application/x-www-form-urlencoded{way}" for way in ways]

    answers = [browser.generic("POST", "/klopt-er-iets-niet/", BODY, content_type=form) for form in forms]

    assert [answer.status_code for answer in answers] == [422] * 4  # read, and found incomplete


def test_any_address_to_go_on_to_is_answered(browser):
    surprises = []
    for page in ("/inloggen/", "/inloggen/code/", "/inloggen/wachtwoord/vergeten/", "/beheer/login/"):
        for wanted in NEXT:
            response = browser.get(page, {"next": wanted}, follow=True)
            if response.status_code != 200:
                surprises.append(f"{page} {wanted!a}: {response.status_code}")

    assert surprises == []


def test_a_form_from_elsewhere_is_refused_in_dutch():
    response = Client(enforce_csrf_checks=True).post("/inloggen/", {"login": "x"})

    assert response.status_code == 403
    assert "<h1>Verstuur het formulier opnieuw</h1>" in response.content.decode()


def test_what_a_page_does_not_take_is_refused_in_dutch(client):
    response = client.post("/zoeken/")

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
    assert "<h1>Dit kan hier niet</h1>" in response.content.decode()


def test_too_many_fields_are_told(client, settings):
    fields = {f"veld-{number}": "1" for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}

    response = client.post("/inloggen/", fields)

    assert response.status_code == 400
    assert "Het formulier heeft meer dan 3000 velden." in response.content.decode()


def test_a_photo_of_which_the_file_is_gone_is_not_found(browser):
    photo = PhotoFactory(image=ContentFile(b"beeld", "foto.jpg"))
    photo.image.storage.delete(photo.image.name)

    assert browser.get(f"/fotos/{photo.pk}/").status_code == 404


def test_a_second_step_outlasts_a_new_secret_key(settings):
    secret = MFAAdapter().encrypt("GEHEIM")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "n" * 60, [settings.SECRET_KEY]

    assert MFAAdapter().decrypt(secret) == "GEHEIM"


def test_a_second_step_of_a_forgotten_key_accepts_no_code(settings, browser):
    secret = MFAAdapter().encrypt("GEHEIM")
    settings.SECRET_KEY = "n" * 60
    user = UserFactory()
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": secret})

    assert Authenticator.objects.get().wrap().validate_code("123456") is False


def test_a_database_that_is_away_is_said_so_wherever_that_shows():
    caused = ConnectorException()
    wrapped = ValueError()
    wrapped.__cause__ = OperationalError("weg")
    statuses = []
    for error in (OperationalError("weg"), caused, wrapped, ValueError("anders")):
        try:
            raise error
        except Exception:
            statuses.append(refusals.server_error(RequestFactory().get("/")).status_code)

    assert statuses == [503, 503, 503, 500]
