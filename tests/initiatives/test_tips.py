"""*Ken je een voorbeeld?*: a name and a link, for the curators of the province, with an answer to who gave it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from initiatives.models import Initiative, Sharing, Tip
from initiatives.retention import forget_tips
from initiatives.review import take_step
from initiatives.sharing_links import follow_path
from mail.models import OutgoingMail
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    ParticipationFactory,
    SourceFactory,
    ThemeFactory,
)
from tests.review_factories import NOW
from tests.role_factories import national_curator, province_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
ADDRESS = "/delen/tip/"
TIP = {"title": "Taalcafé", "url": "https://krant.voorbeeld.nl/taal"}


def give(client, **typed):
    return client.post(ADDRESS, TIP | typed)


def press(client, **pressed):
    """What comes of the one tip that waits."""
    return client.post(reverse("admin:tip_decide", args=[Tip.objects.get().pk]), pressed)


def page_of(tip):
    return reverse("admin:initiatives_tip_change", args=[tip.pk])


def mails():
    return list(OutgoingMail.objects.filter(to="lezer@voorbeeld.nl").order_by("pk"))


def test_a_tip_is_for_the_curator_of_its_province_or_for_the_national_ones(client):
    here, elsewhere = MunicipalityFactory(slug="hoorn"), MunicipalityFactory()

    answers = [give(client, place="hoorn"), give(client, title="Zonder plaats")]

    with_place = Tip.objects.get(title="Taalcafé")
    without = Tip.objects.get(title="Zonder plaats")
    found = {}
    users = {"own": province_curator(here.province), "other": province_curator(elsewhere.province)}
    users["national"] = national_curator()
    for name, user in users.items():
        client.force_login(user)
        found[name] = [client.get(page_of(each)).status_code for each in (with_place, without)]
        to_do = next(each for each in client.get("/beheer/").context["to_dos"] if each.label == "tips")
        found[name].append(to_do.count)
    assert [answer.status_code for answer in answers] == [302, 302]
    assert found == {"own": [200, 404, 1], "other": [404, 404, 0], "national": [200, 200, 2]}


def test_a_municipality_without_examples_leads_to_the_form_with_its_name_in_it(client):
    hoorn = MunicipalityFactory(name="Hoorn & Blokker", slug="hoorn")

    page = client.get(hoorn.get_absolute_url()).content.decode()
    address = f"{ADDRESS}?waar=Hoorn%20%26%20Blokker"
    form = client.get(address).content.decode()

    assert f'href="{address}"' in page
    assert 'value="Hoorn &amp; Blokker"' in form


def test_nonsense_is_told_and_not_kept(client):
    wrong = {
        "Schrijf hoe het heet.": {"title": " "},
        "Plak het webadres waar het staat": {"url": "javascript:alert(1)"},
        "Deze plaats kennen we niet.": {"place": "Verweggistan"},
        "Vul een e-mailadres in": {"email": "niet"},
    }
    faults = []
    for told, typed in wrong.items():
        answer = give(client, **typed)
        if answer.status_code != 422 or told not in answer.content.decode():
            faults.append(told)
    give(client, website="spam")

    assert (faults, Tip.objects.count()) == ([], 0)


def test_the_same_twice_is_one_and_a_visitor_gives_ten_an_hour(client):
    for _ in range(2):
        give(client)
    once = Tip.objects.count()

    statuses = [give(client, title=f"Nummer {number}").status_code for number in range(9)]

    assert (once, statuses) == (1, [302] * 8 + [429])


def test_a_curator_makes_an_example_of_it_and_the_sender_follows_it(client):
    here = MunicipalityFactory(slug="hoorn")
    give(client, place="hoorn", email="lezer@voorbeeld.nl")
    curator = province_curator(here.province)
    client.force_login(curator)
    missing = press(client, overnemen="ja", title="Taalcafé", summary="").status_code
    before = Initiative.objects.count()

    press(client, overnemen="ja", title="Taalcafé", summary="Samen praten.", themes=ThemeFactory().pk)

    initiative = Initiative.objects.get()
    source = initiative.sources.get()
    assert (missing, before) == (200, 0)
    assert (initiative.publication_state, list(initiative.places.all())) == ("ingezonden", [here])
    assert (source.title, source.url) == (TIP["title"], TIP["url"])
    [told] = mails()
    assert follow_path(Sharing.objects.get()) in told.body
    assert "overgenomen" in told.body
    client.logout()
    followed = client.get(follow_path(Sharing.objects.get()))
    assert (followed.status_code, "<h1>Je tip ‘Taalcafé’</h1>" in followed.content.decode()) == (200, True)


def test_the_sender_hears_when_it_is_on_the_site(client):
    give(client, email="lezer@voorbeeld.nl")
    curator = national_curator()
    client.force_login(curator)
    press(client, overnemen="ja", title="Taalcafé", summary="Samen praten.", themes=ThemeFactory().pk)
    initiative = Initiative.objects.get()
    initiative.places.add(MunicipalityFactory())
    ParticipationFactory(initiative=initiative, organisation=LibraryFactory(), role="trekker")

    take_step(initiative=initiative, state="gepubliceerd", user=curator, now=NOW)

    assert [mail.subject for mail in mails()] == [
        "Je tip voor Bieb Netwerk: Taalcafé",
        "Op de site: Taalcafé",
    ]


def test_one_that_is_there_already_and_one_that_comes_to_nothing_are_told_too(client):
    known = InitiativeFactory(title="Taal voor allen", slug="taal-voor-allen")
    known.sources.add(SourceFactory(url=TIP["url"]))
    give(client, email="lezer@voorbeeld.nl")
    client.force_login(national_curator())
    page = client.get(page_of(Tip.objects.get())).content.decode()
    unknown = press(client, bekend="ja", initiative="Bestaat niet").content.decode()

    press(client, bekend="ja", initiative=f"https://bieb.voorbeeld.nl{known.get_absolute_url()}")
    Tip.objects.update(state="wacht", decided_at=None)
    press(client, afwijzen="ja", answer="Dit is geen voorbeeld.")

    there, refused = mails()
    assert "Taal voor allen" in page
    assert "Dit voorbeeld staat niet op de site." in unknown
    assert known.get_absolute_url() in there.body
    assert "Dit is geen voorbeeld." in refused.body


def test_two_curators_decide_once_and_another_province_never(client):
    here = MunicipalityFactory(slug="hoorn")
    give(client, place="hoorn", email="lezer@voorbeeld.nl")
    client.force_login(province_curator(MunicipalityFactory().province))
    elsewhere = press(client, afwijzen="ja").status_code
    client.force_login(province_curator(here.province))
    press(client, afwijzen="ja")
    press(client, overnemen="ja", title="Taalcafé", summary="Samen.", themes=ThemeFactory().pk)

    assert (elsewhere, Tip.objects.get().state, len(mails())) == (403, "afgewezen", 1)
    assert Initiative.objects.count() == 0


def test_a_tip_goes_after_a_year(client):
    give(client)

    forget_tips(now=timezone.now() + timedelta(days=364))
    still = Tip.objects.count()
    forget_tips(now=timezone.now() + timedelta(days=366))

    assert (still, Tip.objects.count()) == (1, 0)
