"""What is given again from memory, to whom, and until when."""

from datetime import timedelta

import pytest
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.utils import timezone

from events.turns import next_turn
from remembering.choices import ContentKind
from remembering.memory import MEMORY, KeptPage, PageMemory
from remembering.models import ContentVersion
from remembering.pages import content_of, remembered
from tests.event_factories import EventDayFactory, EventFactory
from tests.factories import ThemeFactory, UserFactory

pytestmark = pytest.mark.django_db
ADDRESS = "http://testserver/themas/lezen/"


@pytest.fixture(autouse=True)
def nothing_remembered(settings):
    """An empty memory, and content with a version, which no test in a transaction changes."""
    settings.MOST_REMEMBERED = 10**6
    MEMORY.forget()
    yield
    MEMORY.forget()


@pytest.fixture
def theme():
    theme = ThemeFactory(slug="lezen", name="Lezen")
    ContentVersion.objects.update_or_create(
        kind="content", defaults={"version": "00000000-0000-0000-0000-000000000001"}
    )
    return theme


def test_the_second_time_a_page_takes_one_query_and_is_the_same(client, theme, django_assert_num_queries):
    made = client.get("/themas/lezen/")

    with django_assert_num_queries(1):
        again = client.get("/themas/lezen/")

    kept = ("ETag", "Vary", "Cache-Control", "Content-Type", "Content-Security-Policy", "X-Frame-Options")
    assert again.content == made.content
    assert {name: again[name] for name in kept} == {name: made[name] for name in kept}
    assert (again["Cache-Control"], "Cookie" in again["Vary"]) == ("no-cache", True)


def test_who_has_the_page_hears_only_that_it_still_holds(client, theme):
    etag = client.get("/themas/lezen/")["ETag"]

    same = client.get("/themas/lezen/", headers={"if-none-match": etag})
    other = client.get("/themas/lezen/", headers={"if-none-match": '"iets anders"'})

    assert (same.status_code, same.content, same["ETag"], other.status_code) == (304, b"", etag, 200)


def test_nothing_of_one_reader_is_kept_or_given_to_another(client, theme):
    client.get("/themas/lezen/?naam=Jansen")
    client.get("/themas/lezen/", headers={"HX-Request": "true"})
    client.head("/themas/lezen/")
    client.get("/themas/bestaat-niet/")
    client.get("/praktijkvoorbeelden/?q=schulden")
    client.get("/gemeenten/?zoek=apel")
    client.get("/gespreksnotitie/maken/?gemeente=Jansen")
    client.cookies["messages"] = "iets"
    client.get("/themas/lezen/")
    client.cookies.clear()
    client.force_login(UserFactory())
    client.get("/themas/lezen/")
    kept_of_one = MEMORY.size
    own = client.get("/themas/lezen/")
    client.logout()
    client.get("/themas/lezen/")
    client.force_login(UserFactory())
    mine = client.get("/themas/lezen/")

    assert kept_of_one == 0
    assert MEMORY.recall(ADDRESS)
    assert "ETag" not in own
    assert ("ETag" in mine, "Inloggen" in mine.content.decode()) == (False, False)


def test_an_answer_that_is_meant_for_one_reader_is_not_kept(rf, theme):
    def answer(request):
        response = HttpResponse("Dag", status=int(request.GET.get("status", 200)))
        if "cookie" in request.GET:
            response.set_cookie("keuze", "1")
        if "token" in request.GET:
            get_token(request)
        if "session" in request.GET:
            request.session["keuze"] = 1
        if "private" in request.GET:
            response["Cache-Control"] = "no-store"
        return response

    page = SessionMiddleware(remembered(parameters=("status", "cookie", "token", "session", "private"))(answer))
    kept = []
    for query in ("status=200", "status=404", "cookie=1", "token=1", "session=1", "private=1"):
        page(rf.get(f"/?{query}"))
        if MEMORY.recall(f"http://testserver/?{query}"):
            kept.append(query)

    assert kept == ["status=200"]


def test_it_holds_for_the_day_and_the_content_it_was_made_from(theme):
    now = timezone.now()
    made_from = content_of((ContentKind.CONTENT,), now)
    page = KeptPage.of(HttpResponse("Lezen"), made_from, now + timedelta(minutes=5))

    assert page.holds(made_from, now)
    assert not page.holds(made_from, now + timedelta(minutes=5))
    assert not page.holds(content_of((ContentKind.CONTENT,), now + timedelta(days=1)), now)
    ContentVersion.objects.update(version="00000000-0000-0000-0000-000000000002")
    assert not page.holds(content_of((ContentKind.CONTENT,), now), now)


def test_the_agenda_ends_when_registering_opens_or_ends_or_a_meeting_begins():
    now = timezone.now().replace(hour=10, minute=0, second=0, microsecond=0)
    opens, closes = now + timedelta(hours=1), now + timedelta(hours=3)
    today = timezone.localdate(now)
    assert next_turn(now) is None

    event = EventFactory(state="open", starts_on=today, ends_on=today, opens_at=opens, closes_at=closes)
    day = EventDayFactory(event=event, date=today, begins=timezone.localtime(now + timedelta(hours=2)).time())
    EventFactory(state="concept", starts_on=today, ends_on=today, opens_at=now + timedelta(minutes=1))

    turns = [next_turn(now), next_turn(opens), next_turn(day.begins_at), next_turn(closes)]
    assert turns == [opens, day.begins_at, closes, None]


def test_memory_lets_go_of_what_nobody_asked_for_longest(settings):
    settings.MOST_REMEMBERED = 3 * 12_000
    memory = PageMemory()
    page = KeptPage.of(HttpResponse(b"x" * 10_000), "v1", None)
    for address in "abc":
        memory.keep(address, page)
    memory.recall("a")

    memory.keep("d", page)
    memory.keep("d", page)

    assert ([address for address in "abcd" if memory.recall(address)], memory.size) == (["a", "c", "d"], 36_000)
