"""Every payload in every field of a reaction: nothing of it runs or becomes an element in the mails about it."""

import pytest
from django.http import HttpResponse

from mail.models import OutgoingMail
from reactions.actions import judge
from reactions.models import Reaction
from tests.factories import InitiativeFactory
from tests.hostile.payloads import PAYLOADS
from tests.reaction_factories import AnswerFactory, ReactionFactory
from tests.review_factories import NOW

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.xdist_group("hostile")]


def fields_with(payload):
    return {"text": payload, "name": payload[:100], "job_title": payload[:120], "state": "wacht"}


def test_nothing_runs_in_the_mails_and_on_the_page_of_any_payload(look, hostile_world):
    example = InitiativeFactory()
    for payload in PAYLOADS:
        question = ReactionFactory(initiative=example, **fields_with(payload))
        AnswerFactory(answer_to=question, **fields_with(payload))
    judge(reactions=Reaction.objects.filter(initiative=example), is_placed=True, now=NOW)
    mails = list(OutgoingMail.objects.exclude(html=""))
    browser, found = look("anonymous"), {}

    for mail in mails[:: max(len(mails) // 60, 1)]:
        found[mail.subject, mail.pk] = browser.show("/mail/", HttpResponse(mail.html))
    whole = "".join(mail.html for mail in mails)
    found["all mails"] = browser.show("/mail/", HttpResponse(whole))
    found["the list"] = browser.open(f"/reacties/voorbeeld/{example.slug}/")

    assert len(mails) > 4 * len(PAYLOADS) - 1
    assert {place: told for place, told in found.items() if told} == {}
