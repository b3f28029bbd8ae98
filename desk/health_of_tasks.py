"""Whether mail leaves and background work is done."""

from datetime import timedelta

from django.db.models import Count, Max, Min
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateWorker

from curation.failures import jobs_given_up
from curation.models import TaskFailure
from mail.models import OutgoingMail
from mail.outgoing import send_outgoing_mail
from wording.numbers import counted

from .health_part import GOOD, LOOK, WRONG, HealthPart

WORKER_SILENT = timedelta(minutes=2)  # it gives a sign of life every ten seconds


def mail_part(now):
    """Whether mail leaves."""
    overdue = OutgoingMail.objects.overdue(now).aggregate(
        count=Count("pk"),
        since=Min("made_at"),
    )
    if overdue["count"]:
        mails = counted(overdue["count"], "mail wacht", "mails wachten")
        says = f"{mails} langer dan een uur."
        to_do = "Kijk of de mailserver werkt (EMAIL_HOST). Stuur de mails daarna opnieuw bij Mislukte taken."
        return HealthPart(
            "Mail",
            WRONG,
            says,
            overdue["since"],
            to_do,
            reverse("curator:failed_tasks"),
        )
    refused = TaskFailure.objects.filter(task=send_outgoing_mail.name).count()
    if refused:
        mails = counted(refused, "mail", "mails")
        says = f"Versturen van {mails} lukte nog niet. De site probeert het vanzelf opnieuw, een dag lang."
        to_do = "Kijk of de mailserver werkt (EMAIL_HOST)."
        return HealthPart("Mail", LOOK, says, to_do=to_do)
    return HealthPart("Mail", GOOD, "Er wacht geen mail langer dan een uur.")


def work_part(now):
    """Whether background work is done."""
    seen_at = ProcrastinateWorker.objects.aggregate(at=Max("last_heartbeat"))["at"]
    failed = jobs_given_up()
    number = failed.count()
    if seen_at is None or seen_at < now - WORKER_SILENT:
        says = "Het achtergrondwerk draait niet: er gaat geen mail weg en zoeken raakt achter."
        to_do = (
            "Start het opnieuw, bijvoorbeeld met: systemctl restart bieb-netwerk-worker"
        )
        return HealthPart("Achtergrondwerk", WRONG, says, seen_at, to_do)
    if number:
        tasks = counted(number, "taak is", "taken zijn")
        reasons = TaskFailure.objects.filter(job_id__in=failed.values("pk"))
        says = f"Het draait, maar {tasks} mislukt."
        to_do = "Lees bij Mislukte taken waarom, en probeer ze opnieuw."
        return HealthPart(
            "Achtergrondwerk",
            LOOK,
            says,
            reasons.aggregate(at=Min("failed_at"))["at"],
            to_do,
            reverse("curator:failed_tasks"),
        )
    return HealthPart("Achtergrondwerk", GOOD, "Het draait, en er is niets mislukt.")
