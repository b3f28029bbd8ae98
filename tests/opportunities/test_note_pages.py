"""A note behind its secret address: who has the link reads it, who made it changes and deletes it."""

from datetime import timedelta

import pytest
from django.core import signing
from django.utils import timezone

from opportunities.models import Note
from opportunities.notes.links import keeper_token
from tests.factories import MunicipalityFactory
from tests.opportunities.notes import (
    CALCULATION,
    FOR_KEEPERS,
    FOR_READERS,
    MAKE,
    SECRET,
    answers,
    examples,
    keep,
    themes,
    typed,
    utrecht,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
TERM = timedelta(days=180)
PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}


@pytest.fixture(autouse=True)
def municipality():
    return utrecht()


@pytest.fixture
def note(client):
    return keep(client, titel="Mijn titel", contact_naam="Ada", contact_email=SECRET)[0]


# --- reading ----------------------------------------------------------------------------------------
def test_keeping_leads_to_the_page_of_the_keeper(client):
    note, address = keep(client, titel="Mijn titel")

    page = client.get(address).content.decode()

    assert address.startswith("/gespreksnotitie/beheer/")
    assert f'href="{note.get_absolute_url()}"' in page
    assert f'href="{note.get_absolute_url()}pdf/"' in page


def test_who_has_the_link_reads_the_note(client, note):
    page = client.get(note.get_absolute_url()).content.decode()

    assert (len(note.token), note.get_absolute_url()) == (22, f"/gespreksnotitie/{note.token}/")
    assert "Mijn titel</h1>" in page
    assert f"Ada, {SECRET}" in page


def test_who_only_has_the_link_finds_no_way_to_change_it(client, note):
    page = client.get(note.get_absolute_url()).content.decode()

    ways = ("/gespreksnotitie/beheer/", "/gespreksnotitie/wijzigen/", "/gespreksnotitie/verwijderen/")
    assert [way for way in ways if way in page] == []


def test_nobody_else_comes_to_know_or_keep_the_address(client, note):
    addresses = [page.format(note.token) for page in FOR_READERS]
    addresses += [page.format(keeper_token(note)) for page in FOR_KEEPERS]

    responses = [client.get(address) for address in addresses]

    assert [response.status_code for response in responses] == [200] * 6
    assert [{name: response[name] for name in PRIVATE} for response in responses] == [PRIVATE] * 6
    assert [response.cookies for response in responses] == [{}] * 6


def test_an_address_that_is_none_is_not_found(client, note):
    tokens = ["x" * 22, "%00", "a:b:c", "%F0%9F%98%80", "x" * 3000, "-"]

    addresses = [page.format(token) for page in FOR_READERS + FOR_KEEPERS for token in tokens]

    assert [address for address in addresses if client.get(address).status_code != 404] == []


def test_the_link_to_read_is_not_the_link_of_the_keeper(client, note):
    forged = signing.dumps(note.token), signing.dumps(note.token, salt="iets anders"), keeper_token(note) + "x"
    seen, changing, deleting = FOR_KEEPERS

    for token in (note.token, *forged):
        statuses = [client.get(seen.format(token)).status_code]
        statuses += [client.post(page.format(token)).status_code for page in (changing, deleting)]

        assert (token, statuses) == (token, [404] * 3)
    assert Note.objects.count() == 1


def test_the_link_of_the_keeper_is_no_link_to_read(client, note):
    assert client.get(f"/gespreksnotitie/{keeper_token(note)}/").status_code == 404


