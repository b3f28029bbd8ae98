"""*Is dit jouw organisatie?* and asking for an account: who works where."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from visitors.limits import may_have_link_mailed
from visitors.private_pages import kept_private
from visitors.signed_links import LinkRefusedError

from .claim_forms import AccountRequestForm, ClaimForm
from .claims import ask, claims_of, confirm, libraries_of
from .models import Claim

MOST_CLAIMS = 10  # per visitor and hour
MOST_LINKS = 5  # per address and day
TOO_MANY = "Dit is te vaak geprobeerd. Probeer het later nog een keer."


@csrf_exempt  # nobody is logged in here; a token would put a cookie with every reader
@require_http_methods(["GET", "HEAD", "POST"])
def claim_create(request, slug, *, model):
    """Take a claim of the page of one organisation."""
    organisation = get_object_or_404(
        model.objects.published(),
        slug=slug,
    )
    return take(
        request,
        ClaimForm(request.POST or None),
        organisation,
    )


@csrf_exempt  # as above
@require_http_methods(["GET", "HEAD", "POST"])
def account_request(request):
    """Take a request for an account of somebody whose library is known by the domain of their address."""
    return take(
        request,
        AccountRequestForm(request.POST or None),
        None,
    )


def take(request, form, organisation):
    """Show the form, or keep what was sent in and say in every case that there may be mail."""
    context = {"form": form, "organisation": organisation}
    if request.method != "POST":
        return page(request, "claim_form.html", **context)
    if not form.is_valid():
        return page(request, "claim_form.html", status=422, **context)
    email = form.cleaned_data["email"]
    if not may_ask(request, email):
        form.add_error(None, TOO_MANY)
        return page(request, "claim_form.html", status=429, **context)
    if not form.is_from_robot:
        organisations = [organisation] if organisation else libraries_of(email)
        ask(
            claims=claims_for(form, organisations),
            email=email,
        )
    return page(
        request,
        "claim_asked.html",
        email=email,
        organisation=organisation,
    )


def claims_for(form, organisations):
    """A claim of each of these organisations, not kept yet."""
    names = form.Meta.fields
    answers = {name: form.cleaned_data[name] for name in names}
    return [
        Claim(organisation=organisation, **answers) for organisation in organisations
    ]


def may_ask(request, email):
    """Whether this visitor may ask once more, and this address may be mailed one more link."""
    return may_have_link_mailed(
        request,
        email,
        asks="aanvraag",
        most_asked=MOST_CLAIMS,
        link="link bij een aanvraag",
        most_links=MOST_LINKS,
        now=timezone.now(),
    )


@kept_private("GET", "HEAD", "POST")
def claim_confirm(request, token):
    """Ask once more; who presses the button showed that the address is theirs."""
    try:
        claims = claims_of(token)
    except LinkRefusedError as error:
        return page(
            request,
            "claim_refused.html",
            status=410,
            reason=str(error),
        )
    if request.method != "POST":
        return page(request, "claim_confirm.html", claims=claims)
    confirmed = confirm(claims=claims, now=timezone.now())
    return page(request, "claim_confirmed.html", claims=confirmed)


def page(request, template, *, status=200, **context):
    """A page about a claim; the form for the editors, which every page has, stays away."""
    context["hides_message_form"] = True
    return render(request, f"partners/{template}", context, status=status)
