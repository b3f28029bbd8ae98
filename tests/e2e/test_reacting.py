"""Asking, answering and voting: by hand and by keyboard, with and without JavaScript, wide and narrow."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.utils import timezone
from playwright.sync_api import expect

from contact.forms import MOMENT
from reactions.actions import judge
from reactions.models import Reaction
from tests.e2e.accessibility import SIZES, violations, violations_at_every_size
from tests.e2e.mail import wait_for_mail
from tests.poll_factories import PollFactory, VoteFactory

EXAMPLE = "/praktijkvoorbeelden/walk-and-talk/"
OWN = r"https?://[^/]+(/reacties/van-mij/[^\s\"]+)"
ANSWER = r"https?://[^/]+(/reacties/vraag/[^\s\"]+)"


def write(page, text, name):
    page.get_by_label("Je tekst").fill(text)
    page.get_by_label("Je naam").fill(name)


def send(page):
    """Press; within three seconds the site asks for a second press, and all that was typed is still there.

    A busy machine needs longer for filling in, so that the form has been shown as of a minute from now.
    """
    let_it_be_shown(page, timedelta(minutes=-1))
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_text("Dat ging wel heel snel")).to_be_visible()
    let_it_be_shown(page, timedelta(minutes=1))
    page.get_by_role("button", name="Versturen").click()


def let_it_be_shown(page, ago):
    """Let the form have been shown so long ago; ``tests/reactions`` knows how long is long enough."""
    moment = signing.dumps((timezone.now() - ago).timestamp(), salt=MOMENT)
    page.locator("[name=shown_at]").evaluate("(field, moment) => { field.value = moment }", moment)


def place(in_site, text):
    """Do what a curator does in the list; ``tests/reactions`` goes through that list."""
    with in_site():
        waiting = Reaction.objects.filter(text=text)
        assert judge(reactions=waiting, is_placed=True, now=timezone.now()) == 1


@pytest.mark.parametrize(("who", "size"), [("page", "breed"), ("plain_page", "smal")])
def test_a_question_finds_its_answer(who, size, request, in_site, site_folder):
    page = request.getfixturevalue(who)
    page.set_viewport_size(SIZES[size])
    question, asker = f"Wie doet dit op een {size} scherm?", f"vraag-{size}@voorbeeld.nl"
    page.goto(EXAMPLE)
    page.get_by_role("link", name="Stel een vraag").click()
    write(page, question, "Ans")
    page.get_by_label("Je e-mailadres").fill(asker)
    send(page)
    expect(page.get_by_role("heading", name="Kijk in je mail")).to_be_visible()
    page.goto(wait_for_mail(site_folder, asker, OWN).group(1))
    page.get_by_role("button", name="Ja, dit is van mij").click()
    expect(page.get_by_text("Een curator kijkt je tekst na")).to_be_visible()
    page.goto(EXAMPLE)
    expect(page.get_by_text(question)).to_have_count(0)

    place(in_site, question)
    page.goto(EXAMPLE)
    expect(page.get_by_text(question)).to_be_visible()
    asked = wait_for_mail(site_folder, "redactie@localhost", rf"(?s){re.escape(question)}.*?{ANSWER}")
    page.goto(asked.group(1))
    write(page, f"Wij, ook op een {size} scherm.", "De redactie")
    send(page)

    expect(page.get_by_text("Je tekst staat")).to_be_visible()
    told = wait_for_mail(site_folder, asker, rf"(?s)Wij, ook op een {size} scherm.*?{OWN}")
    page.goto(told.group(1))
    page.get_by_text("Trek je vraag in").click()
    page.get_by_role("button", name="Intrekken").click()
    page.goto(EXAMPLE)
    expect(page.get_by_text(question)).to_have_count(0)
    expect(page.get_by_text(f"Wij, ook op een {size} scherm.")).to_be_visible()


def test_pages_with_reactions_and_forms_with_mistakes_are_accessible(page, in_site):
    with in_site():
        example = Reaction._meta.get_field("initiative").related_model.objects.get(slug="walk-and-talk")
        about = {"initiative": example, "name": "Bo", "state": "geplaatst", "written_at": timezone.now()}
        question = Reaction.objects.create(kind="vraag", text="Wat kost het?", job_title="wijkcoach", **about)
        Reaction.objects.create(kind="antwoord", text="Een tientje.", answer_to=question, **about)
    found = {}
    for address in (EXAMPLE, "/reacties/voorbeeld/walk-and-talk/", f"/reacties/antwoord/{question.pk}/"):
        page.goto(address)
        found[address] = violations_at_every_size(page)
    page.goto("/reacties/voorbeeld/walk-and-talk/schrijf/")
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_role("heading", name="Er gaat nog iets mis")).to_be_visible()
    found["mistakes"] = violations_at_every_size(page)

    assert {address: told for address, told in found.items() if told} == {}


@pytest.mark.parametrize(("who", "size"), [("page", "breed"), ("plain_page", "smal")])
def test_voting_by_keyboard_shows_the_result(who, size, request, in_site):
    page = request.getfixturevalue(who)
    page.set_viewport_size(SIZES[size])
    with in_site():
        poll = PollFactory(slug=f"peiling-{size}", statement=f"Elke dag open, {size}")
        VoteFactory.create_batch(2, poll=poll, opinion="oneens", motive_state="geplaatst")
    page.goto("/peilingen/")
    page.get_by_role("link", name=poll.statement).click()
    expect(page.get_by_role("heading", name="De uitslag tot nu toe")).to_have_count(0)
    let_it_be_shown(page, timedelta(minutes=1))
    page.get_by_role("radio", name="Eens", exact=True).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("Omdat iedereen er komt.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="De uitslag tot nu toe")).to_be_visible()
    expect(page.get_by_role("row", name="Eens 1 33%")).to_be_visible()
    expect(page.get_by_text("Omdat iedereen er komt.", exact=True)).to_have_count(0)  # waits for a curator
    if who == "page":
        assert violations(page) == {}
    page.goto("/peilingen/")
    if who == "page":
        assert violations_at_every_size(page) == {}
