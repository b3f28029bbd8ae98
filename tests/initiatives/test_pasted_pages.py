"""*Plak een link*: the worker reads what the page is called, and the form shows it where nothing was filled in."""

import pytest

from initiatives.models import Initiative, Sharing
from initiatives.page_head import page_head
from initiatives.pasted_pages import read_page, wait_for_page
from initiatives.sharing_links import follow_path
from tests.curation.conftest import website  # noqa: F401 the website on this machine
from tests.factories import ThemeFactory
from tests.spreadsheets.import_runs import work

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
PAGE = b"""<!doctype html><html><head><meta charset="utf-8"><title>Taalcaf\xc3\xa9 | Nieuws</title>
<meta property="og:title" content="Taalcaf\xc3\xa9 geopend"><meta property="og:site_name" content="De Krant">
</head><body><h1>Kop</h1></body></html>"""


def paste(client, url, **typed):
    """Paste a link, let the worker read it, and give the page after that."""
    answer = client.post("/delen/", typed | {"link": url, "haal": "ja"})
    before = client.get(answer.url).content.decode()
    work()
    return before, client.get(answer.url).content.decode()


def test_title_and_source_are_filled_in_and_become_a_source(client, website):  # noqa: F811
    website.answers["/nieuws"] = 200
    website.bodies["/nieuws"] = PAGE
    url = f"{website.address}/nieuws"

    before, after = paste(client, url)
    address = follow_path(Sharing.objects.get())
    theme = ThemeFactory()
    typed = {"title": "Taalcafé geopend", "summary": "Praten.", "themes": theme.pk, "link": url}
    client.post(address, typed | {"source": "Taalcafé geopend, De Krant"})

    assert "We halen de titel op" in before
    assert 'value="Taalcafé geopend"' in after
    assert 'value="Taalcafé geopend, De Krant"' in after
    source = Initiative.objects.get().sources.get()
    assert (source.title, source.url) == ("Taalcafé geopend, De Krant", url)


def test_what_was_filled_in_stays(client, website):  # noqa: F811
    website.answers["/nieuws"] = 200
    website.bodies["/nieuws"] = PAGE

    _, after = paste(client, f"{website.address}/nieuws", title="Mijn eigen titel")

    assert 'value="Mijn eigen titel"' in after


def test_a_page_that_cannot_be_read_gets_a_sentence_and_stops_nobody(client, website, settings):  # noqa: F811
    website.answers |= {"/leeg": 200, "/kapot": 200}
    website.bodies |= {"/leeg": b"<p>Zonder titel</p>", "/kapot": b"%PDF-1.7 kapot"}
    told = {
        f"{website.address}/weg": "De server antwoordt met 404.",
        f"{website.address}/leeg": "Op deze pagina staat geen titel.",
        f"{website.address}/kapot": "Deze pdf is niet te lezen.",
        "http://10.0.0.1/": "Dit adres is niet openbaar.",
        "http://[::1]/": "Dit adres is niet openbaar.",
    }
    settings.LINK_CHECKER_MAY_VISIT_LOOPBACK = True
    wrong = []
    for url, sentence in told.items():
        if "[::1]" in url:
            settings.LINK_CHECKER_MAY_VISIT_LOOPBACK = False
        _, after = paste(client, url)
        if sentence not in after or "Vul de titel zelf in" not in after or url not in after:
            wrong.append(url)

    assert wrong == []


def test_nonsense_is_no_address_and_nothing_is_asked(client):
    for typed in ({"link": "geen adres"}, {"link": "javascript:alert(1)"}, {}):
        answer = client.post("/delen/", typed | {"haal": "ja"})
        assert answer.status_code == 422

    assert set(Sharing.objects.values_list("page_state", flat=True)) == {""}


def test_another_link_meanwhile_is_not_overwritten(website):  # noqa: F811
    website.answers["/nieuws"] = 200
    website.bodies["/nieuws"] = PAGE
    sharing = Sharing.objects.create()
    wait_for_page(sharing, f"{website.address}/nieuws")
    read_page(sharing.pk)
    wait_for_page(sharing, f"{website.address}/anders")

    sharing.refresh_from_db()
    assert (sharing.page_state, sharing.page_title) == ("wacht", "")


def test_what_was_told_of_a_page_goes_with_its_link(client):
    address = client.post("/delen/", {"link": "http://10.0.0.1/", "haal": "ja"}).url
    work()
    told = []
    for typed in ({"link": "http://10.0.0.1/"}, {"link": ""}):
        client.post(address, typed | {"bewaar": "ja"})
        told.append("de link blijft staan" in client.get(address).content.decode())

    assert told == [True, False]


def test_a_title_is_one_line_of_text():
    heads = {
        "<title> Een\n  twee </title>": ("Een twee", ""),
        "<h1>Kop <b>vet</b></h1>": ("Kop vet", ""),
        '<title>a</title><meta name="og:title" content="b"><meta property="og:site_name" content="c">': ("b", "c"),
        "<title>&lt;script&gt;</title>": ("<script>", ""),
        "<p>niets</p>": ("", ""),
    }

    assert {text: page_head(text) for text in heads} == heads
