"""What a reader saves: without account in the browser, with one in the account; and what can be made of it."""

import re
from io import BytesIO
from urllib.parse import unquote

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from initiatives.merging import merge_initiatives
from initiatives.models import Initiative
from opportunities.models import OwnList
from tests.accounts.logging_in import PASSWORD, log_in
from tests.event_factories import EventFactory
from tests.evidence_factories import DocumentFactory
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    NetworkFactory,
    PartnerFactory,
    ThemeFactory,
)
from tests.markup import squeezed
from tests.queries import number_of_queries
from tests.role_factories import library_member, national_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
LIST = "/mijn-lijst/"
HOSTILE = '=HYPERLINK("x") <script>alert(1)</script> #emph[*a*] ☃'


def save(client, kind, thing, **more):
    """Press the button on the page of something."""
    return client.post(f"{LIST}bewaar/{kind}/{thing.slug}/", more)


def save_examples(client, titles):
    return [save(client, "praktijkvoorbeeld", InitiativeFactory(title=title)) for title in titles]


def change(client, thing, what, **more):
    """Press a button in the list at an example."""
    return client.post(f"{LIST}wijzig/praktijkvoorbeeld/{thing.slug}/", {"doe": what, **more})


def titles(client, address=LIST):
    return [line.title for line in client.get(address).context["lines"]]


def one_of_every_kind():
    return {
        "praktijkvoorbeeld": InitiativeFactory(title="Taalhuis"),
        "thema": ThemeFactory(name="Taal"),
        "gemeente": MunicipalityFactory(name="Hier"),
        "bibliotheek": LibraryFactory(name="Bieb Hier"),
        "partner": PartnerFactory(name="Welzijn Hier"),
        "netwerk": NetworkFactory(name="Samen"),
        "bijeenkomst": EventFactory(title="Landelijke dag"),
    }


def test_everything_with_a_page_is_saved_there_and_the_reader_stays(client):
    wrong = []

    for kind, thing in one_of_every_kind().items():
        page = thing.get_absolute_url()
        before = squeezed(client.get(page))
        answer = save(client, kind, thing)
        after = squeezed(client.get(answer.url))
        offers = ("Bewaar in mijn lijst" in before, "Haal uit mijn lijst" in after, "Bewaard in" in after)
        if answer.url != f"{page}?lijst=erbij#lijst-melding" or offers != (True, True, True):
            wrong.append((kind, answer.url, offers))

    assert wrong == []
    assert titles(client) == ["Taalhuis", "Taal", "Hier", "Bieb Hier", "Welzijn Hier", "Samen", "Landelijke dag"]
    assert titles(type(client)()) == []


def test_with_a_script_only_the_button_and_what_happened_come_back(client):
    address = f"{LIST}bewaar/thema/{ThemeFactory().slug}/"

    told = client.post(address, headers={"HX-Request": "true"}).content.decode()
    gone = client.post(address, {"eraf": "ja"}, headers={"HX-Request": "true"}).content.decode()

    assert ["<html" in told, 'id="lijst-melding"' in told, "Bewaard in" in told] == [False, True, True]
    assert ["Bewaar in mijn lijst" in gone, "lijst" in client.session] == [True, False]


def test_what_is_not_on_the_site_cannot_be_saved(client):
    draft = InitiativeFactory(publication_state="concept")
    paper = DocumentFactory()  # is read at the page of what it belongs to
    paper.initiatives.add(InitiativeFactory())
    things = [("praktijkvoorbeeld", draft), ("document", paper), ("thema", draft), ("onzin", draft)]
    addresses = [f"bewaar/{kind}/{thing.slug}/" for kind, thing in things]

    assert [client.post(LIST + address).status_code for address in addresses] == [404] * 4


def test_something_twice_is_saved_once_and_the_hundred_and_first_does_not_fit(client):
    session = client.session
    session["lijst"] = [{"kind": "thema", "slug": f"x{number}", "note": ""} for number in range(99)]
    session.save()
    client.cookies["sessionid"] = session.session_key
    first, second = ThemeFactory(), ThemeFactory()

    told = [save(client, "thema", thing).url.partition("=")[2] for thing in (first, first, second)]

    assert told == ["erbij#lijst-melding"] * 2 + ["vol#lijst-melding"]
    assert len(titles(client)) == 100


def test_the_order_changes_by_buttons_and_something_goes_out(client):
    save_examples(client, "ABC")
    a, b, c = [Initiative.objects.get(title=title) for title in "ABC"]
    orders = []

    for thing, what in ((c, "omhoog"), (a, "omhoog"), (a, "omlaag"), (b, "omlaag"), (b, "onzin"), (c, "weg")):
        answer = change(client, thing, what)
        orders.append("".join(titles(client)))

    assert orders == ["ACB", "ACB", "CAB", "CAB", "CAB", "AB"]
    assert answer.url == f"{LIST}#praktijkvoorbeeld-{c.slug}"


