"""Polls: one vote per browser, nothing of who votes, the result after voting or after the end."""

import re
from time import time

import pytest
from django.core import signing
from django.test import Client

from contact.forms import MOMENT
from mail.models import OutgoingMail
from polls.models import Poll, Vote
from polls.result import PollResult
from tests.factories import ProvinceFactory
from tests.poll_factories import PollFactory, VoteFactory, days_from_now
from tests.queries import number_of_queries
from tests.role_factories import national_curator, province_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
BALLOT = re.compile(r'name="ballot" value="([^"]+)"')


@pytest.fixture
def poll():
    return PollFactory(slug="open", statement="Elke dag open")


def minute_ago():
    return signing.dumps(time() - 60, salt=MOMENT)


def ballot_of(client, slug="open"):
    return BALLOT.search(client.get(f"/peilingen/{slug}/").content.decode()).group(1)


def vote(client, slug="open", **fields):
    typed = {"opinion": "eens", "motive": "", "shown_at": minute_ago(), "website": ""}
    if "ballot" not in fields:
        typed["ballot"] = ballot_of(client, slug)
    return client.post(f"/peilingen/{slug}/", typed | fields)


def text_of(client, slug="open"):
    return client.get(f"/peilingen/{slug}/").content.decode()


def test_the_result_shows_after_voting_and_a_browser_votes_once(client, poll):
    VoteFactory.create_batch(2, poll=poll, opinion="oneens")
    other = Client()
    another_form = ballot_of(client)

    assert "<h2>De uitslag" not in text_of(client)
    assert vote(client).status_code == 302
    assert "De uitslag tot nu toe" in text_of(client)
    assert "<h2>De uitslag" not in text_of(other)
    assert vote(client, ballot=another_form).status_code == 200
    assert Vote.objects.filter(poll=poll).count() == 3
    assert "<td>33%</td>" in text_of(client)


def test_the_same_form_counts_once_and_none_of_another_poll_counts(client, poll):
    ballot = ballot_of(client)
    PollFactory(slug="ander")
    vote(Client(), ballot=ballot)
    vote(Client(), ballot=ballot, opinion="oneens")
    statuses = [vote(Client(), slug="ander", ballot=text).status_code for text in (ballot, "", "onzin")]

    assert list(Vote.objects.values_list("opinion", flat=True)) == ["eens"]
    assert statuses == [422, 422, 422]


def test_the_cookie_says_where_and_nothing_keeps_who(client, poll):
    answer = vote(client)
    cookie = answer.cookies["peilingen"]

    assert cookie.value.split(":")[0] == str(poll.pk)
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert {field.name for field in Vote._meta.local_fields} == {
        "id",
        "poll",
        "ballot",
        "opinion",
        "motive",
        "motive_state",
        "voted_on",
    }
    forged = Client()
    forged.cookies["peilingen"] = f"{poll.pk}:onzin"
    assert "<h2>De uitslag" not in text_of(forged)
    assert client.get("/peilingen/open/")["Cache-Control"] == "private, no-cache"
    assert "Cookie" in client.get("/peilingen/open/")["Vary"]


def test_a_motive_waits_for_a_curator(client, poll):
    national_curator(work_mail="meteen")
    vote(client)
    vote(Client(), motive="Omdat het <b>moet</b>.")
    subjects = list(OutgoingMail.objects.values_list("subject", flat=True))
    before = text_of(client)
    client.force_login(national_curator())
    data = {"action": "place_motives", "_selected_action": [Vote.objects.get(motive_state="wacht").pk]}
    client.post("/beheer/polls/vote/", data)
    shown = text_of(client)
    data["action"] = "refuse_motives"
    client.post("/beheer/polls/vote/", data)

    texts = (before, shown, text_of(client))
    assert ["Omdat het &lt;b&gt;moet" in text for text in texts] == [False, True, False]
    assert Vote.objects.count() == 2
    assert subjects == [f"Motief bij de peiling ‘{poll}’"]


