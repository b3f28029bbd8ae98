"""The curators' pages that belong to no single list: statistics, failed tasks and health."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe
from unfold.widgets import UnfoldAdminSelectWidget

from accounts.models import User
from accounts.permissions import is_administrator
from curation.failures import dismiss, failed_jobs, retry
from events.actions.noting_access import note_access
from events.mails import events_in
from events.models import DataAccess
from mail.models import OutgoingMail
from mail.outgoing import send_again, withdraw_mail
from spreadsheets.writing import download, write_sheet

from .failed_tasks import failed_tasks_in_words
from .health import parts_of_the_site
from .health_part import GOOD
from .pages import desk_page
from .statistics import StatisticsForm, statistics_of

MOST_MAILS = 200


@require_safe
def statistics(request):
    """How many entries, how fresh, where and since when; per province and period."""
    form = StatisticsForm(request.GET or None)
    context = {
        "form": form,
        "tables": statistics_of(form, timezone.localdate()),
        "query": request.GET.urlencode(),
    }
    return desk_page(request, "admin/statistics.html", "Statistiek", **context)


@require_safe
def statistics_csv(request):
    """The same figures as a file for a spreadsheet program."""
    today = timezone.localdate()
    form = StatisticsForm(request.GET or None)
    rows = []
    for table in statistics_of(form, today):
        for label, count in table.rows:
            rows.append([table.title, label, count])
    response = download(f"statistiek-{today}.csv", "csv")
    write_sheet(response, "csv", ["overzicht", "wat", "aantal"], rows)
    return response


def failed_tasks(request):
    """Background work that went wrong, with the reason, and mail that waits too long; try again with one press."""
    if not request.user.is_national_curator:
        raise PermissionDenied
    now = timezone.now()
    overdue = OutgoingMail.objects.overdue(now)
    if request.method == "POST":
        message = deal_with_task(request.POST) or deal_with_mail(request.POST, overdue)
        if message:
            messages.success(request, message)
        return redirect("curator:failed_tasks")
    mails = list(overdue.order_by("pk")[:MOST_MAILS])
    note_access(
        user=request.user,
        kind=DataAccess.Kind.WAITING_MAIL,
        events=events_in(mails),
        now=now,
    )
    tasks = failed_tasks_in_words()
    return desk_page(
        request,
        "admin/failed_tasks.html",
        "Mislukte taken",
        tasks=tasks,
        mails=mails,
    )


def deal_with_task(posted):
    """Do a failed task again, or forget it; what is said after the press, nothing when no task has this number."""
    numbers = {str(job.pk): job.pk for job in failed_jobs()}
    to_retry = numbers.get(posted.get("job"))
    to_dismiss = numbers.get(posted.get("klaar"))
    if to_retry and retry(to_retry):
        return "De taak staat weer in de rij. Lukt hij niet, dan komt hij hier terug."
    if to_retry:
        dismiss(to_retry)
        return (
            "Hetzelfde werk stond al in de rij. De mislukte taak is daarom weggehaald."
        )
    if to_dismiss:
        dismiss(to_dismiss)
        return "De taak is weggehaald. Het werk is niet gedaan."
    return ""


def deal_with_mail(posted, overdue):
    """Send a mail after all, or throw it away; what is said after the press."""
    numbers = {str(number): number for number in overdue.values_list("pk", flat=True)}
    to_send = numbers.get(posted.get("mail"))
    to_withdraw = numbers.get(posted.get("weg"))
    if to_send:
        send_again(to_send)
        return "De mail staat weer in de rij."
    if to_withdraw:
        withdraw_mail(to_withdraw)
        return "De mail is weggegooid. Hij is niet verstuurd."
    return ""


@require_safe
def roles(request):
    """What each role may; who gives one reads it first."""
    return desk_page(request, "admin/roles.html", "Wat mag een rol?")


class WorkMailForm(forms.ModelForm):
    """When somebody wants to be mailed of what waits."""

    class Meta:
        model = User
        fields = ["work_mail"]
        widgets = {"work_mail": UnfoldAdminSelectWidget}


def work_mail(request):
    """A curator chooses for themselves how often they are mailed."""
    form = WorkMailForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(
            request,
            f"Je keuze is bewaard: {request.user.get_work_mail_display()}.",
        )
        return redirect("admin:index")
    return desk_page(request, "admin/work_mail.html", "Mail over wat wacht", form=form)


@require_safe
def health(request):
    """How every part of the site is, since when, and what to do; for administrators."""
    if not is_administrator(request.user):
        raise PermissionDenied
    now = timezone.now()
    parts = parts_of_the_site(now)
    unwell = [part for part in parts if part.state != GOOD]
    return desk_page(
        request,
        "admin/health.html",
        "Gezondheid",
        parts=parts,
        unwell=len(unwell),
        now=now,
    )