def test_what_a_reader_typed_is_text_on_the_page_and_in_every_file(client):
    save_examples(client, ["A"])
    change(client, Initiative.objects.get(), "notitie", notitie=f"{HOSTILE}\r\nen verder")

    page = client.get(LIST).content.decode()
    pdf = client.get(f"{LIST}bestand/pdf/")
    sheet = load_workbook(BytesIO(client.get(f"{LIST}bestand/xlsx/").content)).active
    rows = [[cell.value for cell in row] for row in sheet.rows]

    assert ("<script>alert" in page, "&lt;script&gt;alert(1)" in page) == (False, True)
    assert (pdf["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    assert rows[0] == ["soort", "naam", "adres", "notitie"]
    assert rows[1][1] == "A"
    assert rows[1][3].lstrip("'").splitlines() == [HOSTILE, "en verder"]
    assert {cell.data_type for row in sheet.rows for cell in row} == {"s"}
    assert client.get(f"{LIST}bestand/exe/").status_code == 404


def test_a_note_that_is_too_long_is_refused_at_its_place_and_stays_there(client):
    save_examples(client, "AB")
    answer = change(client, Initiative.objects.get(title="A"), "notitie", notitie="x" * 501)
    page = squeezed(answer)

    assert answer.status_code == 422
    assert "er passen 500 tekens in en je hebt er 501" in page
    assert (page.count("x" * 501), page.count("aria-invalid"), page.count('<details class="no-print" open')) == (
        1,
        1,
        1,
    )
    assert [entry["note"] for entry in client.session["lijst"]] == ["", ""]


def test_of_what_left_the_site_only_the_note_of_the_reader_is_told(client):
    save_examples(client, ["Geheim"])
    change(client, Initiative.objects.get(), "notitie", notitie="Ada bellen")
    shared = client.post(f"{LIST}delen/", {"met_notities": "ja"}, follow=True).context["shared"]
    Initiative.objects.update(publication_state="gearchiveerd")

    pages = [client.get(address).content.decode() for address in (LIST, shared.get_absolute_url())]

    told = [("Geheim" in page, "Staat niet meer op Bieb Netwerk" in page, "Ada bellen" in page) for page in pages]
    assert told == [(False, True, True)] * 2
    assert client.get(f"{LIST}bestand/pdf/").status_code == 200


def test_at_most_four_examples_go_into_the_note_and_the_reader_chooses_which(client):
    save_examples(client, "ABCDE")
    slugs = [Initiative.objects.get(title=title).slug for title in "ABCDE"]
    asked = [[], slugs[:2], slugs[:5], [*slugs[2:4], "onzin"]]

    answers = [client.post(f"{LIST}gespreksnotitie/", {"voorbeeld": chosen}) for chosen in asked]
    note = [initiative.title for initiative in client.get("/gespreksnotitie/").context["initiatives"]]

    assert [answer.status_code for answer in answers] == [422, 302, 422, 302]
    assert "Kies eerst een of meer voorbeelden" in answers[0].content.decode()
    assert "hooguit 4 voorbeelden" in answers[2].content.decode()
    assert answers[2].content.decode().count("checked") == 5
    assert (note, len(titles(client))) == (["A", "B", "C", "D"], 5)


def test_more_in_the_list_needs_no_more_queries(client):
    save_examples(client, "A")
    one = number_of_queries(lambda: client.get(LIST))
    save_examples(client, "BC")

    assert number_of_queries(lambda: client.get(LIST)) == one


def test_what_was_saved_before_logging_in_moves_into_the_account_without_doubles(client):
    client_elsewhere = type(client)()
    user = library_member(email="wie@voorbeeld.nl")
    user.set_password(PASSWORD)
    user.save()
    things = {title: InitiativeFactory(title=title) for title in "ABC"}
    log_in(client_elsewhere)
    for title in "BA":
        save(client_elsewhere, "praktijkvoorbeeld", things[title])
    for title in "AC":
        save(client, "praktijkvoorbeeld", things[title])
    change(client, things["A"], "notitie", notitie="Bellen")

    log_in(client)
    found = [titles(client), titles(client_elsewhere), "lijst" in client.session]
    client.post("/inloggen/uitloggen/")

    assert found == [["B", "A", "C"], ["B", "A", "C"], False]
    assert [entry["note"] for entry in OwnList.objects.get(user=user).entries] == ["", "Bellen", ""]
    assert titles(client) == []
    user.delete()
    assert OwnList.objects.count() == 0


def test_what_was_merged_stands_in_the_list_as_what_it_became(client):
    kept, gone = InitiativeFactory(title="Blijft"), InitiativeFactory(title="Gaat op")
    other = InitiativeFactory(title="Weg")
    for thing in (gone, other):
        save(client, "praktijkvoorbeeld", thing)
    merge_initiatives(kept=kept, gone=gone, user=national_curator(), now=timezone.now())
    type(other).objects.filter(pk=other.pk).update(publication_state="gearchiveerd")

    page = client.get(LIST).content.decode()

    assert titles(client) == ["Blijft", "Staat niet meer op Bieb Netwerk"]
    assert (kept.get_absolute_url() in page, f'value="{kept.slug}"' in page) == (True, True)
    type(kept).objects.filter(pk=kept.pk).update(publication_state="gearchiveerd")
    assert titles(client) == ["Staat niet meer op Bieb Netwerk"] * 2


def test_a_page_is_sent_on_without_what_the_reader_just_did(client):
    example = InitiativeFactory(slug="taalcafe")
    pages = [client.get(f"{example.get_absolute_url()}{query}") for query in ("", "?lijst=erbij", "?notitie=vol&x=1")]

    sent = [re.search(r"body=([^\"]+)", page.content.decode())[1] for page in pages]
    assert [unquote(each).removeprefix("http://testserver") for each in sent] == [
        "/praktijkvoorbeelden/taalcafe/",
        "/praktijkvoorbeelden/taalcafe/",
        "/praktijkvoorbeelden/taalcafe/?x=1",
    ]
