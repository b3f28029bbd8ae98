"""What is kept of who works in the curators' room, and of work that failed."""

from datetime import timedelta

from asgiref.sync import async_to_sync
from django.contrib.admin.models import LogEntry
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import (
    ProcrastinateEvent,
    ProcrastinateJob,
    ProcrastinatePeriodicDefer,
)
from procrastinate.manager import JobManager

from retention.schedule import Basis, Own, holds_nothing_personal, keep

from .models import (
    CheckedLink,
    Comparison,
    FormerAddress,
    Merge,
    OpenForm,
    SavedView,
    TaskFailure,
)

LOG_KEPT = timedelta(days=365)
FAILURES_KEPT = timedelta(days=90)
FINISHED_HOURS = 7 * 24
FAILED_HOURS = 90 * 24


def forget_log(*, now):
    """Deleted at night, after its year, or with the account; it names nothing but numbers."""
    LogEntry.objects.filter(action_time__lt=now - LOG_KEPT).delete()


def forget_failures(*, now):
    """Deleted when the work succeeds, or at night after 90 days."""
    TaskFailure.objects.filter(failed_at__lt=now - FAILURES_KEPT).delete()


def forget_open_forms(*, now):
    """Deleted when the form is saved, or at night once it no longer counts as open."""
    OpenForm.objects.filter(until__lt=now).delete()


def forget_merges(*, now):
    """Deleted at night after 90 days; who did it goes with the account."""
    Merge.objects.outdated(now).delete()


def forget_jobs(*, now):
    """Deleted at night, a week after they went well and 90 days after they failed or were called off."""
    delete = async_to_sync(JobManager(DjangoConnector()).delete_old_jobs)
    delete(nb_hours=FINISHED_HOURS)
    delete(
        nb_hours=FAILED_HOURS,
        include_failed=True,
        include_cancelled=True,
        include_aborted=True,
    )


keep(
    "Wat een curator of beheerder wanneer veranderde, zonder namen van anderen",
    why="Om te kunnen nagaan wat er gebeurde",
    basis=Basis.INTEREST,
    how_long="Een jaar, of tot het account weg is",
    tables=(LogEntry,),
    own=(
        Own.in_words(
            LogEntry,
            "user",
            {"action_time": "veranderd op", "object_repr": "wat"},
        ),
    ),
    forget=forget_log,
)
keep(
    "Lijsten die een curator bewaart om terug te zien",
    why="Om sneller te werken",
    basis=Basis.REQUEST,
    how_long="Tot de curator ze weggooit, of tot het account weg is",
    tables=(SavedView,),
    own=(Own(SavedView, "user", ("list_name", "name", "query")),),
    goes="Goes with the account.",
)
keep(
    "Welk formulier een curator nu open heeft",
    why="Om een ander te laten zien dat iemand ermee bezig is",
    basis=Basis.INTEREST,
    how_long="Tot het bewaard is, hooguit tot de volgende nacht",
    tables=(OpenForm,),
    forget=forget_open_forms,
)
keep(
    "Waarom werk op de achtergrond mislukte; daarin kan een e-mailadres staan",
    why="Om het te herstellen",
    basis=Basis.INTEREST,
    how_long="Tot het alsnog lukt, hooguit 90 dagen",
    tables=(TaskFailure,),
    forget=forget_failures,
)
keep(
    "Wie wat samenvoegde, met wat daarbij dubbel was, zoals een bibliotheekmedewerker die bij allebei stond",
    why="Om samenvoegen terug te kunnen draaien",
    basis=Basis.INTEREST,
    how_long="90 dagen",
    tables=(Merge,),
    own=(Own(Merge, "user", ("model", "kept_name", "gone_name", "merged_at")),),
    forget=forget_merges,
)
keep(
    "Werk op de achtergrond, zoals mail versturen: alleen nummers",
    why="Om het te doen, ook als het niet meteen lukt",
    basis=Basis.INTEREST,
    how_long="Een week, mislukt werk 90 dagen",
    tables=(ProcrastinateJob, ProcrastinateEvent),
    forget=forget_jobs,
)
holds_nothing_personal(
    CheckedLink,
    Comparison,
    FormerAddress,
    ProcrastinatePeriodicDefer,
)
