"""Asking to follow, confirming that, and stopping."""

from datetime import datetime, timedelta

from django.db import transaction

from mail.outgoing import forget_mail_about, mail_text, queue_mail

from .choices import Rhythm
from .links import confirm_address
from .models import Dismissal, Follow, Follower, News
from .subjects import Followable

UNCONFIRMED_KEPT = timedelta(days=7)


@transaction.atomic
def ask_to_follow(
    *,
    email: str,
    subject: Followable,
    rhythm: Rhythm,
    now: datetime,
) -> None:
    """Keep what somebody wants to follow, and mail a link that confirms it; who follows it already gets one too.

    The mail has fixed words: a title may hold what was searched for, and anybody may fill in any address.
    """
    follower = Follower.objects.filter(email__iexact=email).first()
    if follower is None:
        follower, _ = Follower.objects.get_or_create(
            email=email.lower(),
            defaults={"rhythm": rhythm, "told_until": now},
        )
    follow, _ = Follow.objects.get_or_create(
        follower=follower,
        address=subject.address,
        defaults={"title": subject.title, "asked_at": now},
    )
    context = {"address": confirm_address(follow)}
    queue_mail(
        to=follower.email,
        subject="Wil je dit volgen op Bieb Netwerk?",
        body=mail_text("following/email/confirm.txt", context),
        about=about(follower),
    )


@transaction.atomic
def confirm(*, follow: Follow, now: datetime) -> None:
    """Follow from now on; a second press changes nothing. The first thing that is followed begins the digests."""
    follower = Follower.objects.select_for_update().get(pk=follow.follower_id)
    if follow.confirmed_at:
        return
    if not follower.follows.confirmed().exists():
        follower.told_until = now
        follower.save(update_fields=["told_until"])
    follow.confirmed_at = now
    follow.save(update_fields=["confirmed_at"])


@transaction.atomic
def end(*, follow: Follow) -> bool:
    """Follow one thing no longer; who follows nothing any more is forgotten. Returns whether somebody was."""
    follow.delete()
    if follow.follower.follows.exists():
        return False
    stop(follower=follow.follower)
    return True


@transaction.atomic
def stop(*, follower: Follower) -> None:
    """Forget a follower, with the mail that still waits."""
    forget_mail_about(about(follower))
    follower.delete()


def dismiss(*, follower: Follower, news: News) -> None:
    """Tell somebody no more of one page."""
    Dismissal.objects.get_or_create(
        follower=follower,
        news=news,
    )


def about(follower: Follower) -> str:
    """The word for mail to a follower: it is not sent when they stop."""
    return f"volger-{follower.pk}"
