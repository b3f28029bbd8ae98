"""A mail of the organiser to some of the attendees: written, looked at, tried, and sent once."""

from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from curation.choosers import is_number
from events.actions.mailing import body_for, chosen, send_mailing, send_test, take_back
from events.mails import in_words
from events.models import DataAccess, Mailing, Session

from .access import address_of, page_of, shows_attendees
from .mailing_form import MailingForm

THANKS = """Beste {naam},

Bedankt dat je erbij was. Wil je ons laten weten wat je ervan vond? Dat kan tot een paar weken na afloop:
{evaluatie}"""
SEEN_AFTERWARDS = (
    "Op de pagina van de bijeenkomst vind je wat er te zien is van de dag: {pagina}"
)

TOO_LATE = "Deze mail is al verstuurd of ingetrokken."


@shows_attendees(DataAccess.Kind.MAILING)
@require_http_methods(["GET", "POST"])
def mailing(request, event):
    """Write a mail; ``doen`` says whether to look at it, to try it, to send it or to take a planned one back."""
    initial = {}
    if request.GET.get("bedankt") == "ja":
        initial = thanks_for(event)
    if request.POST.get("doen") == "stop":
        return stop(request, event)
    form = MailingForm(event, request.POST or None, initial=initial)
    preview = None
    if request.method == "POST" and form.is_valid():
        step = request.POST.get("doen")
        # an event without documents asks for none
        form.cleaned_data.setdefault("documents", [])
        if step == "verstuur":
            return send(request, event, form.cleaned_data)
        if step == "test":
            try_out(request, event, form.cleaned_data)
        preview = preview_of(event, form.cleaned_data)
    sessions = Prefetch("session", Session.objects.with_labels())
    mailings = event.mailings.select_related("sent_by")
    shown = {
        "form": form,
        "preview": preview,
        "mailings": mailings.prefetch_related("documents", sessions),
    }
    return page_of(request, event, "mailing", "Mailing", **shown)


def thanks_for(event):
    """The mail of thanks is written beforehand."""
    subject = f"Bedankt voor je komst: {event}"
    body = THANKS
    if event.documents.exists() or event.photos.exists():
        body = f"{THANKS}\n\n{SEEN_AFTERWARDS}"
    return {
        "selection": Mailing.Selection.PRESENT,
        "subject": subject[:150],
        "body": body,
    }


def preview_of(event, values):
    """How many get it, and what the first of them reads."""
    attendees = chosen(event, values["selection"], values["session"])
    first = attendees.first()
    body = values["body"]
    if first:
        body = body_for(first, body)
    return {
        "count": attendees.count(),
        "to": first,
        "subject": values["subject"],
        "body": body,
    }


def try_out(request, event, values):
    """Mail the text to who wrote it."""
    mail = {name: values[name] for name in ("subject", "body", "documents")}
    send_test(event=event, to=request.user.email, **mail)
    messages.success(request, f"De test gaat naar {request.user.email}.")


def send(request, event, values):
    """Mail it to everybody who was chosen."""
    sent = send_mailing(
        event=event,
        user=request.user,
        now=timezone.now(),
        **values,
    )
    if sent.queued_at is None:
        moment = in_words(sent.planned_at)
        messages.success(request, f"De mail ‘{sent}’ gaat vanzelf uit op {moment}.")
        return redirect(address_of(event, "mailing"))
    people = f"{sent.recipients} personen"
    if sent.recipients == 1:
        people = "1 persoon"
    messages.success(request, f"De mail ‘{sent}’ gaat naar {people}.")
    return redirect(address_of(event, "mailing"))


def stop(request, event):
    """Take a planned mail back."""
    number = request.POST.get("mailing", "")
    if is_number(number) and take_back(event=event, number=int(number)):
        messages.success(request, "De mail is ingetrokken en gaat niet uit.")
    else:
        messages.error(request, TOO_LATE)
    return redirect(address_of(event, "mailing"))
