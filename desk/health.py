"""Whether the site is well: each part with how it is, since when not, and what somebody can do."""

import shutil
from datetime import timedelta
from math import ceil

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db.models import Count, Max, Min
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from backup.models import BackupRun
from curation.models import CheckedLink
from replicas.standing import STANDING, has_replica
from search.documents.rebuilding import number_to_do, outdated_kinds
from search.layout import is_layout_current
from search.meaning.model import is_available as finds_by_meaning
from search.models import ChangedObject
from wording.numbers import amount, counted

from .health_of_tasks import mail_part, work_part
from .health_part import GOOD, LOOK, WRONG, HealthPart

BACKUP_AGE = timedelta(hours=26)  # one a night, and two hours for a large one
LINKS_AGE = timedelta(days=3)
MANY_CHANGES = 1_000  # the worker writes more than that in a minute
LITTLE_ROOM = {WRONG: 0.05, LOOK: 0.15}  # free part of a disk
GIGABYTE = 1024**3


def parts_of_the_site(now):
    """Every part, in the order in which readers would notice that it is not well."""
    return [
        mail_part(now),
        work_part(now),
        search_part(),
        backup_part(now),
        links_part(now),
        *files_part(),
        *replica_part(),
        disk_part(),
    ]


def search_part():
    """Whether what changed can be found."""
    waiting = ChangedObject.objects.count()
    if not is_layout_current():
        left = number_to_do(today=timezone.localdate(), kinds=outdated_kinds())
        pages = counted(left, "pagina", "pagina’s")
        says = f"Deze versie van de site zet het zoeken opnieuw klaar: nog {pages} te gaan."
        return HealthPart(
            "Zoeken",
            LOOK,
            says,
            to_do="Wacht tot het klaar is. Wordt het getal niet kleiner, kijk dan of het achtergrondwerk draait.",
        )
    if waiting >= MANY_CHANGES:
        says = f"{amount(waiting)} wijzigingen zijn nog niet te vinden."
        return HealthPart(
            "Zoeken", LOOK, says, to_do="Kijk of het achtergrondwerk draait."
        )
    if not finds_by_meaning():
        says = "Zoeken op woorden werkt. Zoeken op betekenis staat uit."
        return HealthPart(
            "Zoeken",
            LOOK,
            says,
            to_do="Wil je dat ook, installeer dan requirements-meaning.txt.",
        )
    return HealthPart(
        "Zoeken", GOOD, "Alles wat veranderde is te vinden, of wordt nu klaargezet."
    )


def backup_part(now):
    """Whether what is here can be put back."""
    last = BackupRun.objects.first()
    whole = BackupRun.objects.whole().first()
    since = whole.started_at if whole else None
    says = ""
    if not settings.BACKUP_EVERY_NIGHT:
        says = (
            "Volgens de instellingen van deze webserver komt er ’s nachts geen back-up."
        )
        to_do = "Zet in BACKUP_DIR waar ze mogen komen, ook bij het achtergrondwerk."
    elif last and last.problem:
        says = f"De laatste lukte niet. {last.problem}"
        to_do = "Los dit op vóór de nacht."
    elif whole is None or since < now - BACKUP_AGE:
        says = "Van de afgelopen 26 uur is geen back-up bekend."
        to_do = "Kijk of het achtergrondwerk draait, en of het BACKUP_DIR heeft."
    if says:
        return HealthPart("Back-ups", WRONG, says, since, to_do)
    to_do = "Probeer elke drie maanden of je hem terug kunt zetten."
    return HealthPart(
        "Back-ups",
        GOOD,
        what_is_kept(whole),
        to_do=to_do,
    )


def what_is_kept(run):
    """The newest back-up in words."""
    made_at = date_format(timezone.localtime(run.started_at), "DATETIME_FORMAT")
    how = "niet versleuteld"
    if run.is_encrypted:
        how = "versleuteld"
    return f"De nieuwste is van {made_at}: {run.file_name}, {run.size / 1024**2:.0f} MB, {how}."


def links_part(now):
    """Whether web addresses still lead somewhere, and whether anybody looks."""
    checked_at = CheckedLink.objects.aggregate(at=Max("checked_at"))["at"]
    broken = CheckedLink.objects.broken().aggregate(
        count=Count("pk"),
        since=Min("broken_since"),
    )
    link = reverse("admin:curation_checkedlink_changelist")
    if checked_at and checked_at < now - LINKS_AGE:
        says = "Webadressen zijn al dagen niet nagekeken."
        return HealthPart(
            "Links",
            LOOK,
            says,
            checked_at,
            "Kijk of het achtergrondwerk draait.",
            link,
        )
    if broken["count"]:
        addresses = counted(broken["count"], "webadres leidt", "webadressen leiden")
        says = f"{addresses} nergens meer heen."
        return HealthPart(
            "Links",
            LOOK,
            says,
            broken["since"],
            "Verbeter ze, of haal ze weg.",
            f"{link}?stand=kapot",
        )
    return HealthPart("Links", GOOD, "Geen enkel nagekeken webadres is kapot.")


def files_part():
    """Whether the bucket of uploaded files answers; nothing where they are in a folder."""
    if isinstance(default_storage, FileSystemStorage):
        return []
    if default_storage.is_reachable():
        return [
            HealthPart("Bestanden", GOOD, "De opslag van foto’s en documenten is er.")
        ]
    says = "Foto’s en documenten zijn niet te bereiken, en nieuwe worden niet bewaard."
    to_do = "Kijk of de opslag werkt, en of de sleutel nog geldt (MEDIA_BUCKET)."
    return [HealthPart("Bestanden", WRONG, says, to_do=to_do)]


def replica_part():
    """Whether the second database keeps up; nothing where there is none."""
    if not has_replica():
        return []
    behind = STANDING.measured()
    if STANDING.is_close():
        says = f"De kopie van de database loopt hooguit {ceil(behind)} s achter."
        return [HealthPart("Kopie van de database", GOOD, says)]
    says = "De kopie is weg of loopt achter. De site leest alles uit de database zelf."
    to_do = "Kijk of de tweede database draait en bijhoudt (DATABASE_REPLICA_URL)."
    return [HealthPart("Kopie van de database", LOOK, says, to_do=to_do)]


def disk_part():
    """Whether there is room: the fullest disk of those that we write on."""
    usages = []
    for folder in (settings.MEDIA_ROOT, settings.BACKUP_DIR, settings.VAR_DIR):
        if folder.exists():
            usages.append(shutil.disk_usage(folder))
    fullest = min(usages, key=lambda usage: usage.free / usage.total)
    free = fullest.free / fullest.total
    says = f"Er is {fullest.free / GIGABYTE:.0f} GB vrij van {fullest.total / GIGABYTE:.0f} GB."
    for state, part in LITTLE_ROOM.items():
        if free < part:
            return HealthPart(
                "Schijf",
                state,
                says,
                to_do="Maak ruimte, of neem een grotere schijf.",
            )
    return HealthPart("Schijf", GOOD, says)
