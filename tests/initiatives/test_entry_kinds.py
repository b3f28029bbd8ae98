"""Ideas, documents and campaigns are no practice: lists and counts begin with practice, and the rest is a step away."""

import csv
from datetime import date
from io import StringIO

import pytest

from initiatives.about import Examples
from initiatives.models import Initiative, Theme
from initiatives.resources import InitiativeResource
from opportunities.supply import supplies_of
from partners.models import Library, Municipality
from partners.successions import Successions
from tests.documents import Reader, write_documents
from tests.event_factories import EventFactory
from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory, ThemeFactory
from tests.markup import squeezed

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

TODAY = date(2026, 11, 28)
OTHERS = "wat=idee&amp;wat=document&amp;wat=campagne"
SENTENCES = {
    "idea": "We weten niet of iemand het al doet.",
    "document": "Je leest hier wat erin staat.",
    "campaign": "Iemand wilde er anderen mee overtuigen of op weg helpen.",
}


@pytest.fixture
def client():
    return Reader()


@pytest.fixture
def one_of_each():
    theme, place, library = ThemeFactory(slug="werk"), MunicipalityFactory(slug="hoorn"), LibraryFactory(slug="bieb")
    return {
        kind: InitiativeFactory(
            title=f"Werk {kind}",
            slug=kind,
            entry_kind=kind,
            themes=[theme],
            places=[place],
            partners=[library],
            phase="lopend",
            approach="Elke week.",
        )
        for kind in ["practice", "idea", "document", "campaign"]
    }


def titles(client, query=""):
    page = client.get(f"/praktijkvoorbeelden/?{query}").context["page"]
    return sorted(document.title for document in page)


def test_the_overview_begins_with_practice_and_leads_to_the_rest(client, one_of_each):
    page = client.get("/praktijkvoorbeelden/?thema=werk")

    assert [document.title for document in page.context["page"]] == ["Werk practice"]
    assert f'href="/praktijkvoorbeelden/?thema=werk&amp;{OTHERS}">Ook ideeën en documenten (3)' in page.content.decode()
    assert page.context["filter"].query == "thema=werk"


def test_the_filter_gives_each_kind(client, one_of_each):
    found = {word: titles(client, f"wat={word}") for word in ["praktijkvoorbeeld", "idee", "document", "campagne"]}

    assert found == {
        "praktijkvoorbeeld": ["Werk practice"],
        "idee": ["Werk idea"],
        "document": ["Werk document"],
        "campagne": ["Werk campaign"],
    }


def test_what_counts_as_chosen_is_no_chip_and_stays_out_of_the_address(client, one_of_each):
    unasked = client.get("/praktijkvoorbeelden/?wat=praktijkvoorbeeld").context["filter"]
    asked = client.get("/praktijkvoorbeelden/?wat=idee").context["filter"]

    assert (unasked.chips, unasked.query) == ([], "")
    assert (asked.chips, asked.query) == ([("Idee", "")], "wat=idee")


def test_counts_of_other_filters_are_of_practice(client, one_of_each):
    facets = client.get("/praktijkvoorbeelden/").context["filter"].facets

    assert [value.count for value in facets["thema"].values] == [1]
    assert [value.count for value in facets["wat"].values] == [1, 1, 1, 1]


def test_map_and_download_follow_the_filter(client, one_of_each):
    def downloaded(query):
        text = client.get(f"/praktijkvoorbeelden/csv/{query}").getvalue().decode("utf-8-sig")
        return [(row["titel"], row["wat is het"]) for row in csv.DictReader(StringIO(text), delimiter=";")]

    on_map = client.get("/praktijkvoorbeelden/kaart/").content.decode()

    assert ("Werk practice" in on_map, "Werk idea" in on_map) == (True, False)
    assert "Ook ideeën en documenten (3)" in on_map
    assert downloaded("") == [("Werk practice", "Praktijkvoorbeeld")]
    assert downloaded("?wat=idee") == [("Werk idea", "Idee")]


def test_searching_everything_finds_every_kind_and_calls_it_by_its_name(client, one_of_each):
    page = client.get("/zoeken/?q=werk&soort=praktijkvoorbeeld").content.decode()

    for label in ["Praktijkvoorbeeld", "Idee", "Document", "Campagne"]:
        assert f"<b>{label}</b>" in page, label


def test_addresses_stay_and_say_what_an_entry_is(client, one_of_each):
    pages = {kind: client.get(f"/praktijkvoorbeelden/{kind}/").content.decode() for kind in one_of_each}

    for kind, page in pages.items():
        said = [each for each, sentence in SENTENCES.items() if sentence in page]
        assert said == [each for each in SENTENCES if each == kind], kind


def test_pages_of_a_theme_show_and_count_practice_and_lead_to_the_rest(client, one_of_each):
    page = client.get("/themas/werk/")

    assert [initiative.title for initiative in page.context["initiatives"]] == ["Werk practice"]
    assert page.context["count"] == 1
    assert f'href="/praktijkvoorbeelden/?thema=werk&amp;{OTHERS}">Ook ideeën en documenten (3)' in page.content.decode()
    write_documents()
    (counted,) = Examples().counted(Theme.objects.filter(slug="werk"))
    assert counted.initiative_count == 1


def test_pages_of_a_library_show_practice_first_and_count_it(client, one_of_each):
    page = client.get("/bibliotheken/bieb/")

    assert [each.slug for each in page.context["initiatives"]] == ["practice"]
    assert [each.slug for each in page.context["other_entries"]] == ["campaign", "document", "idea"]
    assert [each.initiative_count for each in Library.objects.filter(slug="bieb").with_initiative_count()] == [1]


def test_read_on_names_practice_only(client, one_of_each):
    related = client.get("/praktijkvoorbeelden/idea/").context["related"]

    assert [each.slug for each in related] == ["practice"]


def test_what_elsewhere_works_is_practice(one_of_each):
    assert [each.slug for each in Initiative.objects.to_follow()] == ["practice"]
    assert [each.slug for each in Initiative.objects.all() if each.is_to_follow] == ["practice"]


def test_only_practice_is_supply(one_of_each):
    hoorn = Municipality.objects.get(slug="hoorn")
    Initiative.objects.update(year=TODAY.year)
    themes = list(Theme.objects.values_list("pk", flat=True))
    found = supplies_of([hoorn.pk], Successions.on(TODAY), TODAY.year, themes)[hoorn.pk]

    assert [each.slug for each in found.examples()] == ["practice"]
    assert found.example_counts == dict.fromkeys(themes, 1)


def test_the_sheet_holds_the_dutch_word(one_of_each):
    widget = InitiativeResource().fields["entry_kind"].widget

    assert [widget.render(kind) for kind in one_of_each] == ["praktijkvoorbeeld", "idee", "document", "campagne"]
    assert [widget.clean(text) for text in ["Idee", " campagne ", ""]] == ["idea", "campaign", "practice"]
    with pytest.raises(ValueError, match="‘lied’ kan hier niet; kies uit: praktijkvoorbeeld, idee, document, campagne"):
        widget.clean("lied")


def test_the_page_of_a_meeting_says_which_of_its_examples_is_an_idea(client, one_of_each):
    event = EventFactory()
    event.initiatives.set([one_of_each["practice"], one_of_each["idea"]])

    page = squeezed(client.get(event.get_absolute_url()))

    assert page.count("<small>Idee. Een voorbeeld.</small>") == 1
    assert page.count("<small>Een voorbeeld.</small>") == 1
