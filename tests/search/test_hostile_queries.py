"""Whatever is typed or put in an address: an answer or a refusal, never an error of ours."""

from urllib.parse import quote

import pytest
from django.db import transaction
from django.test import Client

from search.models import SearchedWord
from tests.documents import write_documents
from tests.factories import InitiativeFactory, MunicipalityFactory, PartnerFactory, ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
ADDRESSES = [
    "/zoeken/", "/praktijkvoorbeelden/", "/praktijkvoorbeelden/kaart/", "/praktijkvoorbeelden/csv/",
    "/zoeken/suggesties/", "/zoeken/filter/gemeente/", "/praktijkvoorbeelden/filter/partner/",
]  # fmt: skip
LONG = [
    "a" * 201, "a " * 2_500, "a" * 5_000, "taal " * 1_000, '"' * 5_000, "-a " * 1_600, "(" * 5_000, "ﷺ" * 200,
    "\u0301" * 200, "é-" * 100,
]  # fmt: skip
SCRIPT = "<script>alert(1)</script>"
ODD = [
    "taal\x00", "\x00", "'", '"', "\\", "&", "|", "!", "(", ")", ":", "*", "<->", "taal:*", "taal:A", "!taal",
    "taal <2> werk", "taal & ", "((taal", "'taal'", "''", "\\'", "taal\\", '"taal', '"taal huis" <-> "', "--", "- -",
    "-taal", "-taal -werk", '-"taal huis"', '-""', '- "taal"', "de het een", '"de het"', "%", "_", "%%", "a%", "tå%",
    "😀", "👩‍👩‍👧", "\u202etaal", "\u200f\u200e", "\ufeff", "\ufffd", "ﬁ", "ß", "İ", "ǰ", "²", "½", "ⅷ", "٣",
    "一二三", "שלום", "مرحبا", "\U0001f1f3\U0001f1f1", "\u0345", "ͺ", "a\u0308" * 40, "taal\r\nwerk", "\t", "\u2028",
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien",
    "' OR 1=1 --", "'; DROP TABLE search_searchdocument; --", "${7*7}{{7*7}}{% now %}", SCRIPT,
    "../../etc/passwd", "0", "00", "1" * 64, "-1", "1e309", "NaN", "null", "0x00",
]  # fmt: skip
NO_TEXT = ["q=%ED%A0%80", "q=%ff%fe", "q=%", "q=%C0%80", "q=%u0041", "q[]=a", "q=a&q=b", "q", "=", "&&&",
           "q=%ED%A0%80%ED"]  # fmt: skip
REFERERS = [
    "http://[", "http://[/zoeken/?q=taal", "http://testserver:x/zoeken/?q=taal", "//", "\u2028", "q=", "?q=%00",
    "http://testserver/zoeken/?q=%00", "http://testserver/zoeken/?q=%ED%A0%80",
    "http://testserver/zoeken/?q=" + "a" * 5_000,
    "http://testserver/zoeken/?q=" + quote("'; --"), "http://testserver/zoeken/?" + "q=a&" * 500,
]  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def something_to_find(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        theme, place = ThemeFactory(name="Taal"), MunicipalityFactory(name="Weesp")
        InitiativeFactory(title="Taalhuis", themes=[theme], places=[place], partners=[PartnerFactory(name="UWV")])
        write_documents()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def client():
    """It gives an error of ours as status 500 and goes on, so that all of them are told."""
    return Client(raise_request_exception=False)


def answered_otherwise(client, queries, *, than):
    """``(status, address, query)`` of every answer of our addresses that is not one of those expected."""
    found = []
    for query in queries:
        for address in ADDRESSES:
            status = client.get(address, query).status_code
            if status not in than:
                found.append((status, address, shortened(query)))
    return found


def shortened(query):
    return {name: f"{ascii(text[:30])} {len(text)}" for name, text in query.items()}


def test_a_long_text_has_an_answer_or_is_refused(client):
    typed = [{"q": text} for text in LONG]
    beside = [{"zoek": text[:400], "partner": text[:400], "pagina": text[:400]} for text in LONG]

    assert answered_otherwise(client, typed + beside, than={200, 414}) == []


def test_any_text_has_an_answer(client):
    typed = [{"q": text} for text in ODD]
    beside = [{"q": "taal", "zoek": text, "thema": text, "sorteer": text, "pagina": text} for text in ODD]

    assert answered_otherwise(client, typed + beside, than={200}) == []


def test_only_words_are_remembered_of_what_was_typed(client):
    for text in ODD:
        client.get("/zoeken/", {"q": text})

    assert [row.word for row in SearchedWord.objects.all() if not row.word.isalpha()] == []


def test_a_script_is_text(client):
    pages = [b"".join(client.get(address, {"q": SCRIPT, "zoek": SCRIPT, "thema": SCRIPT})) for address in ADDRESSES]

    assert [page for page in pages if SCRIPT.encode() in page] == []


def test_bytes_that_are_no_text_have_an_answer(client):
    asked = [f"{address}?{query}" for query in NO_TEXT for address in ADDRESSES]

    assert [address for address in asked if client.get(address).status_code != 200] == []


def test_too_many_parameters_are_refused(client):
    answers = {address: client.get(f"{address}?{'thema=a&' * 1_200}").status_code for address in ADDRESSES}

    assert answers == dict.fromkeys(ADDRESSES, 400)


@pytest.mark.parametrize(
    "address", ["/zoeken/filter/onzin/", "/praktijkvoorbeelden/filter/soort/", "/zoeken/filter/q/"]
)
def test_values_of_no_facet_are_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_searching_is_asking(client, method):
    answers = {address: getattr(client, method)(address).status_code for address in ADDRESSES}

    assert answers == dict.fromkeys(ADDRESSES, 405)


@pytest.mark.parametrize("text", ["taal\x00", "a" * 201])
def test_words_that_cannot_be_searched_find_nothing(client, text):
    filterset = client.get("/zoeken/", {"q": text}).context["filter"]

    assert (filterset.count, bool(filterset.words_problem)) == (0, True)


def test_any_referer_has_an_answer(client):
    answers = {
        (address, ascii(referer[:60])): client.get(address, headers={"Referer": referer}).status_code
        for address in ("/zoeken/?q=taal", "/partners/") for referer in REFERERS
    }  # fmt: skip

    assert {asked: status for asked, status in answers.items() if status != 200} == {}


@pytest.mark.parametrize("address", ["/favicon.ico", "/robots.txt", "/livez", "/sitemap.xml"])
def test_what_a_browser_fetches_by_itself_beside_results_has_an_answer(client, address):
    response = client.get(address, headers={"Referer": "http://testserver/zoeken/?q=taal"})

    assert response.status_code < 400
