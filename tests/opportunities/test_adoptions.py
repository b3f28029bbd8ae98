"""*Wij doen dit ook*: told by anybody, counted once the link in the mail was pressed, asked about once a year."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from mail.models import OutgoingMail
from opportunities.adoptions.actions import ask_tellers
from opportunities.adoptions.links import adoption_path
from opportunities.models import AdoptionReport, AdoptionTeller, Service
from opportunities.retention import forget_tellers
from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory, ThemeFactory
from tests.role_factories import library_member

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
FORM = "/praktijkvoorbeelden/taalcafe/wij-doen-dit-ook/"
ADDRESS = "ans@biebzout.nl"


@pytest.fixture(autouse=True)
def example():
    return InitiativeFactory(slug="taalcafe", title="Taalcafé", themes=[ThemeFactory(slug="werk-en-inkomen")])


@pytest.fixture(autouse=True)
def library():
    MunicipalityFactory(name="Zoutdam", slug="zoutdam")
    return LibraryFactory(name="Bieb Zout", website="https://www.biebzout.nl/")


def answers(**typed):
    basic = {"organisation": "bieb zout", "place": "Zoutdam", "from_year": "2024", "level": "pilot"}
    return basic | {"adapted": "Op zaterdag", "name": "Ans", "email": ADDRESS} | typed


def tell(client, **typed):
    return client.post(FORM, answers(**typed))


def told(client, **typed):
    """Tell it, and give back who told it."""
    tell(client, **typed)
    return AdoptionTeller.objects.latest("pk")


def state():
    return Service.objects.get().publication_state


def test_it_counts_once_the_link_in_the_mail_was_pressed(client, example):
    page = tell(client).content.decode()
    mail = OutgoingMail.objects.get()
    link = re.search(r"https?://[^/]+(/wij-doen-dit-ook/\S+)", mail.body).group(1)
    assert (mail.to, ADDRESS in page, "Op zaterdag" in mail.body + mail.html) == (ADDRESS, True, False)
    assert f'{link}">Bekijk en bevestig</a>' in mail.html

    client.get(link)
    assert state() == "onbevestigd"
    client.post(link, {"klopt": "1"})

    service = Service.objects.get()
    assert (service.publication_state, service.confirmed_on) == ("gepubliceerd", timezone.localdate())
    assert (service.name, service.level, service.from_year, service.provider.name) == (
        "Taalcafé", "pilot", 2024, "Bieb Zout",
    )  # fmt: skip
    assert [theme.slug for theme in service.themes.all()] == ["werk-en-inkomen"]
    shown = client.get(example.get_absolute_url()).content.decode()
    assert ("Op zaterdag" in shown, ADDRESS in shown, "Ans" in shown) == (True, False, False)


def test_an_address_of_somewhere_else_waits_for_a_curator_and_so_do_its_new_words(client):
    teller = told(client, email="ans@elders.nl")
    client.post(adoption_path(teller), {"klopt": "1"})
    assert state() == "ingezonden"
    Service.objects.update(publication_state="gepubliceerd")

    client.post(adoption_path(teller), {"level": "vast", "adapted": "Op zaterdag"})
    assert state() == "gepubliceerd"
    client.post(adoption_path(teller), {"level": "vast", "adapted": "Koop mijn boek"})
    assert state() == "ingezonden"


def test_what_is_missing_or_unknown_is_told_and_nothing_is_kept(client, library):
    LibraryFactory(name="Bieb Noord")
    LibraryFactory(name="Bieb Zuid")
    wrong = {
        "kennen we niet": {"organisation": "De Maan"},
        "Wie bedoel je? Vul in: Bieb Noord, Bieb Zout of Bieb Zuid.": {"organisation": "bieb"},
        "Vul in welke bibliotheek of partner het doet.": {"organisation": ""},
        "Vul de gemeente in.": {"place": ""},
        "We kennen geen gemeente of plaats": {"place": "Verweggistan"},
        "Kies hoe ver het is.": {"level": "bijna"},
        "Vul in in welk jaar het stopte.": {"level": "gestopt"},
        "Vul een jaar in vanaf 2024.": {"level": "gestopt", "until_year": "2023"},
        "Vul een jaar in tussen 1900 en": {"from_year": "2999"},
        "Vul een jaar in, zoals 2025.": {"from_year": "vorig jaar"},
        "Vul je naam in.": {"name": ""},
        "Vul een e-mailadres in, zoals": {"email": "niet"},
    }
    faults = []
    for sentence, typed in wrong.items():
        answer = tell(client, **typed)
        if answer.status_code != 422 or sentence not in answer.content.decode():
            faults.append(sentence)

    assert faults == []
    assert client.post(FORM, answers(website="spam")).status_code == 302
    assert Service.objects.count() == 0


def test_the_same_is_told_once(client):
    first, second = told(client), told(client)
    client.post(adoption_path(first), {"klopt": "1"})

    assert "Van Bieb Zout in Zoutdam weten we dit al." in tell(client).content.decode()
    answer = client.post(adoption_path(second), {"klopt": "1"})
    assert (answer.status_code, "Dit staat er al" in answer.content.decode()) == (409, True)
    assert Service.objects.filter(publication_state="gepubliceerd").count() == 1


def test_a_second_one_in_a_municipality_is_not_called_by_the_title_of_the_example(client, example):
    LibraryFactory(name="Bieb Zoet", website="https://www.bieb-zoet.nl/")
    for typed in ({}, {"organisation": "Bieb Zoet", "email": "bo@bieb-zoet.nl"}):
        client.post(adoption_path(told(client, **typed)), {"klopt": "1"})
    Service.objects.filter(provider__name="Bieb Zout").update(name="Praten op zaterdag")

    shown = client.get(example.get_absolute_url()).content.decode()

    assert Service.objects.filter(name="Taalcafé (Bieb Zoet)").count() == 1
    assert ("Taalcafé (Bieb Zoet)" in shown, "Praten op zaterdag," in shown) == (False, True)


def test_a_member_saves_at_once_but_only_for_their_library(client, library):
    LibraryFactory(name="Een andere")
    client.force_login(library_member(library))

    tell(client)
    assert (state(), OutgoingMail.objects.count()) == ("gepubliceerd", 0)
    tell(client, organisation="Een andere")
    assert sorted(Service.objects.values_list("publication_state", flat=True)) == ["gepubliceerd", "onbevestigd"]


def test_a_year_is_told_in_figures_with_how_they_are_known(client):
    teller = told(client)
    path = adoption_path(teller)
    client.post(path, {"klopt": "1"})
    year = timezone.localdate().year - 1
    news = {"level": "vast", "adapted": "Op zaterdag", "year": str(year), "reached": "38", "reached_how": "geteld"}

    wrong = {
        "Kies hoe je de kosten weet.": {"cost": "4100"},
        "Kies hoe je de opbrengst weet.": {"outcome": "4"},
        "Vul voor de kosten een heel getal in": {"cost": "veel", "cost_how": "geschat"},
        "Vul voor het aantal mensen een heel getal in": {"reached": "-1"},
        "Vul een jaar in tussen 2024 en": {"year": "2023"},
    }
    pages = {sentence: client.post(path, news | typed) for sentence, typed in wrong.items()}
    assert [sentence for sentence, page in pages.items() if sentence not in page.content.decode()] == []
    assert AdoptionReport.objects.count() == 0

    client.post(path, news | {"outcome": "4", "outcome_how": "gevraagd"})
    client.post(path, news | {"reached": "40", "outcome": "4", "outcome_how": "gevraagd"})
    report = AdoptionReport.objects.get()
    assert (report.year, report.reached, report.cost, report.outcome, report.outcome_kind) == (
        year,
        40,
        None,
        4,
        "werk",
    )
    assert Service.objects.get().level == "vast"


def test_who_told_is_asked_once_a_year_until_it_stopped(client):
    teller = told(client)
    Service.objects.update(publication_state="gepubliceerd", confirmed_on=date(2025, 11, 29))
    OutgoingMail.objects.all().delete()

    asked = [ask_tellers(today=date(2026, 11, day)) for day in (28, 29, 30)]
    assert (asked, OutgoingMail.objects.get().to) == ([0, 1, 0], ADDRESS)
    mail = OutgoingMail.objects.get()
    assert [adoption_path(teller) in text for text in (mail.body, mail.html)] == [True, True]
    assert ask_tellers(today=date(2027, 11, 29)) == 1

    Service.objects.update(level="gestopt", until_year=2026)
    assert ask_tellers(today=date(2028, 11, 29)) == 0


def test_who_told_goes_after_a_week_without_a_press_or_18_months_after_the_last(client):
    now = timezone.now()
    teller = told(client)
    forget_tellers(now=now + timedelta(days=6))
    assert AdoptionTeller.objects.count() == 1
    forget_tellers(now=now + timedelta(days=8))
    assert (Service.objects.count(), client.get(adoption_path(teller)).status_code) == (0, 410)

    teller = told(client)
    client.post(adoption_path(teller), {"klopt": "1"})
    forget_tellers(now=now + timedelta(days=540))
    assert AdoptionTeller.objects.count() == 1
    forget_tellers(now=now + timedelta(days=555))
    assert (AdoptionTeller.objects.count(), state()) == (0, "gepubliceerd")
