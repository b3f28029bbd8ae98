"""A member proposes a change of a published example; a curator takes over all, some or nothing."""

import pytest
from django.urls import reverse

from initiatives.decisions import decide
from initiatives.models import ChangeProposal, Initiative
from initiatives.review import StepRefusedError
from mail.models import OutgoingMail
from tests.factories import LibraryFactory, ProvinceFactory, TargetGroupFactory, ThemeFactory
from tests.markup import squeezed
from tests.queries import number_of_queries
from tests.review_factories import BACKWARDS, HOSTILE, NOW, ChangeProposalFactory, publishable
from tests.role_factories import library_member, national_curator, province_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
LIST = "/beheer/initiatives/changeproposal/"


def change(old, new):
    return {"old": old, "new": new}


@pytest.fixture
def initiative():
    return publishable(LibraryFactory(province=ProvinceFactory()), title="Oud", goal="Oud doel")


@pytest.fixture
def proposal(initiative):
    """A new title, goal and theme."""
    theme = ThemeFactory(name="Nieuw thema")
    old = list(initiative.themes.values_list("pk", flat=True))
    values = {
        "title": change("Oud", "Nieuw"),
        "goal": change("Oud doel", "Nieuw doel"),
        "themes": change(old, [theme.pk]),
    }
    return ChangeProposalFactory(initiative=initiative, values=values, proposed_by__email="lid@voorbeeld.nl")


def decided(proposal, *accepted, **how):
    return decide(proposal=proposal, accepted=accepted, user=national_curator(), now=NOW, **how)


def now(initiative):
    found = Initiative.objects.get(pk=initiative.pk)
    return found.title, found.goal, [theme.name for theme in found.themes.all()]


def address(proposal):
    return reverse("admin:initiatives_changeproposal_change", args=[proposal.pk])


def press(client, proposal, **typed):
    return client.post(reverse("admin:proposal_decide", args=[proposal.pk]), typed, follow=True)


def test_readers_see_the_old_until_it_is_taken_over(client, initiative, proposal):
    before = client.get(initiative.get_absolute_url()).content.decode()
    decided(proposal, "title", "goal", "themes")
    after = client.get(initiative.get_absolute_url()).content.decode()

    assert ("Nieuw doel" in before, "Oud doel" in before) == (False, True)
    assert ("Nieuw doel" in after, "Oud doel" in after) == (True, False)


def test_all_is_taken_over(initiative, proposal):
    found = decided(proposal, "title", "goal", "themes")

    assert now(initiative) == ("Nieuw", "Nieuw doel", ["Nieuw thema"])
    assert (found.state, found.decided_at, found.decided_by is not None) == ("overgenomen", NOW, True)


def test_only_the_ticked_fields_are_taken_over(initiative, proposal):
    theme = initiative.themes.get().name

    found = decided(proposal, "goal")

    assert (now(initiative), found.state) == (("Oud", "Nieuw doel", [theme]), "deels")


def test_nothing_is_taken_over(initiative, proposal):
    before = now(initiative)

    found = decided(proposal)

    assert (now(initiative), found.state) == (before, "afgewezen")


def test_what_somebody_else_changed_meanwhile_stays(initiative, proposal):
    Initiative.objects.update(results="Intussen toegevoegd", phase="lopend", is_national=True)

    decided(proposal, "goal")

    found = Initiative.objects.get()
    assert (found.results, found.phase, found.is_national) == ("Intussen toegevoegd", "lopend", True)


def test_the_address_and_the_state_stay(initiative, proposal):
    decided(proposal, "title")

    assert list(Initiative.objects.values_list("slug", "publication_state")) == [(initiative.slug, "gepubliceerd")]


def test_a_text_of_another_field_is_not_touched(initiative, proposal):
    Initiative.objects.update(results="  ingesprongen\n")

    decided(proposal, "goal")

    assert Initiative.objects.get().results == "  ingesprongen\n"


def test_a_field_that_is_no_part_of_it_is_not_taken_over(initiative):
    names = ["slug", "publication_state", "is_featured", "id", "bestaat_niet"]
    before = Initiative.objects.values().get()

    for name in names:
        decided(ChangeProposalFactory(initiative=initiative, values={name: change("", "1")}), name)

    after = Initiative.objects.values().get()
    assert {key: value for key, value in after.items() if before[key] != value and key != "updated_at"} == {}


