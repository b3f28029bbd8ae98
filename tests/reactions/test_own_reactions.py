"""One's own page behind a mailed link, what a form refuses, and when everything goes."""

from datetime import timedelta
from time import time

import pytest
from django.core import signing
from django.utils import timezone

from contact.forms import MOMENT
from mail.models import OutgoingMail
from reactions.links import ANSWER, OWN
from reactions.models import AskedPerson, Reaction
from reactions.retention import forget_asked_people, forget_reactions
from tests.factories import LibraryFactory
from tests.queries import number_of_queries
from tests.reaction_factories import AnswerFactory, AskedPersonFactory, ReactionFactory
from tests.reactions.writing import (
    PAGE,
    answer,
    confirm,
    decide,
    link_in,
    mail_to,
    minute_ago,
    taken_over,
    text_of,
    write,
)
from tests.role_factories import MembershipFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


# --- one's own page ----------------------------------------------------------------------------------
def own_page(client, **fields):
    write(client)
    confirm(client)
    return link_in(OutgoingMail.objects.filter(to="ans@voorbeeld.nl").earliest("pk"))


def test_what_is_refused_is_not_told_to_be_kept(client, example):
    page = client.post(f"{own_page(client)}?bewaard=1", {"text": "", "name": "Ans", "shown_at": minute_ago()})

    assert (page.status_code, "Je tekst is bewaard." in page.content.decode()) == (422, False)


def test_new_words_are_looked_at_again_and_a_refused_text_always_waits(client, example):
    page = own_page(client)
    reaction = Reaction.objects.get()
    decide(client, "place", reaction)
    new = {"text": "Wat kost het nu?", "name": "Ans", "shown_at": minute_ago()}
    client.post(page, new)
    states = [Reaction.objects.get().state]
    decide(client, "refuse", reaction)
    ReactionFactory(email="ans@voorbeeld.nl")
    client.post(page, new)
    states.append(Reaction.objects.get(pk=reaction.pk).state)

    assert states == ["wacht", "wacht"]
    assert "Wat kost het nu?" not in text_of(client)


def test_what_is_withdrawn_is_gone_with_its_mail_and_answers_of_others_stay(client, example):
    page = own_page(client)
    decide(client, "place", Reaction.objects.get())
    AnswerFactory(answer_to=Reaction.objects.get(), text="Een tientje.")
    client.post(page, {"trek-in": "1"})

    shown = text_of(client)
    assert ["Een tientje." in shown, "Wat kost het?" in shown, "trok haar in" in shown] == [True, False, True]
    assert client.get(page).status_code == 410
    write(client, text="Nog iets")
    last = link_in(mail_to("ans@voorbeeld.nl"))
    client.post(last, {"trek-in": "1"})
    assert not Reaction.objects.filter(text="Nog iets").exists()
    assert not OutgoingMail.objects.filter(body__contains=last).exists()


def test_links_that_are_not_ours_say_so(client):
    asked = AskedPersonFactory(question=ReactionFactory(state="niet-geplaatst"))
    links = ["van-mij/onzin", "vraag/onzin", "geen-vragen/onzin", f"vraag/{ANSWER.sign(asked.pk)}"]
    links += [f"van-mij/{ANSWER.sign(asked.question_id)}", f"vraag/{OWN.sign(asked.pk)}", f"van-mij/{OWN.sign(0)}"]
    assert [client.get(f"/reacties/{link}/").status_code for link in links] == [410] * len(links)


# --- the form ----------------------------------------------------------------------------------------
def test_what_is_wrong_is_told_and_what_was_typed_stays(client, example):
    wrong = {
        "kind": "onzin",
        "text": "",
        "name": "",
        "email": "geen adres",
        "job_title": "x" * 121,
    }
    statuses = {name: write(client, **{name: value}).status_code for name, value in wrong.items()}
    too_long = write(client, text="é" * 3001).content.decode()
    null = write(client, text="a\x00b")

    assert statuses == dict.fromkeys(wrong, 422)
    assert "hooguit 3.000 tekens" in too_long
    assert null.status_code in (400, 422)
    assert "wijkcoach" in too_long
    assert Reaction.objects.count() == 0


