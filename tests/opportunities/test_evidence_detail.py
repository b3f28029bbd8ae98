"""The page of what a row of the kansenkaart rests on."""

import pytest
from django.utils import timezone

from opportunities.choices import Need
from tests.evidence_factories import CitationFactory
from tests.factories import (
    ConversationQuestionFactory,
    InitiativeFactory,
    MunicipalDutyFactory,
    MunicipalityFactory,
    SuccessionFactory,
    ThemeFactory,
)
from tests.opportunities.levels import fill, needs, wants
from tests.opportunity_factories import PassageFactory, PolicyDocumentFactory, ServiceFactory, SupplyCheckFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db
SEEN = "https://voorbeeld.nl/krant"


@pytest.fixture
def municipality():
    return MunicipalityFactory()


@pytest.fixture
def theme():
    return ThemeFactory(name="Eenzaamheid")


def page_of(municipality, theme):
    return f"{municipality.get_absolute_url()}{theme.slug}/"


def context(client, municipality, theme):
    return client.get(page_of(municipality, theme)).context


def text(client, municipality, theme):
    return " ".join(client.get(page_of(municipality, theme)).content.decode().split())


def test_unknown_theme_is_not_there(client, municipality):
    assert client.get(f"{municipality.get_absolute_url()}bestaat-niet/").status_code == 404


def test_unknown_municipality_is_not_there(client, theme):
    assert client.get(f"/gemeenten/bestaat-niet/{theme.slug}/").status_code == 404


def test_a_municipality_that_ended_leads_to_its_successor(client, municipality, theme):
    ended = MunicipalityFactory(valid_until="2020-01-01")
    SuccessionFactory(predecessor=ended, successor=municipality, takes_effect_on="2020-01-01")

    response = client.get(page_of(ended, theme), follow=True)

    assert response.redirect_chain[-1] == (f"{municipality.get_absolute_url()}?van={ended.slug}", 301)
    assert response.status_code == 200


def test_a_municipality_that_was_split_leads_to_its_parts(client, theme):
    ended = MunicipalityFactory(valid_until="2020-01-01")
    parts = MunicipalityFactory.create_batch(2)
    for part in parts:
        SuccessionFactory(predecessor=ended, successor=part, takes_effect_on="2020-01-01")

    response = client.get(page_of(ended, theme), follow=True)

    assert (response.status_code, response.context["successors"]) == (200, parts)


def test_what_nobody_knows_is_said(client, municipality, theme):
    shown = text(client, municipality, theme)

    for heading in ("Behoefte: niet bekend", "Beleid: niet bekend", "Aanbod: niet bekend", "Nog geen cijfer"):
        assert heading in shown
    assert "Vraag wat inwoners nodig hebben" in shown


def test_shows_all_figures_of_the_theme_and_which_one_decides(client, municipality, theme):
    part = ThemeFactory(parent=theme)
    lead = needs(municipality, theme, Need.MEDIUM)
    others = [needs(municipality, each, is_lead=False) for each in (theme, part)]
    needs(municipality, ThemeFactory())

    found = context(client, municipality, theme)

    assert {figure.measurement for figure in found["figures"]} == {each.measurement for each in [lead, *others]}
    assert (found["row"].need, found["row"].figure.measurement) == (Need.MEDIUM, lead.measurement)


def test_a_figure_says_its_level_middle_thirds_reason_and_source(client, municipality, theme):
    measurement = needs(municipality, theme, unit="% van 65+", judgement="Ligt er het dichtst bij.").measurement

    shown = text(client, municipality, theme)

    assert "30% van 65+" in shown
    assert (
        "De helft van de gemeenten zit onder 15%. "
        "In een derde van de 10 gemeenten is het 10% of lager, in een derde 21% of hoger." in shown
    )
    assert "Waarom bij Eenzaamheid? Ligt er het dichtst bij." in shown
    assert measurement.source.title in shown


def test_shows_passages_about_the_theme_and_its_parts(client, municipality, theme):
    part = ThemeFactory(parent=theme)
    about = [wants(municipality, theme), wants(municipality, part, "speerpunt")]
    wants(municipality, ThemeFactory())
    wants(MunicipalityFactory(), theme)

    assert set(context(client, municipality, theme)["passages"]) == set(about)
    assert context(client, municipality, part)["passages"] == about[1:]


def test_without_passages_it_says_which_documents_were_read(client, municipality, theme):
    PolicyDocumentFactory(municipality=municipality, title="Nota", read_on="2026-02-01")

    shown = text(client, municipality, theme)

    assert "Beleid: niet genoemd" in shown
    assert f"is over dit thema niets gemarkeerd: Nota (Gemeente {municipality}, vanaf 2026)." in shown


def test_shows_how_many_parties_speak_of_it(client, municipality, theme):
    for party, about in [("A", theme), ("B", ThemeFactory())]:
        document = {"document__kind": "verkiezingsprogramma", "document__party": party}
        PassageFactory(document__municipality=municipality, theme=about, **document)

    assert [each.in_words for each in context(client, municipality, theme)["mentions"]] == ["1 van de 2 partijen"]
    assert "1 van de 2 partijen: Eenzaamheid (A)." in text(client, municipality, theme)


