"""The secret links in a mail to a follower; each does one thing, and no form tells whether an address has one."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from visitors.signed_links import row_named

from .models import Follow, Follower, News

# a link made for something else is no link for this
CONFIRM = Signer(salt="volgen-bevestigen")
OWN_PAGE = Signer(salt="volgen-eigen-pagina")
STOP = Signer(salt="volgen-afmelden")
DISMISS = Signer(salt="volgen-niet-meer")


def confirm_address(follow):
    """Where a follow is confirmed."""
    return address_of("follow_confirm", CONFIRM.sign(follow.pk))


def own_address(follower):
    """The page with all that somebody follows."""
    return settings.SITE_ADDRESS + own_path(follower)


def own_path(follower):
    """The same within the site."""
    return reverse(
        "following:follower_detail",
        args=[OWN_PAGE.sign(follower.pk)],
    )


def stop_address(follower):
    """Where one press, or one request of a mail program, ends it all."""
    return settings.SITE_ADDRESS + stop_path(follower)


def stop_path(follower):
    """The same within the site."""
    return reverse(
        "following:follower_stop",
        args=[STOP.sign(follower.pk)],
    )


def dismiss_address(follower, news):
    """Where somebody asks not to hear of one page any more."""
    return address_of(
        "news_dismiss",
        DISMISS.sign(f"{follower.pk}-{news.pk}"),
    )


def address_of(name, token):
    """The address of a page behind a secret link, as a mail has it."""
    return settings.SITE_ADDRESS + reverse(f"following:{name}", args=[token])


def follow_of(token):
    """What a link to confirm is of; ``None`` where it is not ours, or gone."""
    return row_named(
        Follow.objects.select_related("follower"),
        CONFIRM,
        token,
    )


def follower_of(token):
    """Whose own page a link opens; ``None`` where it is not ours, or gone."""
    return row_named(Follower.objects.all(), OWN_PAGE, token)


def leaver_of(token):
    """Whom a link stops mailing; ``None`` where it is not ours, or gone."""
    return row_named(Follower.objects.all(), STOP, token)


def dismissed_by(token):
    """(follower, news) of a link to hear no more of something; ``None`` for what is not ours, or gone."""
    try:
        follower, news = DISMISS.unsign(token).split("-")
    except BadSignature:
        return None, None
    return (
        Follower.objects.filter(pk=follower).first(),
        News.objects.filter(pk=news).first(),
    )
