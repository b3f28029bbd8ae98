"""Reactions: nothing shows before its address is confirmed, and of a first-timer before a curator looked."""

import pytest

from curation.merging import merge
from mail.models import OutgoingMail
from reactions.models import AskedPerson, Reaction
from tests.event_factories import EventFactory
from tests.factories import ContactPersonFactory, InitiativeFactory, ThemeFactory
from tests.reaction_factories import ReactionFactory
from tests.reactions.writing import EDITORS, PAGE, answer, confirm, decide, link_in, mail_to, taken_over, text_of, write
from tests.role_factories import MembershipFactory, UserFactory, national_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


# --- where it stands ---------------------------------------------------------------------------------
def test_the_address_of_an_example_that_was_merged_leads_on_and_takes_what_is_sent(client, example):
    gone = InitiativeFactory(slug="weg", publication_state="gepubliceerd")
    merge(kept=example, gone=gone, user=national_curator())

    answer = client.get("/reacties/voorbeeld/weg/")
    form = client.get("/reacties/voorbeeld/weg/schrijf/").content.decode()
    write(client, form="/reacties/voorbeeld/weg/schrijf/")

    assert (answer.status_code, answer.url) == (301, "/reacties/voorbeeld/taalhuis/")
    assert PAGE in form
    assert Reaction.objects.get().initiative == example


# --- coming on the site ------------------------------------------------------------------------------
def test_nothing_shows_before_the_address_is_confirmed_and_a_curator_looked(client, example):
    seen = []
    assert "Kijk in je mail" in write(client).content.decode()
    seen.append("Wat kost het?" in text_of(client))
    client.get(link_in(mail_to("ans@voorbeeld.nl")))  # opening does nothing
    assert Reaction.objects.get().state == "onbevestigd"
    confirm(client)
    seen.append("Wat kost het?" in text_of(client))
    decide(client, "place", Reaction.objects.get())
    shown = text_of(client)

    assert (seen, "Wat kost het?" in shown) == ([False, False], True)
    assert ("wijkcoach" in shown, "ans@voorbeeld.nl" in shown) == (True, False)


def test_who_was_placed_before_waits_no_more_unless_something_was_refused(client, example):
    ReactionFactory(email="ANS@voorbeeld.nl")
    write(client)
    confirm(client)
    states = [Reaction.objects.latest("pk").state]
    decide(client, "refuse", Reaction.objects.latest("pk"))
    write(client, text="Nog een vraag")
    confirm(client)
    states.append(Reaction.objects.latest("pk").state)

    assert states == ["geplaatst", "wacht"]


def test_examples_themes_and_meetings_have_them_and_what_is_off_the_site_does_not(client, example):
    theme, meeting = ThemeFactory(slug="taal"), EventFactory(slug="dag")
    pages = {PAGE: {}, "/themas/taal/": {"theme": theme}, "/agenda/dag/": {"meeting": meeting}}
    missing = []
    for page, about in pages.items():
        about = {"initiative": None} | about if about else {"initiative": example}
        ReactionFactory(text=f"Bij {page}", **about)
        if f"Bij {page}" not in text_of(client, page):
            missing.append(page)
    example.publication_state = "gearchiveerd"
    example.save()

    assert missing == []
    kinds = ["voorbeeld/taalhuis", "voorbeeld/onzin", "onzin/taal", "thema/taal", "bijeenkomst/dag"]
    assert [client.get(f"/reacties/{kind}/schrijf/").status_code for kind in kinds] == [404, 404, 404, 200, 200]
    assert [client.get(f"/reacties/{kind}/").status_code for kind in kinds] == [404, 404, 404, 200, 200]


# --- who is asked ------------------------------------------------------------------------------------
def test_a_question_is_mailed_once_to_who_answers_for_it_and_to_who_took_it_over(client, example):
    example.contact = ContactPersonFactory(email="contact@voorbeeld.nl")
    example.save()
    taken_over(example, "bo@voorbeeld.nl")
    taken_over(example, "Contact@voorbeeld.nl")
    taken_over(example, "stil@voorbeeld.nl", state="onbevestigd")
    write(client)
    confirm(client)
    assert AskedPerson.objects.count() == 0
    decide(client, "place", Reaction.objects.get())
    decide(client, "refuse", Reaction.objects.get())
    decide(client, "place", Reaction.objects.get())

    asked = OutgoingMail.objects.filter(subject="Vraag van een lezer over Taalhuis")
    assert sorted(asked.values_list("to", flat=True)) == ["bo@voorbeeld.nl", "contact@voorbeeld.nl"]
    assert ["Wat kost het?" in mail.body and "Wat kost het?" in mail.html for mail in asked] == [True, True]
    assert "ans@voorbeeld.nl" not in "".join(mail.body + mail.html for mail in asked)


