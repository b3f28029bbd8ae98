"""How much mail forms may cause: an address on a form may be anybody's, and whoever fills it in is nobody we know."""

from datetime import timedelta

from django.conf import settings

from visitors.limits import is_allowed, is_allowed_for

MOST_TO_ONE = 20  # forms with the same address on them, in a day
MOST_CHANGES = 20  # of the sessions of one person, in a day: every change is mailed
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
TOO_OFTEN = "Vanaf dit internetadres zijn nu heel veel formulieren verstuurd. Probeer het over een uur nog eens."
TO_ONE = (
    "Naar {} ging vandaag al veel mail over inschrijvingen. Vul een ander adres "
    "in, of probeer het morgen nog eens."
)
CHANGED_OFTEN = (
    "Je hebt je deelsessies vandaag al vaak veranderd. Probeer het morgen nog eens."
)


def why_not_sent(request, addresses, now):
    """Count a form by which these addresses are mailed; why it cannot be sent now, or nothing where it can.

    A visitor may have so many addresses mailed in an hour, and an address is mailed about so many forms in a day.
    """
    if not is_allowed(
        request,
        "inschrijven",
        at_most=settings.BOOKINGS_PER_HOUR,
        per=HOUR,
        now=now,
        times=len(addresses),
    ):
        return TOO_OFTEN
    for address in addresses:
        if not is_allowed_for(
            address,
            "mail over inschrijving",
            at_most=MOST_TO_ONE,
            per=DAY,
            now=now,
        ):
            return TO_ONE.format(address)
    return ""


def may_change_sessions(registration, now):
    """Count a change of sessions and say whether it is within the limit."""
    return is_allowed_for(
        str(registration.pk),
        "deelsessies",
        at_most=MOST_CHANGES,
        per=DAY,
        now=now,
    )
