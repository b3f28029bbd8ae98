"""Every button of an import: at its turn, once, by who may; and work that is stopped leaves no trace."""

from contextlib import suppress

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from initiatives.models import Initiative
from partners.models import Library
from sources.models import Source
from spreadsheets.models import ImportRun
from spreadsheets.progress import StoppedError
from spreadsheets.tasks import STEPS, advance
from tests.factories import ProvinceFactory
from tests.role_factories import library_member, national_curator, province_curator
from tests.spreadsheets.import_runs import bring_in, press, start_address, upload, work

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

GOOD = "slug;titel;soort\na;A;wet\nb;B;wet\n"


def titles():
    return list(Source.objects.order_by("title").values_list("title", flat=True))


# --- buttons ----------------------------------------------------------------------------------------
def test_confirming_twice_writes_once_and_shows_the_import(client, curator):
    run = upload(client, GOOD)
    address = reverse("admin:import_bevestigen", args=[run.pk])

    answers = [client.post(address), client.post(address)]
    work()

    assert [answer.status_code for answer in answers] == [302, 302]
    assert titles() == ["A", "B"]


def test_each_button_works_in_these_states_only(client, curator):
    run = upload(client, GOOD)
    works_in = {
        "bevestigen": {"gecontroleerd"},
        "stoppen": {"lezen", "controleren", "schrijven"},
        "opnieuw": {"gestopt", "gecontroleerd", "geweigerd"},
        "terugdraaien": {"klaar"},
    }
    found = {button: set() for button in works_in}

    for button in works_in:
        for state in ImportRun.State.values:
            ImportRun.objects.update(state=state)
            client.post(reverse(f"admin:import_{button}", args=[run.pk]))
            if ImportRun.objects.get().state != state:
                found[button].add(state)

    assert found == works_in


def test_a_press_that_comes_late_does_not_undo_the_state(client, curator):
    run = upload(client, GOOD)
    late = ImportRun.objects.get()
    press(client, run, "bevestigen")

    advance(late, ImportRun.State.WRITING, allowed=[ImportRun.State.CHECKED])
    work()

    assert ImportRun.objects.get().state == "klaar"


@pytest.mark.parametrize("state", ["lezen", "controleren", "schrijven"])
def test_stopped_work_is_not_done(client, curator, state):
    run = upload(client, GOOD)
    advance(run, state)

    press(client, run, "stoppen")

    assert (run.state, titles()) == ("gestopt", [])


@pytest.mark.parametrize("state", ["lezen", "controleren", "schrijven"])
def test_a_stop_while_the_work_is_going_on_is_heard(client, curator, state):
    run = upload(client, GOOD)
    ImportRun.objects.update(state=state)
    going_on = ImportRun.objects.get()
    ImportRun.objects.update(state="gestopt")

    with suppress(StoppedError):
        STEPS[state](going_on)

    run.refresh_from_db()
    assert (run.state, titles()) == ("gestopt", [])


def test_a_stopped_import_can_begin_again(client, curator):
    run = upload(client, GOOD)
    advance(run, "controleren")
    press(client, run, "stoppen")

    press(client, run, "opnieuw")

    assert run.state == "gecontroleerd"


def test_looking_at_a_button_does_nothing(client, curator):
    run = upload(client, GOOD)
    steps = ["bevestigen", "stoppen", "opnieuw"]

    answers = {step: client.get(reverse(f"admin:import_{step}", args=[run.pk])).status_code for step in steps}

    assert {step: code for step, code in answers.items() if code not in (403, 405)} == {}
    run.refresh_from_db()
    assert (run.state, titles(), ProcrastinateJob.objects.count()) == ("gecontroleerd", [], 0)


def test_an_import_that_is_not_there_is_not_found(client, curator):
    steps = ["bevestigen", "stoppen", "opnieuw", "terugdraaien", "kolommen", "geweigerd"]
    addresses = [f"/beheer/spreadsheets/importrun/{number}/{step}/" for number in (0, 10**18, 10**30) for step in steps]

    assert [address for address in addresses if client.post(address).status_code != 404] == []


# --- who --------------------------------------------------------------------------------------------
def test_another_curator_sees_nothing_of_an_import(client, curator):
    run = upload(client, GOOD)
    client.force_login(province_curator(ProvinceFactory()))

    addresses = [
        run.get_absolute_url(),
        *(reverse(f"admin:import_{x}", args=[run.pk]) for x in ("kolommen", "geweigerd")),
    ]

    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]
    assert client.post(reverse("admin:import_bevestigen", args=[run.pk])).status_code == 404


def test_a_national_curator_may_confirm_for_another(client):
    client.force_login(province_curator(ProvinceFactory(slug="utrecht")))
    run = upload(client, "slug;naam;provincie\na;A;utrecht\n", model="partners.library")
    client.force_login(national_curator())

    press(client, run, "bevestigen")

    assert (run.state, Library.objects.get().name) == ("klaar", "A")


def test_every_curator_may_bring_in_new_sources(client):
    client.force_login(province_curator(ProvinceFactory()))

    bring_in(client, GOOD)

    assert titles() == ["A", "B"]


def test_who_keeps_nothing_cannot_begin(client):
    client.force_login(library_member())

    assert client.post(start_address()).status_code in (302, 403)
    assert ImportRun.objects.count() == 0


def test_a_curator_who_stopped_being_one_writes_nothing(client, curator):
    run = upload(client, "titel;samenvatting\nA;S\n", model="initiatives.initiative")
    advance(run, ImportRun.State.WRITING)
    curator.curatorships.all().delete()

    work()

    assert Initiative.objects.count() == 0