def test_an_experience_is_mailed_to_nobody_and_a_question_about_a_theme_to_the_editors(client, example):
    for fields in ({"kind": "ervaring", "initiative": example}, {"initiative": None, "theme": ThemeFactory()}):
        decide(client, "place", ReactionFactory(state="wacht", **fields))

    assert list(AskedPerson.objects.values_list("email", flat=True)) == [EDITORS]


def test_a_question_about_a_meeting_goes_to_whom_its_page_names(client):
    meeting = EventFactory(contact_email="dag@voorbeeld.nl")
    decide(client, "place", ReactionFactory(state="wacht", initiative=None, meeting=meeting))

    assert list(AskedPerson.objects.values_list("email", flat=True)) == ["dag@voorbeeld.nl"]


def test_who_wants_no_questions_gets_none_and_one_request_is_enough(client, example):
    taken_over(example, "bo@voorbeeld.nl")
    example.contact = ContactPersonFactory(email="contact@voorbeeld.nl")
    example.save()
    decide(client, "place", ReactionFactory(state="wacht", initiative=example))
    for address in ("bo@voorbeeld.nl", "contact@voorbeeld.nl"):
        stop = link_in(mail_to(address), "/reacties/geen-vragen/")
        client.get(stop)
        assert AskedPerson.objects.get(email=address).declined_at is None
        client.post(stop, {"List-Unsubscribe": "One-Click"})
        assert mail_to(address).unsubscribe.endswith(stop)
    another = ReactionFactory(state="wacht", initiative=example)
    decide(client, "place", another)

    assert list(another.asked.values_list("email", flat=True)) == [EDITORS]
    assert (mail_to(EDITORS).unsubscribe, "geen-vragen" in mail_to(EDITORS).body) == ("", False)


# --- answers -----------------------------------------------------------------------------------------
def test_who_took_it_over_answers_from_the_mail_and_the_asker_hears_of_it(client, example):
    library = taken_over(example, "bo@voorbeeld.nl")
    MembershipFactory(library=library, user=UserFactory(email="bo@voorbeeld.nl"))
    decide(client, "place", ReactionFactory(state="wacht", initiative=example, email="ans@voorbeeld.nl"))

    answer(client, mail_to("bo@voorbeeld.nl"))

    page = text_of(client)
    told = mail_to("ans@voorbeeld.nl")
    assert ["Bijna niets." in text for text in (page, told.body, told.html)] == [True, True, True]
    assert f'namens <a href="{library.get_absolute_url()}">{library}</a>' in page
    assert "bo@voorbeeld.nl" not in page + told.body + told.html


def test_an_answer_from_no_address_of_the_organisation_waits_and_names_none(client, example):
    taken_over(example, "bo@elders.nl")
    decide(client, "place", ReactionFactory(state="wacht", initiative=example, email="ans@voorbeeld.nl"))
    before = OutgoingMail.objects.filter(to="ans@voorbeeld.nl").count()

    answer(client, mail_to("bo@elders.nl"))

    given = Reaction.objects.get(kind="antwoord")
    assert (given.state, given.organisation) == ("wacht", None)
    assert OutgoingMail.objects.filter(to="ans@voorbeeld.nl").count() == before
    decide(client, "place", given)
    assert "Bijna niets." in mail_to("ans@voorbeeld.nl").body


def test_who_answers_for_it_waits_for_nobody(client):
    meeting = EventFactory(slug="dag", contact_email="dag@voorbeeld.nl")
    decide(client, "place", ReactionFactory(state="wacht", initiative=None, meeting=meeting))
    answer(client, mail_to("dag@voorbeeld.nl"))

    assert "Bijna niets." in text_of(client, "/agenda/dag/")


def test_anybody_answers_after_confirming_their_address(client, example):
    question = ReactionFactory(initiative=example)
    form = f"/reacties/antwoord/{question.pk}/"
    write(client, form, text="Een tientje.")
    confirm(client)
    decide(client, "place", Reaction.objects.get(kind="antwoord"))
    experience = ReactionFactory(initiative=example, kind="ervaring")

    assert "Een tientje." in text_of(client)
    hidden = [experience, ReactionFactory(initiative=example, state="wacht")]
    assert [client.get(f"/reacties/antwoord/{row.pk}/").status_code for row in hidden] == [404, 404]
