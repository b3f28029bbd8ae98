"""How an event stands, and what is left to do before and after it."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods, require_safe

from events.actions.announcing import untold_changes
from events.clashes import clashes
from events.models import Appearance, Event, Mailing

from . import figures
from .access import address_of, page_of

State = Event.State


@dataclass(frozen=True)
class MeetingToDo:
    """Something to do, with where; ``is_done`` where it is."""

    text: str
    address: str
    is_done: bool = False


@require_safe
def overview(request, event):
    """Places, people and money of an event, and what to do next."""
    event = Event.objects.for_page().get(pk=event.pk)
    today = timezone.localdate()
    warnings = clashes(event)
    return page_of(
        request,
        event,
        "overview",
        "Overzicht",
        occupancy=figures.occupancy(event, event.sessions.all()),
        per_day=figures.per_day(event),
        income=figures.income(event),
        per_sector=figures.per_sector(event),
        per_organisation=figures.per_organisation(event),
        presence=figures.presence(event),
        to_dos=to_dos(event, warnings, today),
        buttons=buttons_of(event, today),
        may_revive=event.state == State.CANCELLED and not event.is_over_on(today),
    )


def buttons_of(event, today):
    """(state, words) of the steps that can be taken with one press."""
    if event.is_over_on(today) or event.state == State.CANCELLED:
        return []
    words = {
        State.ANNOUNCED: "Kondig aan",
        State.OPEN: "Open de inschrijving",
        State.CLOSED: "Sluit de inschrijving",
    }
    following = {
        State.DRAFT: [State.ANNOUNCED, State.OPEN],
        State.ANNOUNCED: [State.OPEN],
        State.OPEN: [State.CLOSED],
        State.CLOSED: [State.OPEN],
    }
    return [(state, words[state]) for state in following[event.state]]


def to_dos(event, warnings, today):
    """What is left to do; the event comes from ``for_page()``."""
    if event.is_over_on(today):
        return [MeetingToDo("Rond de bijeenkomst af", address_of(event, "afterwards"))]
    if event.state == State.CANCELLED:
        return []
    return to_dos_beforehand(event, warnings)


def to_dos_beforehand(event, warnings):
    """What is not in order yet of an event that is still to come."""
    programme = address_of(event, "programme")
    to_dos = left_to_fill_in(event) + left_to_open(event)
    if untold_changes(event):
        tell = address_of(event, "tell")
        to_dos.append(MeetingToDo("Laat weten wat er veranderde, of niet", tell))
    to_ask = Appearance.objects.filter(
        event=event,
        is_still_to_ask=True,
    )
    to_ask = to_ask.values("speaker").distinct().count()
    if to_ask == 1:
        to_dos.append(MeetingToDo("Vraag 1 spreker of moderator", form_address(event)))
    elif to_ask:
        to_dos.append(
            MeetingToDo(
                f"Vraag {to_ask} sprekers en moderators",
                form_address(event),
            )
        )
    if not event.sessions.all():
        to_dos.append(MeetingToDo("Vul het programma in", programme))
    if len(warnings) == 1:
        to_dos.append(MeetingToDo("Kijk naar 1 botsing in het programma", programme))
    elif warnings:
        text = f"Kijk naar {len(warnings)} botsingen in het programma"
        to_dos.append(MeetingToDo(text, programme))
    return to_dos + about_attendees(event)


def about_attendees(event):
    """What is to be done for those who registered."""
    to_dos = []
    unverified = event.registrations.live().filter(figures.UNVERIFIED).count()
    if unverified:
        people = "1 persoon" if unverified == 1 else f"{unverified} mensen"
        list_of_them = f"{address_of(event, 'attendees')}?who=onbevestigd"
        to_dos.append(
            MeetingToDo(
                f"{people} met een onbevestigd e-mailadres: bel, of meld af",
                list_of_them,
            )
        )
    if event.taken:
        to_dos.append(MeetingToDo("Druk naamkaartjes af", address_of(event, "badges")))
        to_dos.append(
            MeetingToDo(
                "Kijk wat deelnemers eten en nodig hebben",
                address_of(event, "wishes"),
            )
        )
    return to_dos


def left_to_fill_in(event):
    """What the form of an event does not say yet."""
    form = form_address(event)
    to_dos = []
    if not event.roles.all():
        to_dos.append(MeetingToDo("Zeg wie de bijeenkomst organiseert", form))
    if not any(day.begins for day in event.days.all()):
        to_dos.append(MeetingToDo("Zeg hoe laat de bijeenkomst begint", form))
    if not event.venue and not event.online_address:
        to_dos.append(MeetingToDo("Zeg waar de bijeenkomst is", form))
    return to_dos


def left_to_open(event):
    """A moment that is filled in opens nothing of a meeting that is only announced."""
    if (
        event.state != State.ANNOUNCED
        or event.opens_at is None
        or event.registration_url
    ):
        return []
    begin = date_format(timezone.localtime(event.opens_at), "j F")
    text = f"Open de inschrijving, die volgens de gegevens op {begin} begint"
    return [MeetingToDo(text, address_of(event, "overview"))]


def form_address(event):
    """The form with all that is known of an event."""
    return reverse("admin:events_event_change", args=[event.pk])


@require_http_methods(["GET", "POST"])
def afterwards(request, event):
    """What is left when everybody went home; with one press the counts of the day become those of the event."""
    event = Event.objects.for_page().get(pk=event.pk)
    counts = figures.presence(event)
    present = counts["present"] + counts["walked_in"]
    if request.method == "POST":
        registered = event.registrations.live().filter(is_walk_in=False)
        Event.objects.filter(pk=event.pk).update(
            registered=registered.count(),
            attended_qualifier="",
            attended=present,
            updated_at=timezone.now(),
        )
        messages.success(request, f"Het aantal aanwezigen is nu {present}.")
        return redirect(address_of(event, "afterwards"))
    return page_of(
        request,
        event,
        "afterwards",
        "Na afloop",
        to_dos=left_to_do(event),
        counts=counts,
        present=present,
    )


def left_to_do(event):
    """Everything that belongs to a meeting that has been, done or not."""
    form = form_address(event)
    thanks = f"{address_of(event, 'mailing')}?bedankt=ja"
    was_thanked = event.mailings.filter(selection=Mailing.Selection.PRESENT).exists()
    return [
        MeetingToDo("Verslag", form, bool(event.report)),
        MeetingToDo(
            "Documenten, zoals presentaties",
            form,
            bool(event.documents.all()),
        ),
        MeetingToDo("Foto’s", form, bool(event.photos.all())),
        MeetingToDo("Opname", form, bool(event.recording_url)),
        MeetingToDo("Aantal aanwezigen", form, event.attended is not None),
        MeetingToDo("Bedankmail aan wie er was", thanks, was_thanked),
        MeetingToDo("Vragen voor de evaluatie", form, event.questions.exists()),
    ]
