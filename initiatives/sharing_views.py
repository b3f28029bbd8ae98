"""*Deel een voorbeeld*, and the page on which its sender sees what happens with it."""

from datetime import timedelta

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from curation.texts import posted_text
from visitors.limits import is_allowed, is_allowed_for
from visitors.private_pages import kept_private

from .completeness import missing_of
from .doubles import doubles_of
from .member_forms import InitiativeForm
from .models import Initiative
from .review import StepRefusedError
from .sharing import send_in_again, share
from .sharing_forms import ShareForm
from .sharing_links import follow_path, shared_with
from .views import fullest_first

State = Initiative.PublicationState
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
MOST_SHARED = 5  # per visitor and hour
MOST_LINKS = 5  # per address and day
TOO_MANY = "Je hebt nu veel voorbeelden gedeeld. Probeer het over een uur nog eens."


@csrf_exempt  # nobody is logged in here; a token would put a cookie with every reader
@require_http_methods(["GET", "HEAD", "POST"])
def share_create(request):
    """Ask five questions about an example; what was shared goes to the curators of its province."""
    if request.method != "POST":
        return form_page(request, ShareForm())
    form = ShareForm(request.POST)
    if not form.is_valid():
        return form_page(request, form, status=422)
    if form.is_from_robot:
        return redirect("initiatives:initiative_list")
    if not may_share(request, form.cleaned_data["email"]):
        form.add_error(None, TOO_MANY)
        return form_page(request, form, status=429)
    return redirect(follow_path(share(form=form, now=timezone.now())))


def may_share(request, email):
    """Whether this visitor may share one more, and this address may be mailed one more link."""
    now = timezone.now()
    if not is_allowed(
        request, "voorbeeld delen", at_most=MOST_SHARED, per=HOUR, now=now
    ):
        return False
    return not email or is_allowed_for(
        email.lower(), "link bij delen", at_most=MOST_LINKS, per=DAY, now=now
    )


def form_page(request, form, status=200):
    """The five questions, beside an example that answers them well."""
    practices = Initiative.objects.published().practices()
    context = {
        "form": form,
        "example": fullest_first(practices).first(),
        "hides_message_form": True,
    }
    return render(request, "initiatives/share_form.html", context, status=status)


@kept_private("GET", "HEAD", "POST")
def share_follow(request, token):
    """Where the example stands; when a curator asks for something the sender changes it here and sends it in again."""
    sharing = shared_with(token)
    if sharing is None:
        return render(
            request,
            "initiatives/share_gone.html",
            {"hides_message_form": True},
            status=410,
        )
    if request.method != "POST":
        return follow_page(request, sharing, changeable_form(sharing.initiative))
    form = changeable_form(sharing.initiative, request.POST)
    if form is None:  # a curator decided while the page was open
        return redirect(request.path)
    if not form.is_valid():
        return follow_page(request, sharing, form, status=422)
    try:
        send_in_again(
            form=form, answer=posted_text(request, "answer"), now=timezone.now()
        )
    except StepRefusedError as error:
        form.add_error(None, str(error))
        return follow_page(request, sharing, form, status=422)
    return redirect(request.path)


def changeable_form(initiative, data=None):
    """The form of the whole example while it is with the sender; ``None`` where it is with the curators or further."""
    if initiative.publication_state != State.DRAFT:
        return None
    return InitiativeForm(data, instance=initiative)


def follow_page(request, sharing, form, status=200):
    """What happened with an example, what is still missing, and what looks like it."""
    initiative = sharing.initiative
    context = {
        "sharing": sharing,
        "initiative": initiative,
        "form": form,
        "told": initiative.review_steps.exclude(user=None).first(),
        "answer": posted_text(request, "answer"),
        "missing": missing_of(initiative),
        "doubles": [
            double.other
            for double in doubles_of(initiative)
            if double.other.is_published
        ],
        "hides_message_form": True,
    }
    return render(request, "initiatives/share_follow.html", context, status=status)
