"""*Het klopt nog*, *Er klopt iets niet* and *Het is gestopt*: any reader may say it, a curator decides."""

import pytest

from initiatives.member_forms import values_of
from initiatives.models import ChangeProposal
from initiatives.posting import as_posted
from tests.factories import InitiativeFactory, LibraryFactory, ParticipationFactory, ThemeFactory
from tests.initiatives.fillings import fill_in, take_over
from tests.review_factories import NOW
from tests.role_factories import administrator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
BUTTONS = {"klopt": "Het klopt nog", "klopt-niet": "Er klopt iets niet", "gestopt": "Het is gestopt"}


def buttons_on(client, initiative):
    page = client.get(initiative.get_absolute_url()).content.decode()
    return [key for key in BUTTONS if f"/vul-aan/voorbeeld/{initiative.slug}/{key}/" in page]


def test_every_practice_has_three_buttons_that_lead_to_their_forms(client):
    running = InitiativeFactory(slug="taalhuis")
    stopped = InitiativeFactory(phase="gestopt")
    idea = InitiativeFactory(entry_kind="idea")

    assert buttons_on(client, running) == list(BUTTONS)
    assert buttons_on(client, stopped) == ["klopt", "klopt-niet"]
    assert buttons_on(client, idea) == []
    for key in BUTTONS:
        assert client.get(f"/vul-aan/voorbeeld/taalhuis/{key}/").status_code == 200


def test_who_works_there_confirms_it_for_that_organisation_once_a_curator_agrees(client):
    initiative = InitiativeFactory(slug="taalhuis")
    library = ParticipationFactory(initiative=initiative, organisation=LibraryFactory()).organisation

    fill_in(client, "voorbeeld/taalhuis/klopt", organisation=library.pk, speaker="Directeur")
    initiative.refresh_from_db()
    before = initiative.confirmed_by
    take_over()

    initiative.refresh_from_db()
    assert (before, initiative.confirmed_by_id, initiative.confirmed_on) == (None, library.pk, NOW.date())


def test_a_reader_from_elsewhere_confirms_it_for_nobody(client):
    initiative = InitiativeFactory(slug="taalhuis")
    other = LibraryFactory()

    refused = fill_in(client, "voorbeeld/taalhuis/klopt", organisation=other.pk, speaker="Lezer")
    sent = fill_in(client, "voorbeeld/taalhuis/klopt", speaker="Lezer")
    client.force_login(administrator())
    proposal = ChangeProposal.objects.get()
    room = client.get(f"/beheer/initiatives/changeproposal/{proposal.pk}/change/").content.decode()
    take_over()

    initiative.refresh_from_db()
    assert "Koos je een organisatie en klopt het, dan" in sent.content.decode()
    assert "Zonder organisatie verandert er op de site niets" in room
    assert "Alleen curatoren lezen dit" in room
    assert refused.status_code == 422
    assert (initiative.confirmed_by, initiative.next_check_on is None) == (None, False)


def test_what_stopped_has_its_year_and_reason(client):
    initiative = InitiativeFactory(slug="taalhuis", start_year=2016, phase="lopend")

    too_early = fill_in(client, "voorbeeld/taalhuis/gestopt", end_year=2015)
    fill_in(client, "voorbeeld/taalhuis/gestopt", end_year=2020, stop_reason="De subsidie hield op.")
    take_over()

    initiative.refresh_from_db()
    assert "Dit begon in 2016. Vul een jaar in vanaf 2016." in too_early.content.decode()
    assert (initiative.has_stopped, initiative.end_year, initiative.stop_reason) == (
        True,
        2020,
        "De subsidie hield op.",
    )


def test_what_is_wrong_is_changed_in_the_form_of_the_whole(client):
    initiative = InitiativeFactory(slug="taalhuis", title="Taalhuis", goal="Lezen")
    initiative.themes.add(ThemeFactory())
    typed = values_of(initiative) | {"goal": "Lezen en schrijven"}

    client.post("/vul-aan/voorbeeld/taalhuis/klopt-niet/", dict(as_posted(typed).lists()))

    proposal = ChangeProposal.objects.get()
    assert proposal.values == {"goal": {"old": "Lezen", "new": "Lezen en schrijven"}}