def test_shows_services_and_examples_here(client, municipality, theme):
    service = ServiceFactory(municipality=municipality, themes=[theme])
    ServiceFactory(municipality=municipality, themes=[ThemeFactory()])
    here = {"places": [municipality], "phase": "lopend", "themes": [theme]}
    fresh, old = InitiativeFactory(year=timezone.localdate().year, **here), InitiativeFactory(year=2014, **here)

    found = context(client, municipality, theme)

    assert list(found["services"]) == [service]
    assert dict(found["initiatives"]) == {fresh: True, old: False}
    assert "(gegevens uit 2014, nog niet bevestigd)" in text(client, municipality, theme)


def test_shows_who_looked_at_the_theme_or_the_one_above(client, municipality, theme):
    part = ThemeFactory(parent=theme)
    check = SupplyCheckFactory(municipality=municipality, theme=theme, note="Gebeld met het buurthuis")

    for shown in (theme, part):
        assert context(client, municipality, shown)["check"] == check
        assert "Bekeken op 1 januari 2026. Gebeld met het buurthuis." in text(client, municipality, shown)


def test_a_look_at_a_part_alone_does_not_say_there_is_none_at_all(client, municipality, theme):
    SupplyCheckFactory(municipality=municipality, theme=ThemeFactory(parent=theme))

    assert "Geen." not in text(client, municipality, theme).partition('id="aanbod"')[2].partition("</section>")[0]


def test_shows_examples_from_elsewhere(client, municipality, theme):
    part = ThemeFactory(parent=theme)
    of_part = InitiativeFactory(themes=[part], approach="Zo.", places=[MunicipalityFactory()])
    of_theme = InitiativeFactory(themes=[theme], approach="Zo.", is_national=True)
    InitiativeFactory(themes=[ThemeFactory()], approach="Zo.")

    assert set(context(client, municipality, theme)["elsewhere"]) == {of_part, of_theme}
    assert set(context(client, municipality, part)["elsewhere"]) == {of_part, of_theme}


def test_what_happens_here_is_not_from_elsewhere(client, municipality, theme):
    ended = MunicipalityFactory(valid_until="2020-01-01")
    SuccessionFactory(predecessor=ended, successor=municipality, takes_effect_on="2020-01-01")
    for place in (municipality, ended):
        for phase in ("", "lopend"):
            InitiativeFactory(themes=[theme], places=[place], phase=phase)

    assert context(client, municipality, theme)["elsewhere"] == []


def test_leads_to_the_parts_of_the_theme(client, municipality, theme):
    part = ThemeFactory(parent=theme)

    assert f'href="{page_of(municipality, part)}"' in text(client, municipality, theme)


def test_costs_as_many_queries_for_three_of_everything_as_for_one(client, municipality, theme):
    costs = []
    for _ in range(3):
        fill(municipality, theme)
        needs(municipality, theme, is_lead=not costs)
        InitiativeFactory(themes=[theme], places=[MunicipalityFactory()])
        costs.append(number_of_queries(lambda: client.get(page_of(municipality, theme))))

    assert costs == [costs[0]] * 3


def test_what_is_over_or_was_seen_long_ago_is_shown_as_such(client, municipality, theme):
    over = {"document__from_year": 2000, "document__until_year": timezone.localdate().year - 1}
    PassageFactory(document__municipality=municipality, theme=theme, told="Het plan van toen.", **over)
    ServiceFactory(
        municipality=municipality, themes=[theme], name="Koffie", seen_year=2001, confirmed_on=None, url=SEEN
    )

    page = text(client, municipality, theme)

    assert "<span>Verlopen: telt niet mee</span> </header> <p> Het plan van toen. </p>" in page
    assert "Gezien in 2001. Niemand bevestigde het nog. Daarom telt het niet mee in de kansenkaart." in page
    assert f'<a href="{SEEN}">Waar dat stond</a>' in page
    assert "Bijgewerkt op" not in page


def test_a_passage_says_where_it_stands_and_never_the_words_themselves(client, municipality, theme):
    document = PolicyDocumentFactory(municipality=municipality, title="Akkoord", until_year=2030)
    place = {"page": 12, "place": "Zorg", "url": "https://voorbeeld.nl/akkoord#12"}
    PassageFactory(document=document, theme=theme, told="Meer bezoek.", quote="Wij gaan op bezoek.", **place)
    PassageFactory(document=document, theme=theme, told="", quote="Niemand alleen.")

    page = text(client, municipality, theme)

    assert "<p> Meer bezoek. </p>" in page
    assert f"Akkoord, Gemeente {municipality}, 2026–2030, bladzijde 12, ‘Zorg’." in page
    assert '<a href="https://voorbeeld.nl/akkoord#12">Lees het stuk</a>' in page
    assert "Hierover staat iets in het stuk. Wat precies, is nog niet naverteld." in page
    assert ("Wij gaan op bezoek" in page, "Niemand alleen" in page) == (False, False)


def test_shows_duties_questions_and_quotes_of_the_theme(client, municipality, theme):
    MunicipalDutyFactory(theme=theme, text="Lessen geven", law="Web", article="artikel 2")
    ConversationQuestionFactory(theme=theme, text="Wie mist de bibliotheek?")
    CitationFactory(initiative=None, theme=theme, paraphrase="Taal opent deuren.")

    shown = text(client, municipality, theme)

    assert "Lessen geven<small>Web, artikel 2" in shown
    assert "Wie mist de bibliotheek?" in shown
    assert "Taal opent deuren." in shown
