"""*Stuur ons een coalitieakkoord*: a PDF or a link, which a curator opens and takes into the queue with one press."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from initiatives.models import ChangeProposal
from initiatives.retention import forget_files
from opportunities import sent_pdf
from opportunities.models import PolicyDocument
from tests.factories import MunicipalityFactory, ThemeFactory
from tests.opportunities import pdf_files
from tests.review_factories import NOW
from tests.role_factories import library_member, national_curator, province_curator
from tests.spreadsheets.import_runs import work

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
ADDRESS = "/vul-aan/soest/beleid/taal/"
TYPED = {"kind": "coalitieakkoord", "title_of_document": "Samen vooruit", "from_year": "2026"}


@pytest.fixture(autouse=True)
def here(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    ThemeFactory(slug="taal", name="Taal")
    return MunicipalityFactory(slug="soest", name="Soest")


@pytest.fixture
def agreement(tmp_path):
    return pdf_files.agreement(tmp_path / "akkoord.pdf").read_bytes()


def send(client, content, name="akkoord.pdf", **typed):
    return client.post(ADDRESS, TYPED | {"file": SimpleUploadedFile(name, content)} | typed)


def files_left(settings):
    return [path.name for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def press(client, **pressed):
    address = reverse("admin:proposal_decide", args=[ChangeProposal.objects.get().pk])
    return client.post(address, pressed, follow=True)


def test_a_pdf_comes_to_the_curator_and_into_the_queue_with_one_press(
    client, agreement, settings, django_capture_on_commit_callbacks
):
    answer = send(client, agreement)
    client.force_login(national_curator())
    proposal = ChangeProposal.objects.get()
    page = client.get(reverse("admin:initiatives_changeproposal_change", args=[proposal.pk])).content.decode()
    opened = client.get(reverse("admin:proposal_file", args=[proposal.pk]))

    assert (answer.status_code, PolicyDocument.objects.count()) == (200, 0)
    assert reverse("admin:proposal_file", args=[proposal.pk]) in page
    assert b"".join(opened.streaming_content) == agreement
    assert opened["Content-Disposition"].startswith("attachment;")
    assert opened["X-Content-Type-Options"] == "nosniff"

    with django_capture_on_commit_callbacks(execute=True):
        press(client, all="ja")
        work()

    document = PolicyDocument.objects.get()
    assert (document.municipality.name, document.title, document.url) == ("Soest", "Samen vooruit", "")
    assert document.text.startswith("[bladzijde 1]\n# Zorg voor elkaar")


def test_what_cannot_be_read_can_still_be_opened_by_the_curator(client, tmp_path, django_capture_on_commit_callbacks):
    locked = pdf_files.locked(tmp_path / "op-slot.pdf").read_bytes()
    send(client, locked)
    client.force_login(national_curator())
    with django_capture_on_commit_callbacks(execute=True):
        press(client, all="ja")
        work()

    proposal = ChangeProposal.objects.get()
    page = client.get(reverse("admin:initiatives_changeproposal_change", args=[proposal.pk])).content.decode()
    opened = client.get(reverse("admin:proposal_file", args=[proposal.pk]))

    assert "Open het meegestuurde bestand" in page
    assert b"".join(opened.streaming_content) == locked


def test_a_link_stands_in_the_queue_too(client):
    client.post(ADDRESS, TYPED | {"url": "https://soest.test/akkoord.pdf"})
    client.force_login(national_curator())
    press(client, all="ja")

    assert PolicyDocument.objects.get().intake.state == "wacht"


def test_a_text_that_is_there_already_stays(client, agreement):
    known = PolicyDocument.objects.create(
        slug="akkoord",
        municipality=MunicipalityFactory._meta.model.objects.get(),
        kind="coalitieakkoord",
        title="Samen vooruit",
        from_year=2026,
        text="Wat er al stond.",
    )
    send(client, agreement)
    client.force_login(national_curator())
    press(client, all="ja")
    work()

    known.refresh_from_db()
    assert (PolicyDocument.objects.count(), known.text) == (1, "Wat er al stond.")


def test_what_is_no_pdf_or_too_large_or_not_there_is_told_and_keeps_what_was_typed(client, settings, monkeypatch):
    monkeypatch.setattr(sent_pdf, "MOST_MEGABYTES", 1)
    wrong = {
        b"<html>": "Dit is geen pdf.",
        b"PK\x03\x04": "Dit is geen pdf.",
        b"": "Dit bestand is leeg.",
        b"%PDF-" + b" " * 2**20: "Dit bestand is groter dan",
    }
    faults = []
    for content, told in wrong.items():
        answer = send(client, content)
        page = answer.content.decode()
        if (
            answer.status_code != 422
            or told not in page
            or "Samen vooruit" not in page
            or "Kies het opnieuw" not in page
        ):
            faults.append((content[:9], answer.status_code))
    nothing = client.post(f"{ADDRESS}?file=x", TYPED)

    assert faults == []
    assert (nothing.status_code, "of kies een pdf." in nothing.content.decode()) == (422, True)
    assert (ChangeProposal.objects.count(), files_left(settings)) == (0, [])


def test_a_file_of_a_form_without_one_is_not_written_down(client, settings):
    file = SimpleUploadedFile("akkoord.pdf", b"%PDF-1.4")
    client.post("/vul-aan/soest/aanbod/taal/", {"level": "geen", "file": file, "logo": file})

    assert (ChangeProposal.objects.get().file.name, files_left(settings)) == ("", [])


def test_nobody_else_gets_it(client, agreement):
    send(client, agreement)
    proposal = ChangeProposal.objects.get()
    address = reverse("admin:proposal_file", args=[proposal.pk])
    statuses = {"nobody": client.get(address).status_code}
    people = {"member": library_member(), "elsewhere": province_curator(MunicipalityFactory().province)}
    for name, user in people.items():
        client.force_login(user)
        statuses[name] = client.get(address).status_code
        statuses[f"{name} by its path"] = client.get(f"/beheer/bestanden/{proposal.file.name}").status_code

    assert {name: status for name, status in statuses.items() if status == 200} == {}


def test_it_goes_with_a_no_and_after_half_a_year(client, agreement, settings, django_capture_on_commit_callbacks):
    send(client, agreement)
    with django_capture_on_commit_callbacks(execute=True):
        client.force_login(national_curator())
        press(client, none="ja")
    assert files_left(settings) == []

    send(client, agreement)
    old = ChangeProposal.objects.undecided()
    old.update(proposed_at=NOW - timedelta(days=180))
    forget_files(now=NOW)
    assert len(files_left(settings)) == 1

    with django_capture_on_commit_callbacks(execute=True):
        forget_files(now=NOW + timedelta(seconds=1))

    assert (files_left(settings), old.get().file.name) == ([], "")


def test_five_files_an_hour_are_enough(client):
    statuses = [send(client, b"%PDF-1.4", title_of_document=f"Stuk {number}").status_code for number in range(6)]

    assert statuses == [200] * 5 + [429]
