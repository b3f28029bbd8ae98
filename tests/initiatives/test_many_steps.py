"""Publishing many at once: by the rules of one, in the background, stopped and taken back; nothing is ever half."""

import pytest
from django.db import connection
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from initiatives.many_steps import plan_steps, take_steps, take_steps_back
from initiatives.models import Initiative, ReviewStep, StepRun
from initiatives.review import take_step
from initiatives.tasks import take_run_further
from mail.models import OutgoingMail
from tests.factories import InitiativeFactory, LibraryFactory, ProvinceFactory
from tests.queries import number_of_queries
from tests.review_factories import NOW, publishable
from tests.role_factories import library_member, national_curator, province_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
LIST = "/beheer/initiatives/initiative/"


@pytest.fixture
def curator(client):
    user = national_curator()
    client.force_login(user)
    return user


def drafts(count):
    return [publishable(publication_state="concept", title=f"Voorbeeld {number}") for number in range(count)]


def states():
    return list(Initiative.objects.order_by("pk").values_list("publication_state", flat=True))


def planned(user, step="gepubliceerd"):
    return plan_steps(initiatives=Initiative.objects.all(), step=step, user=user)


def outcomes(run):
    return list(run.steps.order_by("pk").values_list("outcome", flat=True))


def page_of(client, run):
    return client.get(reverse("curator:step_run", args=[run.pk])).content.decode()


def press(client, run, button):
    return client.post(reverse("curator:step_run", args=[run.pk]), {"knop": button}, follow=True)


def test_more_than_a_few_are_done_by_the_worker_and_the_page_shows_how_far_it_is(client, curator):
    chosen = [InitiativeFactory(publication_state="concept"), *drafts(21)]
    data = {"action": "publish_chosen", "_selected_action": [each.pk for each in chosen]}

    before = client.post(LIST, data, follow=True).content.decode()
    untouched = set(states())
    [job] = ProcrastinateJob.objects.filter(task_name="initiatives.tasks.take_run_further")
    take_run_further(**job.args)

    run = StepRun.objects.get()
    after = page_of(client, run)
    assert (untouched, '<progress id="voortgang"' in before, "0 van 22" in before) == ({"concept"}, True, True)
    assert states() == ["concept", *["gepubliceerd"] * 21]
    assert ("21 gepubliceerd." in after, "Er ontbreekt: een thema" in after, run.state) == (True, True, "klaar")
    assert ReviewStep.objects.count() == 21


def test_whoever_stops_it_keeps_what_was_done_whole_and_goes_on_later(client, curator):
    drafts(3)
    run = planned(curator)
    asked = []

    def stop_after_the_first(execute, sql, params, many, context):
        answer = execute(sql, params, many, context)
        if sql.startswith('INSERT INTO "initiatives_reviewstep"') and not asked:
            asked.append(press(client, run, "stoppen"))
        return answer

    with connection.execute_wrapper(stop_after_the_first):
        take_steps(run=run, now=NOW)
    halfway = outcomes(run)
    press(client, run, "verder")
    run.refresh_from_db()
    take_steps(run=run, now=NOW)

    assert halfway == ["gedaan", "wacht", "wacht"]
    assert (outcomes(run), set(states())) == (["gedaan"] * 3, {"gepubliceerd"})


def test_what_a_killed_worker_did_is_not_done_again(curator):
    drafts(2)
    run = planned(curator)
    seen = []

    def die_at_the_second(execute, sql, params, many, context):
        if sql.startswith('INSERT INTO "initiatives_reviewstep"'):
            seen.append(sql)
            if len(seen) == 2:
                raise KeyboardInterrupt
        return execute(sql, params, many, context)

    with pytest.raises(KeyboardInterrupt), connection.execute_wrapper(die_at_the_second):
        take_run_further(run_id=run.pk, user_id=curator.pk)
    halfway = (outcomes(run), states())
    take_run_further(run_id=run.pk, user_id=curator.pk)

    assert halfway == (["gedaan", "wacht"], ["gepubliceerd", "concept"])
    assert (outcomes(run), ReviewStep.objects.count()) == (["gedaan", "gedaan"], 2)


def test_taken_back_everything_is_as_it_was_but_for_what_changed_since(client, curator):
    draft, sent_in, changed = drafts(3)
    Initiative.objects.filter(pk=draft.pk).update(next_check_on=None)
    sender = library_member()
    take_step(initiative=sent_in, state="ingezonden", user=sender, now=NOW)
    run = planned(curator)
    take_steps(run=run, now=NOW)
    checked = Initiative.objects.get(pk=draft.pk).next_check_on
    take_step(initiative=changed, state="gearchiveerd", user=curator, now=NOW)

    press(client, run, "terugdraaien")
    [job] = ProcrastinateJob.objects.filter(task_name="initiatives.tasks.take_run_further")
    take_run_further(**job.args)

    assert checked is not None
    assert states() == ["concept", "ingezonden", "gearchiveerd"]
    draft.refresh_from_db()
    assert draft.next_check_on is None
    assert sorted(outcomes(run)) == ["gebleven", "teruggedraaid", "teruggedraaid"]
    page = page_of(client, run)
    assert ("2 teruggedraaid." in page, "en is nu gearchiveerd." in page) == (True, True)
    assert OutgoingMail.objects.filter(to=sender.email).count() == 1


def test_what_is_somebody_elses_by_now_is_refused(curator):
    province = ProvinceFactory()
    mine = publishable(LibraryFactory(province=province), publication_state="concept")
    publishable(LibraryFactory(province=ProvinceFactory()), publication_state="concept")
    user = province_curator(province)
    run = planned(user)

    take_steps(run=run, now=NOW)
    user.curatorships.all().delete()
    take_steps_back(run=run, user=type(user).objects.get(pk=user.pk), now=NOW)

    assert Initiative.objects.get(pk=mine.pk).publication_state == "gepubliceerd"
    assert sorted(outcomes(run)) == ["gebleven", "geweigerd"]


def test_what_went_meanwhile_stops_nothing(curator):
    first, second = drafts(2)
    run = planned(curator)
    first.delete()

    take_steps(run=run, now=NOW)

    second.refresh_from_db()
    assert second.publication_state == "gepubliceerd"


def test_buttons_that_cannot_be_pressed_now_say_so(client, curator):
    drafts(1)
    run = planned(curator)
    take_steps(run=run, now=NOW)

    answers = [press(client, run, button).content.decode() for button in ("stoppen", "verder")]

    assert ["Dat kan nu niet meer." in answer for answer in answers] == [True, True]
    assert press(client, run, "iets").status_code == 404


def test_the_page_costs_the_same_for_1_and_3(client, curator):
    InitiativeFactory(publication_state="concept")
    run = planned(curator)
    take_steps(run=run, now=NOW)
    one = number_of_queries(lambda: page_of(client, run))
    InitiativeFactory.create_batch(2, publication_state="concept")
    more = planned(curator)
    take_steps(run=more, now=NOW)

    assert number_of_queries(lambda: page_of(client, more)) == one
