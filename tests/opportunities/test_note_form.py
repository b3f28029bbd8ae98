"""Choosing what goes into a note: what stands there at first, what is refused, and when something is kept."""

import pytest

from initiatives.models import Initiative
from opportunities.models import Note
from tests.factories import InitiativeFactory, MunicipalityFactory, SuccessionFactory, ThemeFactory
from tests.opportunities.levels import needs
from tests.opportunities.notes import CALCULATION, MAKE, draft, examples, keep, preview, themes, typed, utrecht
from visitors.models import RateLimit

pytestmark = pytest.mark.django_db
ASKED_OF_THE_ALDERMAN = "\n".join(
    (
        "Een vaste contactpersoon in het sociaal domein",
        "Hulp bij het bereiken van inwoners",
        "Een bijdrage aan de kosten, voor één jaar",
        "Een plek in het volgende beleidsplan als het werkt",
    )
)
HTMX = {"HX-Request": "true"}
UNFIT = [
    ("thema", lambda: themes(4), "Kies hooguit 3 thema’s; het zijn er nu 4."),
    ("thema", list, "Dit veld is verplicht."),
    ("thema", lambda: ["bestaat-niet"], "bestaat-niet"),
    ("thema", lambda: ["\x00"], "staat er niet in"),
    ("voorbeeld", lambda: examples(5), "Kies hooguit 4 voorbeelden; het zijn er nu 5."),
    ("voorbeeld", lambda: examples(1, publication_state="concept"), "voorbeeld-"),
    ("voorbeeld", lambda: ["\x00"], "staat er niet in"),
    ("publiek", lambda: "koning", "koning"),
    ("titel", lambda: "x" * 121, "120"),
    ("voorstel", lambda: "\r\n".join("123456789"), "Hooguit 8 regels; het zijn er nu 9."),
    ("voorstel", lambda: "x" * 901, "900"),
    ("vraag", lambda: "\n\n".join("123456789"), "Hooguit 8 regels; het zijn er nu 9."),
    ("publiek_naam", lambda: "x" * 101, "100"),
    ("contact_naam", lambda: "x" * 121, "120"),
    ("contact_email", lambda: "geen adres", "e-mailadres"),
    ("contact_telefoon", lambda: "0" * 41, "40"),
]


@pytest.fixture(autouse=True)
def municipality():
    return utrecht()


# --- for which municipality -------------------------------------------------------------------------
def test_at_first_one_chooses_a_municipality(client):
    page = client.get(MAKE, {"thema": "taal"}).content.decode()

    assert "Voor welke gemeente?" in page
    assert '<input type="hidden" name="thema" value="taal">' in page


def test_a_municipality_is_found_by_its_name(client):
    names = ["Utrecht", "utrecht", " UTRECHT ", "utr"]

    drafts = [client.get(MAKE, {"gemeente": asked}).context["draft"] for asked in names]

    assert [draft.municipality.slug for draft in drafts] == ["utrecht"] * 4


def test_a_name_that_is_not_one_municipality_of_today_is_told(client):
    for slug in ("bergen-l", "bergen-nh"):
        MunicipalityFactory(slug=slug)
    SuccessionFactory(predecessor=MunicipalityFactory(slug="vleuten", valid_until="2001-01-01"))
    names = ["nergens", "ber", "vleuten", "\x00x", "x" * 3000, "😀"]

    seen = [client.get(MAKE, {"gemeente": asked}) for asked in names]
    sent = [client.post(MAKE, typed(gemeente=asked)) for asked in names]

    assert [response.status_code for response in seen + sent] == [200] * 6 + [422] * 6
    sentence = "is geen gemeente van nu, of meer gemeenten heten zo"
    assert [sentence in response.content.decode() for response in seen + sent] == [True] * 12


# --- what stands there at first ---------------------------------------------------------------------
def test_at_first_there_is_what_fits(client, municipality):
    for name, need in [("weinig", "laag"), ("veel", "hoog"), ("beetje", "gemiddeld"), ("geen", "laag")]:
        theme = ThemeFactory(slug=name)
        needs(municipality, theme, need)
        InitiativeFactory(slug=f"over-{name}", themes=[theme], phase="lopend", approach="Zo.")

    data = draft(client)

    assert data.getlist("thema") == ["veel", "beetje"]
    assert data.getlist("voorbeeld") == ["over-veel", "over-beetje"]
    assert (data["publiek"], data["vraag"]) == ("wethouder", ASKED_OF_THE_ALDERMAN)


def test_an_address_may_ask_for_themes_examples_and_an_audience(client):
    chosen, found = themes(2), examples(2)

    data = draft(client, thema=chosen, voorbeeld=found, publiek="uwv")

    assert (data.getlist("thema"), data.getlist("voorbeeld")) == (chosen, found)
    assert (data["publiek"], data["vraag"].splitlines()[0]) == ("uwv", "Een vast spreekuur in de bibliotheek")


def test_what_was_put_aside_is_chosen(client):
    ThemeFactory()
    found = examples(2)
    for slug in found:
        client.post(f"/gespreksnotitie/kies/{slug}/")

    assert draft(client).getlist("voorbeeld") == found


