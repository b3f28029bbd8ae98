"""Files of documents and photos: only of what the public may see."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from initiatives.models import Document, Photo
from tests.factories import InitiativeFactory

pytestmark = pytest.mark.django_db


def make_photo(**owner):
    picture = BytesIO()
    Image.new("RGB", (10, 10)).save(picture, "JPEG")
    image = ContentFile(picture.getvalue(), name="foto.jpg")
    return Photo.objects.create(image=image, alt_text="Een bus", credit="Iemand", **owner)


def make_document(*initiatives, file=True):
    document = Document.objects.create(slug="paper", title="Paper", kind="overig")
    document.initiatives.set(initiatives)
    if file:
        document.file.save("paper.pdf", ContentFile(b"%PDF-1.4"))
    return document


def status(client, address):
    """The status of a page, with the file that it opens closed again."""
    response = client.get(address)
    response.close()
    return response.status_code


@pytest.mark.parametrize(("state", "expected"), [("gepubliceerd", 200), ("concept", 404), ("gearchiveerd", 404)])
def test_a_photo_is_as_public_as_its_initiative(client, state, expected):
    photo = make_photo(initiative=InitiativeFactory(publication_state=state))

    assert status(client, f"/fotos/{photo.pk}/") == expected


@pytest.mark.parametrize(("state", "expected"), [("gepubliceerd", 200), ("concept", 404)])
def test_a_document_is_as_public_as_its_initiatives(client, state, expected):
    make_document(InitiativeFactory(publication_state=state))

    assert status(client, "/documenten/paper/") == expected


def test_a_document_is_a_download_that_no_browser_runs(client):
    make_document()

    response = client.get("/documenten/paper/")
    response.close()

    assert response["Content-Disposition"] == 'attachment; filename="paper.pdf"'
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_document_without_file_has_no_page(client):
    make_document(file=False)

    assert status(client, "/documenten/paper/") == 404