def test_a_note_of_before_is_shown_as_one_of_today(client, note):
    row = {"theme": "Taal", "need": "Hoog", "policy": "Genoemd", "supply": "Geen", "chance": "Grote kans"}
    row |= {"chance_key": "grote-kans", "figure": "Lezers: 9%", "figure_note": 1, "policy_note": 2, "supply_note": None}
    case = {"title": "Taalhuis", "summary": "Samen lezen.", "where": "Zeist", "slug": "taalhuis", "note": 1}
    earlier = {"title": "Oud", "municipality": "Utrecht", "date": "1 mei 2026", "by": "", "audience": "Wethouder"}
    earlier |= {
        "core": "De kern van toen.",
        "rows": [row],
        "cases": [case],
        "proposal": ["Eerst dit"],
        "asks": ["Geld"],
    }
    earlier |= {
        "offers": [],
        "questions": [],
        "calculation": None,
        "contact": [],
        "footnotes": ["Een bron.", "Nog een."],
    }
    Note.objects.update(content=earlier)

    page = client.get(note.get_absolute_url()).content.decode()
    files = [client.get(f"{note.get_absolute_url()}{kind}/").status_code for kind in ("pdf", "docx")]

    assert [text for text in ("De kern van toen.", "Grote kans", "Samen lezen.", "Eerst dit") if text not in page] == []
    assert files == [200, 200]


# --- changing and deleting --------------------------------------------------------------------------
def test_the_form_shows_what_was_chosen_before(client):
    chosen = themes(2)
    found = sorted(examples(2))  # a note keeps them by title
    note, _ = keep(client, thema=chosen, voorbeeld=found, voorstel="A\r\nB", contact_naam="Ada", **CALCULATION)

    data = client.get(f"/gespreksnotitie/wijzigen/{keeper_token(note)}/").context["draft"].data

    assert (data.getlist("thema"), data.getlist("voorbeeld")) == (chosen, found)
    assert [data[name] for name in ("gemeente", "voorstel", "contact_naam", "kosten")] == [
        "utrecht",
        "A\nB",
        "Ada",
        "8000",
    ]


def test_a_changed_note_keeps_its_address_and_gets_a_new_term(client, note):
    today = timezone.localdate()
    Note.objects.update(saved_on=today - TERM, remove_on=today + timedelta(days=1))
    MunicipalityFactory(slug="zeist", name="Zeist")

    response = client.post(f"/gespreksnotitie/wijzigen/{keeper_token(note)}/", typed(titel="Beter", gemeente="zeist"))

    assert client.get(response.url).context["note"] == note
    changed = Note.objects.get()
    assert (changed.pk, changed.token, changed.municipality.slug) == (note.pk, note.token, "zeist")
    assert (changed.content["title"], changed.saved_on, changed.remove_on) == ("Beter", today, today + TERM)
    assert SECRET not in str(changed.choices) + str(changed.content)


def test_a_change_that_is_not_kept_changes_nothing(client, note):
    address = f"/gespreksnotitie/wijzigen/{keeper_token(note)}/"
    changes = [{"thema": []}, {"stap": "bekijk"}, {"website": "x"}]

    responses = [client.post(address, typed(titel="Anders", **each)) for each in changes]

    assert [response.status_code for response in responses] == [422, 200, 404]
    assert Note.objects.get().content == note.content


def test_a_note_of_a_municipality_that_ended_meanwhile_asks_for_another(client, municipality, note):
    municipality.valid_until = "2026-01-01"
    municipality.save()

    response = client.get(f"/gespreksnotitie/wijzigen/{keeper_token(note)}/")

    assert "Voor welke gemeente?" in response.content.decode()
    assert client.get(note.get_absolute_url()).status_code == 200


def test_deleting_asks_first_and_then_everything_is_gone(client, note):
    address = f"/gespreksnotitie/verwijderen/{keeper_token(note)}/"
    asked = client.get(address)
    left = Note.objects.count()

    deleted = client.post(address)

    assert ("De notitie verwijderen?" in asked.content.decode(), left) == (True, 1)
    assert ("De notitie is verwijderd" in deleted.content.decode(), Note.objects.count()) == (True, 0)
    assert answers(client, note) == [404] * 6


def test_only_a_press_changes_or_deletes(client, note):
    keeper = keeper_token(note)

    assert client.get(f"/gespreksnotitie/verwijderen/{keeper}/?ja").status_code == 200
    assert [client.post(page.format(note.token)).status_code for page in FOR_READERS] == [405] * 3
    assert client.put(MAKE).status_code == 405
    assert Note.objects.count() == 1
