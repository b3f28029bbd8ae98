"""From draft to published and on: which steps there are, who took them, what is asked, and the mail about it."""

from datetime import date, timedelta

import pytest

from initiatives.models import Initiative, ReviewStep
from initiatives.review import StepRefusedError, take_step
from mail.models import OutgoingMail
from tests.factories import InitiativeFactory
from tests.review_factories import HOSTILE, NOW, publishable
from tests.role_factories import library_member, national_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
DRAFT, SUBMITTED, PUBLISHED, ARCHIVED = STATES = Initiative.PublicationState.values
ALLOWED = [
    (DRAFT, SUBMITTED),
    (DRAFT, PUBLISHED),
    (DRAFT, ARCHIVED),
    (SUBMITTED, PUBLISHED),
    (SUBMITTED, DRAFT),
    (SUBMITTED, ARCHIVED),
    (PUBLISHED, DRAFT),
    (PUBLISHED, ARCHIVED),
    (ARCHIVED, DRAFT),
    (ARCHIVED, PUBLISHED),
]


def step(initiative, state, user=None, **how):
    """Take a step; by a curator unless told otherwise."""
    return take_step(initiative=initiative, state=state, user=user or national_curator(), now=NOW, **how)


def sent_in(member, **fields):
    """An example that this member sent in."""
    initiative = publishable(publication_state=DRAFT, **fields)
    step(initiative, SUBMITTED, member)
    return initiative


def mails():
    return list(OutgoingMail.objects.values_list("to", "subject", "body"))


def test_a_step_is_taken_and_kept_with_who_and_when():
    curator, found = national_curator(), []

    for before, state in ALLOWED:
        initiative = publishable(publication_state=before)
        step(initiative, state, curator, note="Omdat")
        initiative.refresh_from_db()
        taken = initiative.review_steps.values_list("state", "user", "note", "taken_at")
        found.append((before, initiative.publication_state, list(taken)))

    assert found == [(before, state, [(state, curator.pk, "Omdat", NOW)]) for before, state in ALLOWED]


def refusal(initiative, state, **how):
    """The sentence with which a step is refused; empty for one that is taken."""
    try:
        step(initiative, state, **how)
    except StepRefusedError as refused:
        return str(refused)
    return ""


def test_another_step_is_refused():
    others = [(before, state) for before in STATES for state in STATES if (before, state) not in ALLOWED]
    initiatives = [publishable(publication_state=before) for before, _ in others]

    refusals = [refusal(each, state, note="Omdat") for each, (_, state) in zip(initiatives, others, strict=True)]

    assert [each for each, told in zip(others, refusals, strict=True) if not told] == []
    after = Initiative.objects.order_by("pk").values_list("publication_state", flat=True)
    assert (list(after), ReviewStep.objects.count()) == ([before for before, _ in others], 0)


def test_what_was_loaded_before_somebody_else_took_the_step_is_judged_as_it_is_now():
    initiative = publishable(publication_state=SUBMITTED)
    Initiative.objects.update(publication_state=PUBLISHED)

    with pytest.raises(StepRefusedError, match="Dit voorbeeld is gepubliceerd"):
        step(initiative, PUBLISHED)


def test_publishing_asks_for_what_the_site_cannot_do_without():
    losses = {
        "een thema": lambda one: one.themes.clear(),
        "een gemeente, of ‘in het hele land’": lambda one: one.places.clear(),
        "een trekker": lambda one: one.participations.all().delete(),
        "een bron of een bevestiging": lambda one: one.sources.clear(),
    }
    initiatives = {told: publishable(publication_state=SUBMITTED) for told in losses}
    for told, initiative in initiatives.items():
        losses[told](initiative)

    refusals = {told: refusal(initiative, PUBLISHED) for told, initiative in initiatives.items()}

    assert refusals == {
        told: f"‘{initiative}’ kan nog niet op de site. Er ontbreekt: {told}."
        for told, initiative in initiatives.items()
    }


def test_publishing_names_all_that_is_missing():
    with pytest.raises(StepRefusedError, match="een thema, een gemeente, .*, een trekker, een bron"):
        step(InitiativeFactory(publication_state=DRAFT), PUBLISHED)


def test_publishing_gives_a_date_to_check_it_again():
    initiative = publishable(publication_state=DRAFT, next_check_on=None)

    step(initiative, PUBLISHED)

    initiative.refresh_from_db()
    assert initiative.next_check_on == NOW.date() + timedelta(days=365)


def test_publishing_keeps_the_date_that_a_curator_chose():
    initiative = publishable(publication_state=DRAFT, next_check_on=date(2026, 6, 1))

    step(initiative, PUBLISHED)

    initiative.refresh_from_db()
    assert initiative.next_check_on == date(2026, 6, 1)


def test_sending_back_asks_for_a_note():
    initiative = sent_in(library_member())

    for note in ("", "   \n"):
        with pytest.raises(StepRefusedError, match="Schrijf erbij wat er nog moet gebeuren."):
            step(initiative, DRAFT, note=note)

    initiative.refresh_from_db()
    assert (initiative.publication_state, mails()) == (SUBMITTED, [])


def test_sending_back_mails_the_note_to_who_sent_it_in():
    initiative = sent_in(library_member(email="lid@voorbeeld.nl"), title="Leesclub")

    step(initiative, DRAFT, note="  Noem de gemeente.  ")

    [(to, subject, body)] = mails()
    assert (to, subject) == ("lid@voorbeeld.nl", "Nog iets aanpassen: Leesclub")
    assert "\n\nNoem de gemeente.\n\n" in body
    assert "/mijn/" in body
    assert (body.split("\n")[0], body.split("\n")[-2]) == ("Goedendag,", "Bieb Netwerk")


def test_publishing_mails_the_address_to_who_sent_it_in(settings):
    initiative = sent_in(library_member(email="lid@voorbeeld.nl"), title="Leesclub")

    step(initiative, PUBLISHED)

    [(to, subject, body)] = mails()
    assert (to, subject) == ("lid@voorbeeld.nl", "Op de site: Leesclub")
    assert settings.SITE_ADDRESS + initiative.get_absolute_url() in body


def test_archiving_what_was_sent_in_does_not_ask_for_more_work():
    initiative = sent_in(library_member())

    step(initiative, ARCHIVED, note="Dit staat er al.")

    [(_, subject, body)] = mails()
    assert "aanpassen" not in f"{subject} {body}".lower()
    assert "Dit staat er al." in body


def test_the_last_who_sent_it_in_is_mailed():
    first, last = library_member(), library_member(email="laatste@voorbeeld.nl")
    initiative = sent_in(first)
    step(initiative, DRAFT, note="Nog eens")
    OutgoingMail.objects.all().delete()
    step(initiative, SUBMITTED, last)

    step(initiative, PUBLISHED)

    assert [to for to, _, _ in mails()] == ["laatste@voorbeeld.nl"]


def test_nobody_is_mailed_about_what_they_did_themselves():
    member = library_member()

    step(sent_in(member), PUBLISHED, member)

    assert mails() == []


def test_who_can_no_longer_log_in_is_not_mailed():
    member = library_member()
    initiative = sent_in(member)
    type(member).objects.filter(pk=member.pk).update(is_active=False)

    step(initiative, PUBLISHED)

    assert mails() == []


def test_any_title_fits_in_a_mail():
    for title in (HOSTILE, "Eerste\nBcc: x@y.nl", "a" * 160):
        step(sent_in(library_member(), title=title), PUBLISHED)

    assert ["\n" in subject for _, subject, _ in mails()] == [False] * 3