def test_what_comes_too_fast_or_from_a_robot_does_nothing(client, example):
    fresh = signing.dumps(time(), salt=MOMENT)
    of_other_use = signing.dumps(time() - 60, salt="iets anders")
    statuses = [write(client, shown_at=moment).status_code for moment in (fresh, "", of_other_use)]
    robot = write(client, website="x")

    assert (statuses, robot.status_code) == ([422] * 3, 200)
    assert (Reaction.objects.count(), OutgoingMail.objects.count()) == (0, 0)
    assert write(client, shown_at=signing.dumps(time() - 3, salt=MOMENT)).status_code == 200


def test_one_visitor_and_one_address_have_limits(client, example):
    of_address = [write(client).status_code for _ in range(6)]
    of_visitor = [write(client, email=f"{number}@voorbeeld.nl").status_code for number in range(5)]

    assert of_address == [200] * 5 + [429]
    assert of_visitor == [200] * 4 + [429]


def test_text_is_text_everywhere(client, example):
    bad = "<b onclick=pwn()>vet</b>"
    library = taken_over(example, "bo@voorbeeld.nl")
    MembershipFactory(library=library, user=UserFactory(email="bo@voorbeeld.nl"))
    question = ReactionFactory(state="wacht", initiative=example, text=bad, name=bad, job_title=bad)
    decide(client, "place", question)
    answer(client, mail_to("bo@voorbeeld.nl"), text=bad, name=bad)
    pages = [PAGE, "/reacties/voorbeeld/taalhuis/", f"/reacties/antwoord/{question.pk}/"]

    shown = [text_of(client, page) for page in pages] + [mail.html for mail in OutgoingMail.objects.all()]
    assert [text for text in shown if "<b onclick" in text] == []
    assert [bad in mail.body for mail in OutgoingMail.objects.filter(subject__startswith="Vraag van")] == [True, True]


# --- terms and queries -------------------------------------------------------------------------------
def test_everything_goes_at_its_term():
    now = timezone.now()
    ages = {"onbevestigd": (6, 8), "niet-geplaatst": (29, 31), "geplaatst": (5 * 365 - 1, 5 * 365 + 1)}
    for state, days in ages.items():
        for age in days:
            ReactionFactory(state=state, written_at=now - timedelta(days=age))
    for age, declined in [(179, None), (181, None), (700, 729), (800, 731)]:
        since = now - timedelta(days=declined) if declined else None
        AskedPersonFactory(asked_at=now - timedelta(days=age), declined_at=since)
    recent = ReactionFactory(written_at=now - timedelta(days=2 * 365 - 1), email="blijft@voorbeeld.nl")
    ReactionFactory(written_at=now - timedelta(days=2 * 365 + 1), email="gaat@voorbeeld.nl")

    forget_reactions(now=now)
    forget_asked_people(now=now)

    left = Reaction.objects.exclude(pk__in=AskedPerson.objects.values("question"))
    assert sorted(left.filter(state__in=["onbevestigd", "niet-geplaatst"]).values_list("state", flat=True)) == [
        "niet-geplaatst",
        "onbevestigd",
    ]
    assert AskedPerson.objects.count() == 2
    assert Reaction.objects.filter(email=recent.email).exists()
    assert not Reaction.objects.filter(email="gaat@voorbeeld.nl").exists()
    assert not Reaction.objects.filter(written_at__lt=now - timedelta(days=5 * 365)).exists()


def test_a_page_has_as_many_queries_for_one_as_for_three(client, example):
    counts = []
    pages = (PAGE, "/reacties/voorbeeld/taalhuis/")
    for _ in range(2):
        question = ReactionFactory(initiative=example)
        AnswerFactory.create_batch(2, answer_to=question, organisation=LibraryFactory())
        counts.append(number_of_queries(lambda: [client.get(page) for page in pages]))

    assert counts[0] == counts[1]
