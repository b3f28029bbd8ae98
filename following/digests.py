"""The digest: what is new of all that somebody follows, once, and only when there is something."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from mail.outgoing import mail_html, mail_text, queue_mail

from .actions import about
from .links import dismiss_address, own_address, stop_address
from .models import Follower, News
from .news import items_of
from .noting import note_news
from .subjects import subject_of

MOST_ITEMS = 30  # per mail; the rest is on the site


@dataclass(frozen=True)
class NewsOfFollow:
    """What is new of one thing that is followed; ``items`` are (item, address to hear no more of it)."""

    follow: object
    items: list


def send_digests(*, now):
    """Mail every follower who is due, each in a transaction of its own: whatever dies, nothing is told twice."""
    note_news(now=now)
    for pk in due(now).values_list("pk", flat=True):
        with transaction.atomic():
            follower = due(now).select_for_update().filter(pk=pk).first()
            if follower:
                tell(follower, now)


def due(now):
    """Who was not told yet today, or this week."""
    day = timezone.localtime(now).replace(
        hour=0,
        minute=0,
        second=0,
        microsecond=0,
    )
    return Follower.objects.due(
        day_began_at=day,
        week_began_at=day - timedelta(days=day.weekday()),
    )


def tell(follower, now):
    """Queue the digest where there is something, and write down until when they were told."""
    parts, left_out = parts_for(follower, now)
    if parts:
        queue_digest(follower, parts, left_out)
    follower.told_until = now
    follower.save(update_fields=["told_until"])


def parts_for(follower, now):
    """What is new per thing that is followed, each item once; and how many did not fit."""
    news = News.objects.between(follower.told_until, now).exclude(
        dismissals__follower=follower
    )
    items = items_of(
        list(news.order_by("-changed_at", "pk")),
        follower.told_until,
    )
    parts = []
    mentioned = set()
    for follow in follower.follows.confirmed():
        new = [
            item for item in items_for(follow, items) if item.number not in mentioned
        ]
        shown = new[: max(MOST_ITEMS - len(mentioned), 0)]
        mentioned.update(item.number for item in new)
        if shown:
            parts.append(
                NewsOfFollow(
                    follow,
                    [(item, dismiss_address(follower, item.news)) for item in shown],
                )
            )
    shown_count = sum(len(part.items) for part in parts)
    return parts, len(mentioned) - shown_count


def items_for(follow, items):
    """Those that came or changed since this was followed, and belong to it; none where its page is gone."""
    subject = subject_of(follow.address)
    if subject is None:
        return []
    theirs = []
    for item in items:
        if item.number in subject.numbers and item.at > follow.confirmed_at:
            theirs.append(item)
    return theirs


def queue_digest(follower, parts, left_out):
    """Queue the mail, with the address that ends it all in one press."""
    context = {
        "follower": follower,
        "parts": parts,
        "left_out": left_out,
        "since": follower.told_until,
        "own_page": own_address(follower),
        "stop": stop_address(follower),
        "site": settings.SITE_ADDRESS,
    }
    count = sum(len(part.items) for part in parts) + left_out
    queue_mail(
        to=follower.email,
        subject=f"{count} keer nieuws op Bieb Netwerk over wat je volgt",
        body=mail_text("following/email/digest.txt", context),
        html=mail_html("following/email/digest.html", context),
        unsubscribe=context["stop"],
        about=about(follower),
    )
