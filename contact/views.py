"""The page where a visitor tells the editors something."""

from datetime import timedelta

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from visitors.asked import asked_text
from visitors.limits import is_allowed

from .actions import send_message
from .forms import MessageForm

MOST_MESSAGES = 10  # per address and hour
TOO_MANY = "Je hebt nu veel berichten gestuurd. Probeer het over een uur nog eens."


@csrf_exempt  # nobody is logged in here; a token would put a cookie on every page, since the form is on every page
def message_create(request):
    """Take a message about a page; show the form again where it is incomplete."""
    if request.method != "POST":
        return form_page(
            request,
            MessageForm(initial=values_asked_for(request)),
        )
    form = MessageForm(request.POST)
    if not form.is_valid():
        return form_page(request, form, status=422)
    now = timezone.now()
    if not is_allowed(
        request,
        "bericht",
        at_most=MOST_MESSAGES,
        per=timedelta(hours=1),
        now=now,
    ):
        form.add_error(None, TOO_MANY)
        return form_page(request, form, status=429)
    if not form.is_from_robot:
        send_message(message=form.save(commit=False), now=now)
    return redirect("contact:message_thanks")


@require_safe
def message_thanks(request):
    """Say that the message arrived."""
    return render(request, "contact/message_thanks.html", {"hides_message_form": True})


def values_asked_for(request):
    """The page that a message is about; with ``over`` the field of it that the message begins with, or a question."""
    about = asked_text(request.GET, "over")
    question = asked_text(request.GET, "vraag")
    values = {"page": request.GET.get("pagina", "/")}
    if about:
        values["text"] = f"{about}: "
    if question:
        values["text"] = f"Ik zocht ‘{question}’ en vond niets. Weet de redactie meer?"
    return values


def form_page(request, form, status=200):
    """The form, with what is wrong with it."""
    context = {"form": form, "hides_message_form": True}
    return render(request, "contact/message_create.html", context, status=status)
