"""What is kept to let people log in."""

from datetime import timedelta

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models import Q
from django.utils import timezone

from retention.schedule import Basis, Own, holds_nothing_personal, keep

from .models import User

NEVER_USED = timedelta(days=180)
UNUSED = timedelta(days=730)
ENDED = timedelta(days=90)
TRIES_KEPT = timedelta(days=7)


def forget_accounts(*, now):
    """Deleted at night; an administrator's account once it is no longer active."""
    today = timezone.localdate(now)
    User.objects.filter(is_active=False, ended_on=None).update(ended_on=today)
    User.objects.filter(is_active=True).exclude(ended_on=None).update(ended_on=None)
    never = Q(
        last_login=None,
        date_joined__lt=now - NEVER_USED,
        is_superuser=False,
    )
    unused = Q(last_login__lt=now - UNUSED, is_superuser=False)
    User.objects.filter(never | unused | Q(ended_on__lte=today - ENDED)).delete()


def forget_tries(*, now):
    """Deleted at night, a week after the last try."""
    for model in (AccessAttempt, AccessFailureLog, AccessLog):
        model.objects.filter(attempt_time__lt=now - TRIES_KEPT).delete()


def forget_sessions(*, now):
    """Deleted at night, once their end has passed."""
    Session.objects.filter(expire_date__lt=now).delete()


def forget_noted_sessions(*, now):
    """Deleted at night, when the session is no longer there."""
    UserSession.objects.exclude(session_key__in=Session.objects.values("pk")).delete()


def forget_counts(*, now):
    """Deleted at night, once they count no longer."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM cache WHERE expires < %s", [now])


keep(
    "Account van een curator of bibliotheekmedewerker: e-mailadres, naam, wachtwoord, tweede stap en hoe vaak je mail "
    "wilt",
    why="Om in te loggen; daarvoor zijn cookies nodig",
    basis=Basis.REQUEST,
    how_long="Tot twee jaar na de laatste keer inloggen; nooit gebruikt een half jaar, niet meer actief 90 dagen. "
    "Van een beheerder zolang die beheerder is",
    tables=(User, Authenticator, EmailAddress, EmailConfirmation),
    own=(
        Own(User, "pk", ("email", "name", "date_joined", "last_login", "is_superuser")),
        Own.in_words(
            Authenticator,
            "user",
            {
                "type": "soort",
                "created_at": "ingesteld op",
                "last_used_at": "laatst gebruikt op",
            },
        ),
    ),
    forget=forget_accounts,
)
keep(
    "Dat je bent ingelogd, welke voorbeelden je koos voor een gespreksnotitie, of wat je zonder account bewaart in "
    "‘Mijn lijst’, met je notities; daarvoor is een cookie nodig, die je pas krijgt als je inlogt, kiest of bewaart",
    why="Om te onthouden wie je bent, wat je koos of bewaarde, terwijl je verder kijkt",
    basis=Basis.REQUEST,
    how_long="Twee weken; als curator tot acht uur na de laatste pagina achter het inloggen, hooguit twaalf uur",
    tables=(Session,),
    forget=forget_sessions,
)
keep(
    "Waar je bent ingelogd: soort browser, internetadres en sinds wanneer; en een cookie in je browser, waaruit niet "
    "te lezen is wie je bent",
    why="Om je te laten zien waar je bent ingelogd, en je te mailen als iemand dat met een andere browser doet",
    basis=Basis.INTEREST,
    how_long="Tot de nacht nadat je daar bent uitgelogd of het inloggen afloopt; de cookie een jaar",
    tables=(UserSession,),
    own=(
        Own.in_words(
            UserSession,
            "user",
            {
                "user_agent": "soort browser",
                "ip": "internetadres",
                "created_at": "ingelogd op",
            },
        ),
    ),
    forget=forget_noted_sessions,
)
keep(
    "Mislukte pogingen om in te loggen: e-mailadres, internetadres en soort browser",
    why="Om raden van wachtwoorden tegen te houden",
    basis=Basis.INTEREST,
    how_long="Een week",
    tables=(AccessAttempt, AccessFailureLog, AccessLog),
    own=(
        Own.in_words(
            AccessAttempt,
            "username",
            {
                "attempt_time": "geprobeerd op",
                "ip_address": "internetadres",
                "user_agent": "soort browser",
            },
        ),
    ),
    forget=forget_tries,
)
keep(
    "Hoe vaak vanaf een internetadres of voor een e-mailadres is geprobeerd in te loggen",
    why="Om raden van wachtwoorden tegen te houden",
    basis=Basis.INTEREST,
    how_long="Hooguit een dag",
    forget=forget_counts,
)
# rights that we do not use, and names of tables
holds_nothing_personal(Group, Permission, ContentType)