def test_motives_that_wait_are_counted_for_national_curators_only(client, poll):
    VoteFactory(poll=poll)
    VoteFactory(poll=poll, motive_state="geplaatst")
    found = {}
    for name, user in {"nation": national_curator(), "province": province_curator(ProvinceFactory())}.items():
        client.force_login(user)
        to_dos = client.get("/beheer/").context["to_dos"]
        found[name] = [to_do.count for to_do in to_dos if to_do.label == "motieven"]

    assert found == {"nation": [1], "province": []}


def test_days_decide_what_shows(client):
    days = {"komt": (1, 9), "eerste": (0, 9), "laatste": (-9, 0), "voorbij": (-9, -1)}
    for slug, (first, last) in days.items():
        PollFactory(slug=slug, statement=slug.upper(), starts_on=days_from_now(first), ends_on=days_from_now(last))
    VoteFactory(poll=Poll.objects.get(slug="voorbij"), motive_state="geplaatst")
    found = {slug: client.get(f"/peilingen/{slug}/").status_code for slug in days}
    running = client.get("/peilingen/").content.decode().partition("<h2>Eerder</h2>")

    assert found == {"komt": 404, "eerste": 200, "laatste": 200, "voorbij": 200}
    assert ["LAATSTE" in running[0], "VOORBIJ" in running[0], "VOORBIJ" in running[2]] == [True, False, True]
    assert "KOMT" not in "".join(running)
    assert "1 eens, 0 oneens" in running[2]
    assert "<h2>De uitslag</h2>" in text_of(client, "voorbij")
    assert client.post("/peilingen/voorbij/", {"opinion": "eens"}).status_code == 200
    assert Vote.objects.count() == 1


def test_without_polls_the_page_says_how_it_starts(client):
    assert "Er loopt nu geen peiling" in client.get("/peilingen/").content.decode()


def test_what_is_wrong_is_told_and_robots_count_for_nothing(client, poll):
    wrong = [{"opinion": ""}, {"opinion": "onzin"}, {"motive": "x" * 601}, {"shown_at": ""}]
    statuses = [vote(client, **fields).status_code for fields in wrong]
    robot = vote(client, website="x")

    assert (statuses, robot.status_code, Vote.objects.count()) == ([422] * 4, 302, 0)
    assert "peilingen" not in robot.cookies


def test_one_place_has_a_limit(poll):
    statuses = [vote(Client()).status_code for _ in range(61)]

    assert statuses == [302] * 60 + [429]


def test_what_people_voted_on_stays_what_it_was(client, poll):
    client.force_login(national_curator())
    VoteFactory(poll=poll)
    page = f"/beheer/polls/poll/{poll.pk}/change/"
    days = {"starts_on": "01-01-2026", "ends_on": "31-12-2026"}
    client.post(page, days | {"statement": "Iets anders", "slug": "anders", "explanation": "Uitleg"})
    poll.refresh_from_db()

    assert (poll.statement, poll.slug, poll.explanation) == ("Elke dag open", "open", "Uitleg")


@pytest.mark.parametrize(
    ("votes", "percents"),
    [((0, 0), (0, 0)), ((1, 2), (33, 67)), ((1, 1), (50, 50)), ((1, 199), (1, 99)), ((2, 0), (100, 0))],
)
def test_shares_are_a_hundred_together(votes, percents):
    result = PollResult(*votes)

    assert (result.agree_percent, result.disagree_percent) == percents


def test_pages_have_as_many_queries_for_one_as_for_three(client, poll):
    over = PollFactory(slug="over", ends_on=days_from_now(-1))
    counts = []
    for _ in range(2):
        VoteFactory.create_batch(2, poll=over, motive_state="geplaatst")
        PollFactory(ends_on=days_from_now(-1))
        pages = ("/peilingen/", "/peilingen/over/", "/peilingen/open/")
        counts.append(number_of_queries(lambda pages=pages: [client.get(page) for page in pages]))

    assert counts[0] == counts[1]
