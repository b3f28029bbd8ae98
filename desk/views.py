"""The curators' pages that belong to no single list: statistics, doubles and failed tasks."""

import csv

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from curation.failures import failed_jobs, retry
from curation.merging import hangs_under
from events.actions.noting_access import note_access
from events.mails import events_in
from events.models import DataAccess
from initiatives.member_forms import InitiativeForm, in_words, label_of, values_of
from initiatives.models import Initiative, LikelyDouble
from initiatives.review import StepRefusedError, merge_initiatives
from mail.models import OutgoingMail
from mail.outgoing import send_again, withdraw_mail
from spreadsheets.formulas import harmless

from .statistics import StatisticsForm, statistics_of

PAIRS_PER_PAGE = 100
MOST_MAILS = 200


def desk_page(request, template, title, **context):
    """A page with the curators' menu around it."""
    around = admin.site.each_context(request)
    return TemplateResponse(request, template, {**around, "title": title, **context})


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
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="statistiek-{today}.csv"'
    writer = csv.writer(response, delimiter=";")
    writer.writerow(["overzicht", "wat", "aantal"])
    for table in statistics_of(form, today):
        for label, count in table.rows:
            writer.writerow([harmless(table.title), harmless(label), count])
    return response


@require_safe
def doubles(request):
    """Pairs that look alike and that nobody judged yet; ``van=mij``: about which this user may decide."""
    only_mine = request.GET.get("van") == "mij"
    initiatives = Initiative.objects.all()
    if only_mine:
        initiatives = initiatives.editable_by(request.user)
    pairs = LikelyDouble.objects.to_decide(initiatives).select_related("one", "other")
    paginator = Paginator(pairs, PAIRS_PER_PAGE)
    page = paginator.get_page(request.GET.get("pagina"))
    return desk_page(request, "admin/doubles.html", "Mogelijke dubbelen", page=page, only_mine=only_mine)


def double(request, pk):
    """Two that look alike, side by side: merge them, or say that they are not the same."""
    pair = get_object_or_404(LikelyDouble.objects.select_related("one", "other"), pk=pk)
    mine = Initiative.objects.editable_by(request.user).filter(pk__in=[pair.one_id, pair.other_id])
    may_decide = mine.count() == 2
    if request.method == "POST":
        if not may_decide:
            raise PermissionDenied
        return decide_on_pair(request, pair)
    context = {
        "pair": pair,
        "rows": rows_side_by_side(pair),
        "sides": [(pair.one, hangs_under(pair.one)), (pair.other, hangs_under(pair.other))],
        "may_decide": may_decide,
    }
    return desk_page(request, "admin/double.html", "Is dit hetzelfde?", **context)


def rows_side_by_side(pair):
    """(label, of the one, of the other) of every field that at least one of them has."""
    one = values_of(pair.one)
    other = values_of(pair.other)
    rows = []
    for name in InitiativeForm.Meta.fields:
        of_one = in_words(name, one[name])
        of_other = in_words(name, other[name])
        if of_one or of_other:
            rows.append((label_of(name), of_one, of_other))
    return rows


def decide_on_pair(request, pair):
    """``keep`` is the number of the one that stays; without it they are two different things."""
    keep = request.POST.get("keep", "")
    if not keep:
        LikelyDouble.objects.filter(pk=pair.pk).update(is_dismissed=True)
        messages.success(request, "We vragen het niet nog eens.")
        return redirect("curator:doubles")
    if keep == str(pair.one_id):
        kept, gone = pair.one, pair.other
    elif keep == str(pair.other_id):
        kept, gone = pair.other, pair.one
    else:
        raise Http404
    try:
        merge_initiatives(kept=kept, gone=gone, user=request.user, now=timezone.now())
    except StepRefusedError as error:
        messages.error(request, str(error))
        return redirect("curator:double", pair.pk)
    messages.success(request, f"‘{gone}’ is samengevoegd met ‘{kept}’. Het oude adres leidt daarheen.")
    return redirect("admin:initiatives_initiative_change", kept.pk)


def failed_tasks(request):
    """Background work that went wrong, with the reason, and mail that waits too long; try again with one press."""
    if not request.user.is_national_curator:
        raise PermissionDenied
    now = timezone.now()
    overdue = OutgoingMail.objects.overdue(now)
    if request.method == "POST":
        message = try_job_again(request.POST.get("job", "")) or deal_with_mail(request.POST, overdue)
        if message:
            messages.success(request, message)
        return redirect("curator:failed_tasks")
    mails = list(overdue.order_by("pk")[:MOST_MAILS])
    note_access(user=request.user, kind=DataAccess.Kind.WAITING_MAIL, events=events_in(mails), now=now)
    return desk_page(request, "admin/failed_tasks.html", "Mislukte taken", jobs=failed_jobs(), mails=mails)


def try_job_again(number):
    """What is said after the press; nothing when no failed task has this number."""
    numbers = [str(job.pk) for job in failed_jobs()]
    if number not in numbers:
        return ""
    if retry(int(number)):
        return "De taak staat weer in de rij."
    return "Hetzelfde werk staat al in de rij."


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