def test_deciding_twice_is_refused(initiative, proposal):
    decided(proposal)

    with pytest.raises(StepRefusedError, match="al besloten"):
        decided(proposal, "title")

    assert now(initiative)[0] == "Oud"


def test_what_does_not_fit_any_more_is_refused_with_its_field(initiative):
    values = {"stop_reason": change("", "Geld op")}
    proposal = ChangeProposalFactory(initiative=initiative, values=values)

    with pytest.raises(StepRefusedError, match="Alleen wat gestopt is"):
        decided(proposal, "stop_reason")

    proposal.refresh_from_db()
    assert proposal.state == "open"


def test_a_group_that_was_deleted_meanwhile_is_refused(initiative):
    group = TargetGroupFactory()
    proposal = ChangeProposalFactory(initiative=initiative, values={"target_groups": change([], [group.pk])})
    group.delete()

    with pytest.raises(StepRefusedError, match="Dit past niet meer"):
        decided(proposal, "target_groups")


def test_who_proposed_it_is_mailed_the_decision_and_the_answer(initiative, proposal):
    decided(proposal, "goal", answer="  De titel is goed zo.  ")

    [mail] = OutgoingMail.objects.all()
    assert (mail.to, mail.subject) == ("lid@voorbeeld.nl", "Je voorstel voor Oud")
    assert "Besluit: deels overgenomen.\nDe titel is goed zo.\n" in mail.body


def test_the_page_shows_old_and_new_per_field(client, proposal):
    client.force_login(national_curator())

    page = client.get(address(proposal)).content.decode()

    assert '<td data-label="Nu">Oud doel</td>' in page  # as it stands: an empty line would be shown as one
    assert '<td data-label="Voorstel">Nieuw thema</td>' in page
    assert page.count('name="field"') == 3


def test_the_page_warns_of_what_changed_meanwhile(client, initiative, proposal):
    client.force_login(national_curator())
    Initiative.objects.update(goal="Intussen")

    page = squeezed(client.get(address(proposal)))

    assert "Bij het voorstel stond hier: Oud doel" in page
    assert page.count("Bij het voorstel stond hier") == 1


def test_hostile_text_is_shown_as_text(client, initiative):
    client.force_login(national_curator())

    for text in (HOSTILE, BACKWARDS, "javascript:alert(1)"):
        values = {"title": change("Oud", text), "goal": change("Oud doel", HOSTILE)}
        proposal = ChangeProposalFactory(initiative=initiative, values=values, explanation=HOSTILE)

        page = client.get(address(proposal)).content.decode()

        assert (text, "<img src=x" in page, 'href="javascript:' in page) == (text, False, False)


def test_a_curator_takes_over_what_is_ticked(client, initiative, proposal):
    client.force_login(national_curator())

    page = press(client, proposal, field=["title", "onzin"]).content.decode()

    assert now(initiative)[:2] == ("Nieuw", "Oud doel")
    assert "Voorstel: deels overgenomen." in page


def test_a_curator_takes_over_nothing_whatever_is_ticked(client, initiative, proposal):
    client.force_login(national_curator())

    press(client, proposal, field=["title"], none="ja")

    assert now(initiative)[0] == "Oud"


def test_any_answer_can_be_sent(client, proposal):
    client.force_login(national_curator())

    assert press(client, proposal, none="ja", answer="nul\x00teken").status_code == 200


def test_the_curator_of_another_province_looks_and_does_not_decide(client, initiative, proposal):
    client.force_login(province_curator(ProvinceFactory()))

    page = client.get(address(proposal))

    assert (page.status_code, 'name="field"' in page.content.decode()) == (200, False)
    assert press(client, proposal, field=["title"]).status_code == 403
    assert now(initiative)[0] == "Oud"


def test_a_member_does_not_decide_about_their_own(client, initiative, proposal):
    client.force_login(library_member(initiative.leads[0]))

    assert press(client, proposal, field=["title"]).status_code == 403


def test_opening_the_address_or_ticking_nothing_decides_nothing(client, proposal):
    client.force_login(national_curator())

    assert client.get(reverse("admin:proposal_decide", args=[proposal.pk])).status_code == 403
    assert "Je hebt niets aangevinkt." in press(client, proposal).content.decode()
    assert ChangeProposal.objects.undecided().count() == 1


def test_the_list_costs_the_same_for_1_and_3(client, proposal):
    client.force_login(national_curator())
    one = number_of_queries(lambda: client.get(LIST))
    ChangeProposalFactory.create_batch(2)

    assert number_of_queries(lambda: client.get(LIST)) == one
