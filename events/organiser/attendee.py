"""The page of one attendee, for who organises: what is known, what happened, and what can be arranged for them."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from events.actions import places
from events.actions.at_the_door import undo_check_in
from events.actions.noting_access import note_access
from events.actions.refused import RefusedError
from events.actions.steps import note_step
from events.mails import mail_about_place, mail_to_verify
from events.models import DataAccess, Place, Registration

from .access import address_of, check_may_organise
from .forms import AttendeeSessionsForm
from .mending import MendingPages, mends_of

NO_ADDRESS = "Van deze deelnemer is geen e-mailadres bekend."
GONE = (Place.CANCELLED, Place.LAPSED)


class AttendeePages(MendingPages):
    """Stands in for the form of a registration: a place is given, changed and taken by actions only."""

    def get_queryset(self, request):
        return super().get_queryset(request).editable_by(request.user)

    def has_add_permission(self, request):
        """Not by an administrator either: an action gives places, one at a time."""
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def to_field_allowed(self, request, to_field):
        """No form chooses from this list: what a chooser shows would be of any meeting, and written down for none."""
        return False

    def get_urls(self):
        name = "events_registration"
        pages = [
            path(
                "<int:pk>/deelsessies/",
                self.admin_site.admin_view(self.sessions_view),
                name=f"{name}_sessions",
            ),
            path(
                "<int:pk>/afmelden/",
                self.admin_site.admin_view(self.cancel_view),
                name=f"{name}_cancel",
            ),
            path(
                "<int:pk>/mail/",
                self.admin_site.admin_view(require_POST(self.mail_view)),
                name=f"{name}_mail",
            ),
            path(
                "<int:pk>/niet-binnen/",
                self.admin_site.admin_view(require_POST(self.undo_view)),
                name=f"{name}_undo",
            ),
        ]
        return [*pages, *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        """The list over all meetings; which of them it showed somebody of is written down."""
        response = super().changelist_view(request, extra_context)
        shown = getattr(response, "context_data", None) or {}
        if "cl" in shown:
            events = {registration.event_id for registration in shown["cl"].result_list}
            note_access(
                user=request.user,
                kind=DataAccess.Kind.LISTS,
                events=events,
                now=timezone.now(),
            )
        return response

    def history_view(
        self,
        request,
        object_id,
        extra_context=None,
    ):
        """What happened stands on the page of the attendee."""
        return redirect(
            "admin:events_registration_change",
            self._attendee(request, object_id).pk,
        )

    def change_view(
        self,
        request,
        object_id,
        form_url="",
        extra_context=None,
    ):
        """All that is known of somebody, and the steps that were taken."""
        registration = self._attendee(request, object_id)
        context = self._shared(request, registration, str(registration)) | {
            "choices": registration.session_choices.all(),
            "steps": registration.steps.select_related("user"),
            "others": registration.booking.registrations.exclude(pk=registration.pk),
            "is_gone": registration.place in GONE,
            "mends": mends_of(registration),
            "may_choose": registration.place == Place.CONFIRMED
            and registration.event.sessions.parallel().exists(),
        }
        return TemplateResponse(request, "admin/events/attendee.html", context)

    def sessions_view(self, request, pk):
        """Choose other sessions for somebody."""
        registration = self._attendee(request, pk)
        form = AttendeeSessionsForm(request.POST or None, registration)
        if request.method == "POST" and form.is_valid():
            try:
                places.change_sessions(
                    registration=registration,
                    sessions=form.chosen_sessions,
                    waits_for=form.waited_sessions,
                    now=timezone.now(),
                    user=request.user,
                )
            except RefusedError as error:
                form.add_error(None, str(error))
            else:
                return self._done(
                    request,
                    registration,
                    "De deelsessies zijn veranderd.",
                )
        context = self._shared(
            request,
            registration,
            f"Deelsessies van {registration}",
        ) | {"form": form}
        return TemplateResponse(request, "admin/events/attendee_sessions.html", context)

    def cancel_view(self, request, pk):
        """Take somebody off the list, after asking whether that is meant."""
        registration = self._attendee(request, pk)
        if request.method == "POST":
            places.cancel(
                registration=registration,
                now=timezone.now(),
                user=request.user,
            )
            return self._done(
                request,
                registration,
                f"{registration} is afgemeld en krijgt daarvan een mail.",
            )
        context = self._shared(request, registration, f"{registration} afmelden")
        return TemplateResponse(request, "admin/events/attendee_cancel.html", context)

    def mail_view(self, request, pk):
        """Mail once more how somebody stands."""
        registration = self._attendee(request, pk)
        if not registration.address:
            messages.error(request, NO_ADDRESS)
            return redirect("admin:events_registration_change", pk)
        send_again(
            registration=registration,
            user=request.user,
            now=timezone.now(),
        )
        return self._done(
            request,
            registration,
            f"De mail gaat nog een keer naar {registration.address}.",
        )

    def undo_view(self, request, pk):
        """It was somebody else who came in."""
        registration = self._attendee(request, pk)
        undo_check_in(
            registration=registration,
            user=request.user,
            now=timezone.now(),
        )
        return self._done(
            request,
            registration,
            f"{registration} staat weer als niet binnen.",
        )

    def _attendee(self, request, pk):
        """The registration, for who may change its event."""
        if not str(pk).isdecimal():
            raise Http404
        registration = (
            Registration.objects.for_lists()
            .select_related("host")
            .filter(pk=int(pk))
            .first()
        )
        if registration is None:
            raise Http404
        check_may_organise(request, registration.event)
        return registration

    def _shared(self, request, registration, title):
        """What every page about somebody shows; that it was opened is written down."""
        note_access(
            user=request.user,
            kind=DataAccess.Kind.PERSON,
            events=[registration.event_id],
            registration=registration,
            now=timezone.now(),
        )
        address = address_of(registration.event, "attendees")
        return self.page_context(request, title) | {
            "registration": registration,
            "list_address": address,
        }

    def _done(self, request, registration, sentence):
        messages.success(request, sentence)
        return redirect("admin:events_registration_change", registration.pk)


@transaction.atomic
def send_again(*, registration, user, now):
    """Queue the mail about somebody's place once more; where that waits for it, the one to verify the address."""
    if registration.is_verified:
        mail_about_place(registration)
    else:
        addressee = registration if registration.email else registration.booking
        mail_to_verify(registration.event, [addressee])
    note_step(
        registration,
        "Mail nog eens verstuurd",
        now=now,
        user=user,
    )
