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


def _page(request, template, title, **context):
    return TemplateResponse(request, template, admin.site.each_context(request) | {"title": title, **context})


@require_safe
def statistics(request):
    """How many entries, how fresh, where and since when; per province and period."""
    form = StatisticsForm(request.GET or None)
    figures = statistics_of(form, timezone.localdate())
    return _page(
        request, "admin/statistics.html", "Statistiek", form=form, tables=figures, query=request.GET.urlencode()
    )


@require_safe
def statistics_csv(request):
    """The same figures as a file for a spreadsheet program."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="statistiek-{timezone.localdate()}.csv"'
    writer = csv.writer(response, delimiter=";")
    writer.writerow(["overzicht", "wat", "aantal"])
    for table in statistics_of(StatisticsForm(request.GET or None), timezone.localdate()):
        writer.writerows([harmless(table.title), harmless(label), count] for label, count in table.rows)
    return response


@require_safe
def doubles(request):
    """Pairs that look alike and that nobody judged yet; ``van=mij``: about which this user may decide."""
    only_mine = request.GET.get("van") == "mij"
    among = Initiative.objects.editable_by(request.user) if only_mine else Initiative.objects.all()
    pairs = LikelyDouble.objects.to_decide(among).select_related("one", "other")
    page = Paginator(pairs, PAIRS_PER_PAGE).get_page(request.GET.get("pagina"))
    return _page(request, "admin/doubles.html", "Mogelijke dubbelen", page=page, only_mine=only_mine)


def double(request, pk):
    """Two that look alike, side by side: merge them, or say that they are not the same."""
    pair = get_object_or_404(LikelyDouble.objects.select_related("one", "other"), pk=pk)
    mine = Initiative.objects.editable_by(request.user).filter(pk__in=[pair.one_id, pair.other_id])
    may_decide = mine.count() == 2
    if request.method == "POST":
        if not may_decide:
            raise PermissionDenied
        return _decide(request, pair)
    one, other = values_of(pair.one), values_of(pair.other)
    rows = [
        (label_of(name), in_words(name, one[name]), in_words(name, other[name])) for name in InitiativeForm.Meta.fields
    ]
    context = {
        "pair": pair,
        "rows": [row for row in rows if row[1] or row[2]],
        "sides": [(pair.one, hangs_under(pair.one)), (pair.other, hangs_under(pair.other))],
        "may_decide": may_decide,
    }
    return _page(request, "admin/double.html", "Is dit hetzelfde?", **context)


def _decide(request, pair):
    """``keep`` is the number of the one that stays; without it they are two different things."""
    keep = request.POST.get("keep", "")
    if not keep:
        LikelyDouble.objects.filter(pk=pair.pk).update(is_dismissed=True)
        messages.success(request, "We vragen het niet nog eens.")
        return redirect("curator:doubles")
    sides = {str(pair.one_id): (pair.one, pair.other), str(pair.other_id): (pair.other, pair.one)}
    if keep not in sides:
        raise Http404
    kept, gone = sides[keep]
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
    overdue = OutgoingMail.objects.overdue(timezone.now())
    if request.method == "POST":
        told = _try_job_again(request.POST.get("job", "")) or _deal_with_mail(request.POST, overdue)
        if told:
            messages.success(request, told)
        return redirect("curator:failed_tasks")
    mails = list(overdue.order_by("pk")[:MOST_MAILS])
    note_access(user=request.user, kind=DataAccess.Kind.WAITING_MAIL, events=events_in(mails), now=timezone.now())
    return _page(request, "admin/failed_tasks.html", "Mislukte taken", jobs=failed_jobs(), mails=mails)


def _try_job_again(job):
    """What is said after the press; nothing when no failed task has this number."""
    if not any(str(each.pk) == job for each in failed_jobs()):
        return ""
    return "De taak staat weer in de rij." if retry(int(job)) else "Hetzelfde werk staat al in de rij."


def _deal_with_mail(chosen, overdue):
    """Send a mail after all, or throw it away; what is said after the press."""
    numbers = {str(number): number for number in overdue.values_list("pk", flat=True)}
    if chosen.get("mail") in numbers:
        send_again(numbers[chosen["mail"]])
        return "De mail staat weer in de rij."
    if chosen.get("weg") in numbers:
        withdraw_mail(numbers[chosen["weg"]])
        return "De mail is weggegooid. Hij is niet verstuurd."
    return ""
