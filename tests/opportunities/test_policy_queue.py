"""The pile of documents to read: texts come in one by one, with progress, and can be stopped and taken up again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from opportunities.models import PolicyDocument, TextIntake
from opportunities.reading import intake
from opportunities.reading.refusing import BROKEN, LOCKED
from tests.curation.conftest import website  # noqa: F401 a fixture
from tests.factories import MunicipalityAliasFactory, MunicipalityFactory, ProvinceFactory
from tests.opportunities import pdf_files
from tests.opportunity_factories import PolicyDocumentFactory, TextIntakeFactory
from tests.queries import number_of_queries
from tests.role_factories import library_member, national_curator, province_curator
from tests.spreadsheets.import_runs import work

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
QUEUE = "/beheer/beleid/"


@pytest.fixture(autouse=True)
def curator(client, settings, tmp_path):
    """A national curator who is logged in, and a place for files."""
    settings.MEDIA_ROOT = tmp_path / "media"
    client.force_login(national_curator())


@pytest.fixture
def agreement(tmp_path):
    return pdf_files.agreement(tmp_path / "akkoord.pdf").read_bytes()


def document_of(name, **fields):
    fields = {"kind": "coalitieakkoord", "until_year": 2100} | fields
    return PolicyDocumentFactory(municipality=MunicipalityFactory(name=name), **fields)


def press(client, button):
    return client.post(QUEUE, {"button": button}, follow=True).content.decode()


def give(client, document, **fields):
    return client.post(f"/beheer/beleid/{document.pk}/lezen/", {"source": "ja"} | fields, follow=True)


def states():
    return dict(TextIntake.objects.values_list("document__municipality__name", "state"))


def files_left(settings):
    return [path.name for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def test_a_text_comes_in_from_a_file(client, agreement, settings, django_capture_on_commit_callbacks):
    document = document_of("Soest")

    page = give(client, document, file=SimpleUploadedFile("akkoord.pdf", agreement)).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        work()

    document.refresh_from_db()
    assert "De tekst is onderweg: wacht op zijn beurt." in page
    assert document.text.splitlines()[:2] == ["[bladzijde 1]", "# Zorg voor elkaar"]
    assert (document.intake.state, document.intake.pages) == ("klaar", 4)
    assert files_left(settings) == []


def test_texts_come_in_from_their_addresses_with_the_document_before_its_page(client, agreement, website):  # noqa: F811
    website.answers |= {"/akkoord.pdf": 200, "/pagina": 200}
    website.bodies |= {"/akkoord.pdf": agreement, "/pagina": b"<html><h1>Akkoord</h1><p>Tegen eenzaamheid.</p></html>"}
    soest = document_of("Soest", url=f"{website.address}/akkoord.pdf", page_url=f"{website.address}/pagina")
    baarn = document_of("Baarn", page_url=f"{website.address}/pagina")
    document_of("Ede")

    told = press(client, "fetch")
    work()

    texts = dict(PolicyDocument.objects.values_list("municipality__name", "text"))
    assert "2 teksten staan in de rij." in told
    assert texts[soest.municipality.name].startswith("[bladzijde 1]")
    assert texts[baarn.municipality.name] == "# Akkoord\nTegen eenzaamheid."
    assert texts["Ede"] == ""


def test_an_address_that_a_curator_gives_is_kept_with_the_document(client, website):  # noqa: F811
    website.answers["/pagina"] = 200
    website.bodies["/pagina"] = b"<html><p>Tegen eenzaamheid.</p></html>"
    document = document_of("Soest")

    give(client, document, url=f"{website.address}/pagina")
    work()

    document.refresh_from_db()
    assert (document.url, document.text) == (f"{website.address}/pagina", "Tegen eenzaamheid.")


def test_what_cannot_be_read_says_why_and_leaves_what_was_there(
    client, tmp_path, settings, django_capture_on_commit_callbacks
):
    document = document_of("Soest", text="Wat er al stond.")
    locked = pdf_files.locked(tmp_path / "op-slot.pdf").read_bytes()

    give(client, document, file=SimpleUploadedFile("akkoord.pdf", locked))
    with django_capture_on_commit_callbacks(execute=True):
        work()

    page = client.get(QUEUE).content.decode()
    assert LOCKED in page
    assert "bij 1 lukte het niet" in page
    assert (PolicyDocument.objects.get().text, files_left(settings)) == ("Wat er al stond.", [])


def test_an_address_in_our_own_network_is_refused(client):
    give(client, document_of("Soest"), url="http://127.0.0.1/akkoord.pdf")
    work()

    assert TextIntake.objects.get().problem == "Dit adres is niet openbaar."


def test_a_form_without_file_or_address_or_with_too_much_is_explained(client, monkeypatch):
    document = document_of("Soest")
    empty = give(client, document).content.decode()
    wrong = give(client, document, url="javascript:alert(1)").context["source_form"].errors
    monkeypatch.setattr("opportunities.reading.forms.MOST_MEGABYTES", 0)
    large = give(client, document, file=SimpleUploadedFile("akkoord.pdf", b"%PDF-")).content.decode()

    assert "Kies een bestand of vul een webadres in." in empty
    assert list(wrong) == ["url"]
    assert "‘akkoord.pdf’ is groter dan" in large
    assert TextIntake.objects.count() == 0


def test_a_pile_is_spread_over_the_municipalities_in_the_names_of_the_files(client, agreement):
    for name in ("Bergen", "Bergen op Zoom", "Utrecht"):
        document_of(name)
    MunicipalityAliasFactory(municipality=document_of("'s-Gravenhage").municipality, name="Den Haag")
    names = ["Akkoord_Bergen op Zoom.pdf", "bergen-2026.pdf", "Coalitie utrechtse heuvelrug.pdf", "Den Haag.pdf"]
    files = [SimpleUploadedFile(name, agreement) for name in names]

    told = client.post(QUEUE, {"pile": "ja", "files": files}, follow=True).content.decode()
    work()

    assert states() == {"Bergen": "klaar", "Bergen op Zoom": "klaar", "'s-Gravenhage": "klaar"}
    assert "3 akkoorden staan in de rij." in told
    assert "‘Coalitie utrechtse heuvelrug.pdf’: in de naam staat geen gemeente" in told


def test_the_queue_stops_and_goes_on(client, agreement):
    documents = [document_of(name) for name in ("Soest", "Baarn", "Ede")]
    for document in documents:
        give(client, document, file=SimpleUploadedFile("akkoord.pdf", agreement))

    press(client, "stop")
    work()
    stopped = states()
    resumed = press(client, "resume")
    work()

    assert set(stopped.values()) == {"gestopt"}
    assert "3 teksten staan weer in de rij." in resumed
    assert set(states().values()) == {"klaar"}
    assert "<strong>3 van 3 teksten binnen</strong>" in client.get(QUEUE).content.decode()


def test_what_was_refused_is_tried_again(client, website):  # noqa: F811
    document_of("Soest", url=f"{website.address}/akkoord")
    press(client, "fetch")
    work()
    before = states()
    website.answers["/akkoord"] = 200
    website.bodies["/akkoord"] = b"<html><p>Tegen eenzaamheid.</p></html>"

    told = press(client, "again")
    work()

    assert (before, states()) == ({"Soest": "geweigerd"}, {"Soest": "klaar"})
    assert "1 tekst wordt opnieuw geprobeerd." in told


def test_work_of_a_worker_that_was_killed_is_done_again_and_nothing_twice(agreement, tmp_path):
    document = document_of("Soest")
    intake.put_in_queue([document], SimpleUploadedFile("akkoord.pdf", agreement))
    number = TextIntake.objects.get().pk
    TextIntake.objects.update(state="lezen")
    intake.take_in(number)
    PolicyDocument.objects.update(text="Verbeterd.")

    intake.take_in(number)

    assert PolicyDocument.objects.get().text == "Verbeterd."


def test_a_fault_of_ours_is_told_and_fails(monkeypatch):
    waiting = TextIntakeFactory()
    monkeypatch.setattr(intake, "lines_of", lambda intake: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        intake.take_in(waiting.pk)

    waiting.refresh_from_db()
    assert (waiting.state, waiting.problem) == ("geweigerd", intake.OUR_FAULT)


def test_only_what_is_in_force_and_theirs_is_in_a_curators_queue(client, agreement):
    mine = document_of("Soest", url="https://voorbeeld.nl/")
    document_of("Elders", url="https://voorbeeld.nl/")
    for fields in ({"from_year": 2000, "until_year": 2001}, {"missing_because": "Nog niet openbaar."}):
        PolicyDocumentFactory(municipality=mine.municipality, **fields)
    client.force_login(province_curator(mine.municipality.province))

    page = client.get(QUEUE)
    press(client, "fetch")
    client.post(QUEUE, {"pile": "ja", "files": [SimpleUploadedFile("elders.pdf", agreement)]})

    assert list(page.context["page"]) == [mine]
    assert states() == {"Soest": "wacht"}


def test_nobody_else_gives_a_text(client):
    document = document_of("Soest")
    client.force_login(province_curator(ProvinceFactory()))
    answers = [give(client, document, url="https://voorbeeld.nl/").status_code]
    client.force_login(library_member())
    answers.append(client.get(QUEUE).status_code)

    assert answers == [403, 302]
    assert TextIntake.objects.count() == 0


def test_the_next_to_read_has_a_text_and_was_not_read(client):
    document_of("Assen")
    document_of("Baarn", text="Gelezen.", read_on="2026-01-01")
    first, last = document_of("Ede", text="Tekst."), document_of("Soest", text="Tekst.")

    def next_of(address):
        return client.get(address).context["next"]

    pages = [QUEUE, f"/beheer/beleid/{first.pk}/lezen/", f"/beheer/beleid/{last.pk}/lezen/"]
    assert [next_of(page) for page in pages] == [first, last, first]


def test_costs_as_many_queries_for_three_as_for_one(client):
    counts = []
    for name in ("Soest", "Baarn", "Ede"):
        TextIntakeFactory(document=document_of(name), state="geweigerd", problem=BROKEN)
        counts.append(number_of_queries(lambda: client.get(QUEUE)))

    assert counts[0] == counts[2]