def test_what_left_the_site_meanwhile_is_not_chosen(client):
    chosen, found = themes(1), examples(2)
    for slug in found:
        client.post(f"/gespreksnotitie/kies/{slug}/")
    Initiative.objects.filter(slug=found[0]).update(title="Geheim", publication_state="gearchiveerd")

    shown = preview(client, thema=chosen)

    assert shown is not None
    assert [case["slug"] for case in shown["cases"]] == found[1:]
    assert "Geheim" not in client.get(MAKE, {"gemeente": "utrecht"}).content.decode()


def test_a_calculation_comes_along_from_the_rekenhulp(client):
    assert preview(client, thema=themes(1), **CALCULATION)["calculation"]["outcome"] == (
        "Het levert de gemeente tussen €\u00a06.400 en €\u00a049.600 per jaar op."
    )


def test_nonsense_in_an_address_is_no_error_of_ours(client):
    known = {"gemeente": "utrecht", "thema": ThemeFactory().slug}
    names = ["thema", "voorbeeld", "publiek", "titel", "vraag", "deelnemers", "contact_email"]
    texts = ["\x00", "bestaat-niet", "x" * 400, "😀"]

    of_nothing = [client.get(MAKE, known | dict.fromkeys(names, text)) for text in texts]
    of_a_theme = [client.get(MAKE, known | dict.fromkeys(names[1:], text)) for text in texts]

    assert [response.status_code for response in of_nothing] == [200] * 4
    assert [response.status_code for response in of_a_theme] == [200] * 4


def test_what_does_not_fit_is_told_at_its_place_and_nothing_is_kept(client):
    untold = []

    for name, value, sentence in UNFIT:
        response = client.post(MAKE, typed(**{name: value()}))
        errors = response.context["form"].errors
        is_told = sentence in "".join(errors.get(name, [])) and f'<a href="#id_{name}">' in response.content.decode()
        if (response.status_code, list(errors), is_told) != (422, [name], True):
            untold.append((name, sentence, response.status_code, errors))

    assert untold == []
    assert Note.objects.count() == 0


def test_a_calculation_that_cannot_be_is_told_and_nothing_is_kept(client):
    wrong = [{"kosten": ""}, {"slagen_tot": "10"}, {"deelnemers": "veel"}, {"besparing_van": "-1"}, {"kosten": "\x00"}]

    responses = [client.post(MAKE, typed(**CALCULATION | changes)) for changes in wrong]

    assert [response.status_code for response in responses] == [422] * 5
    assert ["Dit klopt nog niet" in response.content.decode() for response in responses] == [True] * 5
    assert Note.objects.count() == 0


def test_a_calculation_that_is_left_empty_is_none(client):
    left_open = {"besparing_tot": "12.000", "slagen_bron": "Eigen schatting"}  # what stands in the form at first

    note, _ = keep(client, **left_open)

    assert (note.content["calculation"], note.choices["rekenhulp"]) == (None, {})


# --- looking first, and keeping ---------------------------------------------------------------------
def test_a_look_beforehand_keeps_nothing(client):
    response = client.post(MAKE, typed(stap="bekijk", titel="Mijn titel"))

    assert (response.status_code, Note.objects.count(), RateLimit.objects.count()) == (200, 0, 0)
    assert "Mijn titel</h3>" in response.content.decode()


def test_what_is_shown_while_typing_is_a_fragment_and_keeps_nothing(client):
    for step in ("bekijk", "bewaar", ""):
        response = client.post(MAKE, typed(stap=step, titel="Mijn titel"), headers=HTMX)

        page = response.content.decode()
        assert (step, response.status_code, Note.objects.count()) == (step, 200, 0)
        assert page.startswith('<section id="voorbeeldweergave"')
        assert ("<html" in page, "Mijn titel" in page) == (False, True)


def test_while_typing_one_sees_what_is_missing(client):
    pages = [client.post(MAKE, typed(**wrong), headers=HTMX) for wrong in ({"thema": []}, CALCULATION | {"kosten": ""})]

    assert "<li>Thema’s: Dit veld is verplicht.</li>" in pages[0].content.decode()
    assert "Vul bij de rekenhulp alles in, of laat alles leeg." in pages[1].content.decode()


def test_a_robot_keeps_nothing(client):
    response = client.post(MAKE, typed(website="https://kwaad.example"))

    assert (response.status_code, Note.objects.count()) == (404, 0)


def test_who_makes_very_many_has_to_wait(client):
    keep(client)
    RateLimit.objects.update(count=60)

    response = client.post(MAKE, typed())

    assert (response.status_code, Note.objects.count()) == (429, 1)
    assert "Er zijn vanaf dit adres nu veel notities gemaakt." in response.content.decode()


def test_markup_in_what_was_typed_stays_text(client):
    hostile = "<script>alert(1)</script>"
    names = ("titel", "voorstel", "vraag", "van", "contact_naam", "publiek_naam")

    page = client.post(MAKE, typed(stap="bekijk", **dict.fromkeys(names, hostile))).content.decode()

    assert hostile not in page
