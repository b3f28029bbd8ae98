"""Uploaded files in a bucket: read through the pages of the site alone, by every machine."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from initiatives.photos import rewrite_photo
from sources.models import Source
from tests.bucket import empty_bucket, running_server
from tests.evidence_factories import DocumentFactory, PhotoFactory
from tests.initiatives.test_photos import camera_data, photo
from tests.role_factories import national_curator
from tests.spreadsheets.import_runs import bring_in

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4 plan"


@pytest.fixture(scope="module")
def running_bucket():
    with empty_bucket() as bucket:
        yield bucket


@pytest.fixture
def bucket(running_bucket, settings, own_media):
    """The files of the site are in a bucket, and no folder is there for them."""
    kept_in = {"BACKEND": "serving.bucket.BucketStorage", "OPTIONS": running_bucket.options}
    settings.STORAGES = settings.STORAGES | {"default": kept_in}
    yield running_bucket
    assert not settings.MEDIA_ROOT.exists()


def whole(response):
    """All bytes of an answer."""
    body = b"".join(response)
    response.close()
    return body


def test_a_document_is_a_download_of_the_site_itself(client, bucket):
    document = DocumentFactory(slug="plan", file=SimpleUploadedFile("plan.pdf", PDF))

    answer = client.get("/documenten/plan/")

    assert bucket.files()[document.file.name] == PDF
    assert answer["Content-Disposition"] == 'attachment; filename="plan.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert whole(answer) == PDF


def test_a_photo_is_written_anew_and_shown_by_the_site_itself(client, bucket):
    image = rewrite_photo(photo(exif=camera_data()))
    kept = PhotoFactory(image=image, initiative__slug="bus", initiative__publication_state="gepubliceerd")

    answer = client.get(f"/fotos/{kept.pk}/")
    page = client.get("/praktijkvoorbeelden/bus/").content.decode()

    shown = whole(answer)
    assert (answer["Content-Type"], shown) == ("image/jpeg", bucket.files()[kept.image.name])
    assert dict(Image.open(BytesIO(shown)).getexif()) == {}
    assert (f"/fotos/{kept.pk}/" in page, bucket.endpoint in page) == (True, False)


def test_nobody_gets_an_address_of_the_bucket(client, bucket):
    document = DocumentFactory(file=SimpleUploadedFile("plan.pdf", PDF))
    client.force_login(national_curator())

    page = client.get(f"/beheer/initiatives/document/{document.pk}/change/").content.decode()
    answer = client.get(document.file.url)

    assert document.file.url == f"/beheer/bestanden/{document.file.name}"
    assert (document.file.url in page, bucket.endpoint in page) == (True, False)
    assert whole(answer) == PDF
    assert answer["Content-Disposition"].startswith("attachment")


def test_two_files_of_one_name_are_both_kept_however_late_the_other_machine_looks(bucket, monkeypatch):
    monkeypatch.setattr("serving.bucket.BucketStorage.exists", lambda self, name: False)

    names = [default_storage.save("fotos/bus.jpg", ContentFile(text)) for text in (b"een", b"twee")]

    assert [bucket.files()[name] for name in names] == [b"een", b"twee"]


def test_the_worker_reads_an_import_that_another_machine_took_in(client, bucket):
    client.force_login(national_curator())

    bring_in(client, "slug;titel;soort\na;A;wet\n")

    assert list(Source.objects.values_list("title", flat=True)) == ["A"]


def test_a_file_that_is_gone_is_not_found(client, bucket):
    document = DocumentFactory(slug="weg", file="documenten/weg.pdf")

    answer = client.get("/documenten/weg/")

    assert document.file.name not in bucket.files()
    assert answer.status_code == 404


def test_a_bucket_that_is_away_takes_no_page_with_it(client, bucket, settings):
    with running_server() as server:
        _, port = server.get_host_and_port()
    away = bucket.options | {"endpoint_url": f"http://127.0.0.1:{port}"}  # nobody listens there any more
    default = {"BACKEND": "serving.bucket.BucketStorage", "OPTIONS": away}
    settings.STORAGES = settings.STORAGES | {"default": default}
    DocumentFactory(slug="plan", file="documenten/plan.pdf")

    answer = client.get("/documenten/plan/")

    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert "Bestanden zijn even niet bereikbaar" in answer.content.decode()
    assert client.get("/praktijkvoorbeelden/").status_code == 200
    assert not default_storage.is_reachable()
