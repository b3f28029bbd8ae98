"""*Wij doen dit ook*: telling it without an account, and the page behind the link of who told it."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from initiatives.models import Initiative
from opportunities.adoptions.actions import (
    AlreadyToldError,
    confirm,
    tell,
    tell_as_member,
    tell_news,
)
from opportunities.adoptions.forms import AdoptionForm, NewsForm
from opportunities.adoptions.links import adoption_path, teller_with
from opportunities.adoptions.report_form import ReportForm
from opportunities.choices import ServiceState
from visitors.limits import may_have_link_mailed
from visitors.private_pages import kept_private

MOST_TOLD = 10  # per visitor and hour
MOST_LINKS = 5  # per address and day
TOO_MANY = "Je hebt nu veel verteld. Probeer het later nog eens."


@csrf_exempt  # nobody needs to be logged in here; a token would put a cookie with every reader
@require_http_methods(["GET", "HEAD", "POST"])
def adoption_create(request, slug):
    """Take what somebody tells; who is logged in sends a token along, since that may save at once."""
    example = get_object_or_404(
        Initiative.objects.published().practices(),
        slug=slug,
    )
    if request.user.is_authenticated:
        return form_of_member(request, example)
    return answer_form(request, example)


@csrf_protect
def form_of_member(request, example):
    """The same form for who is logged in."""
    return answer_form(request, example)


def answer_form(request, example):
    """Show the form, or do what it says."""
    today = timezone.localdate()
    now = timezone.now()
    if request.method != "POST":
        known = known_of(request.user)
        form = AdoptionForm(example=example, today=today, initial=known)
        return form_page(request, form, example)
    form = AdoptionForm(request.POST, example=example, today=today)
    if not form.is_valid():
        return form_page(request, form, example, status=422)
    if form.is_from_robot:
        return redirect(example)
    if works_at(request.user, form.cleaned_data["organisation"]):
        teller = tell_as_member(
            form=form,
            example=example,
            user=request.user,
            now=now,
            today=today,
        )
        return redirect(adoption_path(teller))
    if not may_tell(request, form.cleaned_data["email"], now):
        form.add_error(None, TOO_MANY)
        return form_page(request, form, example, status=429)
    teller = tell(form=form, example=example, now=now)
    context = {"example": example, "email": teller.email, "hides_message_form": True}
    return render(request, "opportunities/adoption_mailed.html", context)


def known_of(user):
    """{field: what we know already} of who is logged in."""
    if not user.is_authenticated:
        return {}
    membership = user.memberships.active().select_related("library").first()
    known = {"name": user.name, "email": user.email}
    if membership:
        known["organisation"] = membership.library.name
    return known


def works_at(user, organisation):
    """Whether this user is a member of that library now."""
    if not user.is_authenticated:
        return False
    memberships = user.memberships.active().filter(library=organisation.pk)
    return memberships.exists()


def may_tell(request, email, now):
    """Whether this visitor may tell one thing more, and this address may be mailed one more link."""
    return may_have_link_mailed(
        request,
        email,
        asks="wij doen dit ook",
        most_asked=MOST_TOLD,
        link="link van wij doen dit ook",
        most_links=MOST_LINKS,
        now=now,
    )


def form_page(request, form, example, status=200):
    """The form, with what is wrong in it."""
    context = {
        "form": form,
        "example": example,
        "hides_message_form": True,
    }
    return render(request, "opportunities/adoption_form.html", context, status=status)


@kept_private("GET", "HEAD", "POST")
def adoption_detail(request, token):
    """What somebody told: they confirm it with one press, and say how it goes and what a year brought."""
    teller = teller_with(token)
    if teller is None:
        return render(
            request,
            "opportunities/adoption_gone.html",
            {"hides_message_form": True},
            status=410,
        )
    state = teller.service.publication_state
    if request.method != "POST" or state == ServiceState.ARCHIVED:
        return told_page(request, teller)
    today = timezone.localdate()
    if "klopt" in request.POST or state == ServiceState.UNCONFIRMED:
        return press(request, teller, today)
    form = NewsForm(request.POST, instance=teller.service, today=today)
    report_form = ReportForm(request.POST, service=teller.service, today=today)
    is_right = form.is_valid() and report_form.is_valid()
    if not is_right:
        return told_page(
            request, teller, form=form, report_form=report_form, status=422
        )
    tell_news(teller=teller, form=form, report_form=report_form, today=today)
    return redirect(f"{request.path}?bewaard=1")


def press(request, teller, today):
    """One press: it is so, or still so."""
    try:
        confirm(teller=teller, today=today)
    except AlreadyToldError as error:
        return told_page(
            request,
            teller,
            problem=str(error),
            status=409,
        )
    return redirect(f"{request.path}?bewaard=1")


def told_page(
    request,
    teller,
    form=None,
    report_form=None,
    problem="",
    status=200,
):
    """What was told, its button, and both forms."""
    today = timezone.localdate()
    service = teller.service
    context = {
        "teller": teller,
        "service": service,
        "form": form or NewsForm(instance=service, today=today),
        "report_form": report_form or ReportForm(service=service, today=today),
        "reports": service.reports.all(),
        "problem": problem,
        "is_kept": request.method == "GET" and "bewaard" in request.GET,
        "hides_message_form": True,
    }
    return render(request, "opportunities/adoption_detail.html", context, status=status)
