"""What is new for everybody: a page with all since a day, and feeds of lists of results."""

from datetime import date, datetime, time, timedelta
from urllib.parse import urljoin

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from search.models import SearchDocument
from search.registry import kinds_in_order
from visitors.asked import asked_text

from .models import News
from .news import items_of
from .subjects import subject_of

PER_PAGE = 30
UNASKED = timedelta(days=30)
FEED_ITEMS = 50
FIRST_DAY = date(2001, 1, 1)
NO_DAY = "Vul een dag in die er al was, zoals 01-11-2026."


@require_safe
def news_list(request):
    """What came and changed since a day, of all kinds or one."""
    now = timezone.now()
    day, problem = asked_day(request, timezone.localdate(now))
    since = timezone.make_aware(datetime.combine(day, time.min))
    news = (
        News.objects.between(since - timedelta(microseconds=1), now)
        .on_the_site()
        .order_by("-changed_at", "pk")
    )
    kinds = kinds_with_counts(news)
    chosen = asked_text(request.GET, "soort")
    if chosen in {kind.name for kind, _ in kinds}:
        news = news.filter(kind=chosen)
    page = Paginator(news, PER_PAGE).get_page(request.GET.get("pagina"))
    status = 200
    if problem:
        status = 422
    context = {
        "page": page,
        "items": items_of(page.object_list, since),
        "day": day,
        "problem": problem,
        "kinds": kinds,
        "chosen": chosen,
        "query": f"sinds={day}&soort={chosen}",
    }
    return render(request, "following/news_list.html", context, status=status)


def asked_day(request, today):
    """(the day since which, what is wrong with what was asked); a month ago where nobody asks."""
    text = asked_text(request.GET, "sinds", longest=20)
    unasked = today - UNASKED
    if not text:
        return unasked, ""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return unasked, NO_DAY
    if not FIRST_DAY <= day <= today:
        return unasked, NO_DAY
    return day, ""


def kinds_with_counts(news):
    """[(kind, how many are new or changed)] of the kinds that have any."""
    counts = news.counts()
    return [
        (kind, counts[kind.name]) for kind in kinds_in_order() if kind.name in counts
    ]


@require_safe
def initiative_atom(request):
    """A feed of the overview of examples, narrowed by the same query string."""
    return atom(request, reverse("initiatives:initiative_list"))


@require_safe
def search_atom(request):
    """A feed of the search of everything, narrowed by the same query string."""
    return atom(request, reverse("search:search"))


def atom(request, path):
    """The newest of what a list of results holds, by when it came or changed."""
    site = f"{request.scheme}://{request.get_host()}"
    subject = subject_of(f"{path}?{request.META.get('QUERY_STRING', '')}")
    if subject is None:
        return HttpResponse(
            "Deze zoekvraag kunnen we niet lezen.",
            content_type="text/plain",
            status=400,
        )
    feed = Atom1Feed(
        title=f"Bieb Netwerk: {subject.title}",
        link=f"{site}{subject.address}",
        description="",
        feed_url=request.build_absolute_uri(),
        language="nl",
    )
    for item in newest(subject):
        feed.add_item(
            title=item.title,
            link=urljoin(site, item.url),
            description=item.summary,
            updateddate=item.at,
            pubdate=item.news.published_at,
            unique_id=f"{site}/nieuw/#{item.news.pk}",
            unique_id_is_permalink=False,
            categories=[item.kind],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def newest(subject):
    """The items of a list, newest first."""
    documents = SearchDocument.objects.numbered(subject.numbers)
    news = News.objects.of_documents(documents).order_by("-changed_at", "pk")[
        :FEED_ITEMS
    ]
    return items_of(list(news), timezone.now())
