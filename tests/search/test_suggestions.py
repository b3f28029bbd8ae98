"""What typed text may become: pages with those words in their title, at most a few of each kind."""

from datetime import date

import pytest

from search.suggestions import MOST, PER_KIND, suggestions
from tests.documents import write_documents
from tests.event_factories import EventFactory
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityAliasFactory,
    MunicipalityFactory,
    NetworkFactory,
    PartnerFactory,
    ThemeFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def suggested(text):
    write_documents()
    return [document.title for document in suggestions(text)]


def test_what_typed_text_may_become():
    InitiativeFactory(title="Koffie op de markt", summary="Eenzaamheid voorbij.")
    ThemeFactory(name="Eenzaamheid")
    MunicipalityFactory(name="Eemnes")
    PartnerFactory(name="UWV")
    expected = {
        "ee": ["Eenzaamheid", "Eemnes"],
        "een": ["Eenzaamheid"],
        "Eenzaamheid": ["Eenzaamheid"],
        "ÉÉN": ["Eenzaamheid"],
        "koffie ma": ["Koffie op de markt"],
        "markt ko": ["Koffie op de markt"],
        "koffie op de ma": ["Koffie op de markt"],
        "koffie op de": ["Koffie op de markt"],
        "koffie op": ["Koffie op de markt"],
        "koffie m": ["Koffie op de markt"],
        "koffie op de m": ["Koffie op de markt"],
        "koffie x": [],
        "koffie xx": [],
        "voorbij": [],
        "koffie bij eenz": ["Koffie op de markt"],
        "uwv": ["UWV"],
        "e": [],
        "": [],
        " ": [],
        "%": [],
        "__": [],
        "\x00": [],
    }

    assert {text: suggested(text) for text in expected} == expected


def test_words_that_are_not_together_in_a_title_lead_to_where_they_are_together_or_to_the_first_of_them():
    InitiativeFactory(title="Samen lezen", summary="In de buurt.")
    InitiativeFactory(title="Koffie op de markt", summary="Voorbij.", goal="Kinderen ontmoeten elkaar.")
    expected = {
        "lezen met kin": ["Samen lezen"],
        "koffie met kin": ["Koffie op de markt"],
        "hoe kan ik samen met anderen lezen": ["Samen lezen"],
        "lezen met xyz": [],
    }

    assert {text: suggested(text) for text in expected} == expected


def test_kinds_have_an_order_and_a_share():
    for factory in (
        InitiativeFactory,
        NetworkFactory,
        PartnerFactory,
        LibraryFactory,
        MunicipalityFactory,
        ThemeFactory,
    ):
        for number in range(5):
            factory(**{"title" if factory is InitiativeFactory else "name": f"Taal {factory.__name__[0]} {number}"})

    found = suggested("taal")

    assert len(found) == MOST
    assert [title.split()[1] for title in found] == ["T"] * PER_KIND + ["M"] * PER_KIND + ["L"] * 2


def test_a_municipality_is_suggested_by_its_other_name():
    MunicipalityAliasFactory(municipality=MunicipalityFactory(name="’s-Gravenhage"), name="Den Haag")

    MunicipalityAliasFactory(municipality=MunicipalityFactory(name="Boskoop"), name="Aan den Rijn")

    assert (suggested("den ha"), suggested("den h")) == (["’s-Gravenhage"], ["’s-Gravenhage"])
    assert [suggestion.kind_label for suggestion in suggestions("den h")] == ["Gemeente (Den Haag)"]


def test_in_an_overview_what_narrows_its_list_leads_to_that_list(client):
    loneliness, other = ThemeFactory(name="Eenzaamheid"), ThemeFactory(name="Eenvoud")
    example = InitiativeFactory(title="Eenheid", themes=[loneliness])
    write_documents()

    found = {each.title: each.address for each in suggestions("een", "praktijkvoorbeeld", "/praktijkvoorbeelden/")}
    page = client.get("/zoeken/suggesties/", {"q": "eenz", "lijst": "praktijkvoorbeeld"}).content.decode()

    assert found == {
        "Eenzaamheid": f"/praktijkvoorbeelden/?thema={loneliness.slug}",
        "Eenheid": example.get_absolute_url(),
    }
    assert f'data-url="/praktijkvoorbeelden/?thema={loneliness.slug}"' in page
    assert other.name not in page


def test_what_is_not_public_is_not_suggested():
    InitiativeFactory(title="Taal", publication_state="concept")
    LibraryFactory(name="Taal", archived_on="2020-01-01")

    assert suggested("taal") == []


def test_what_was_withdrawn_is_not_suggested():
    library = LibraryFactory(name="Taalbieb")
    before = suggested("taalb")
    library.archived_on = "2020-01-01"
    library.save()

    assert (before, suggested("taalb")) == (["Taalbieb"], [])


def test_meetings_are_suggested_before_examples_and_those_to_come_first():
    EventFactory(title="Taal in 2014", starts_on=date(2014, 6, 19))
    EventFactory(title="Taal straks")
    EventFactory(title="Taal geheim", state="concept")
    InitiativeFactory(title="Taal")

    assert suggested("taal") == ["Taal straks", "Taal in 2014", "Taal"]


def test_a_beginning_of_very_many_words_still_finds_the_last_of_them():
    InitiativeFactory(title="Anders", goal=" ".join(f"ge{number:03}a" for number in range(400)))
    ThemeFactory(name="Gezin")

    assert suggested("ge") == ["Gezin"]


def test_the_fragment_has_titles_kinds_and_addresses_as_text(client):
    InitiativeFactory(title="<b>Taal</b>", slug="taal")
    write_documents()

    page = client.get("/zoeken/suggesties/", {"q": "taal"}).content.decode()

    assert 'data-url="/praktijkvoorbeelden/taal/"' in page
    assert "&lt;b&gt;Taal&lt;/b&gt;" in page
    assert "Praktijkvoorbeeld" in page


def test_suggestions_cost_the_same_for_1_and_5(client, django_assert_num_queries):
    for number in (1, 5):
        InitiativeFactory.create_batch(number, title=f"Taal {number}")
        write_documents()
        client.get("/zoeken/suggesties/", {"q": "xx"})
        with django_assert_num_queries(4):
            client.get("/zoeken/suggesties/", {"q": "taal"})


def test_what_is_called_so_comes_before_what_has_another_name_that_is():
    MunicipalityAliasFactory(municipality=MunicipalityFactory(name="Albrandswaard"), name="Rotterdam-Albrandswaard")
    MunicipalityFactory(name="Rotterdam")
    write_documents()

    assert [document.title for document in suggestions("rotterd")] == ["Rotterdam", "Albrandswaard"]
