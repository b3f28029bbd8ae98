"""The curators' pages on which a proposed change is compared, and taken over or not."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone

from curation.texts import posted_text
from wording.enumerations import joined

from .decisions import decide
from .field_changes import field_changes
from .fillings import filling_called
from .models import ChangeProposal
from .review import StepRefusedError

NOTHING_TICKED = (
    "Je hebt niets aangevinkt. Wil je niets overnemen? Kies dan ‘Neem niets over’."
)


class ProposalPages:
    """The page of a proposed change: field by field, old and new side by side."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.decide)
        page = path("<int:pk>/besluiten/", view, name="proposal_decide")
        file = path(
            "<int:pk>/meegestuurd/",
            self.admin_site.admin_view(self.sent_file),
            name="proposal_file",
        )
        return [page, file, *super().get_urls()]

    def change_view(
        self,
        request,
        object_id,
        form_url="",
        extra_context=None,
    ):
        """Show the differences; whoever may change the entry may take them over."""
        proposal = self.proposal_or_404(request, object_id)
        is_open = proposal.state == ChangeProposal.State.OPEN
        context = {
            **self.page_context(request, str(proposal)),
            "proposal": proposal,
            "changes": field_changes(proposal),
            "filling": filling_called(proposal.filling),
            "may_decide": is_open and is_editable(request, proposal),
        }
        return TemplateResponse(request, "admin/proposal.html", context)

    def decide(self, request, pk):
        """Take over all, some or none of the fields."""
        proposal = self.proposal_or_404(request, str(pk))
        if request.method != "POST" or not is_editable(request, proposal):
            raise PermissionDenied
        accepted = accepted_fields(request, proposal)
        changed_since = self.changed_since(request, proposal, accepted)
        if not accepted and "none" not in request.POST:
            self.message_user(request, NOTHING_TICKED, "error")
        elif changed_since:
            again = f"Intussen veranderd: {joined(changed_since)}. Kijk nog een keer."
            self.message_user(request, again, "error")
        else:
            self.take_decision(request, proposal, accepted)
        return redirect("admin:initiatives_changeproposal_change", proposal.pk)

    def take_decision(self, request, proposal, accepted):
        """Decide, and say what was decided or why it cannot be."""
        try:
            decided = decide(
                proposal=proposal,
                accepted=accepted,
                user=request.user,
                now=timezone.now(),
                answer=posted_text(request, "answer"),
            )
        except StepRefusedError as error:
            self.message_user(request, str(error), "error")
        else:
            outcome = decided.get_state_display().lower()
            self.message_user(request, f"Voorstel: {outcome}.")

    def sent_file(self, request, pk):
        """What a reader sent along, for who may decide about it; always as a download that no browser shows."""
        proposal = self.proposal_or_404(request, str(pk))
        if request.method not in ("GET", "HEAD") or not is_editable(request, proposal):
            raise PermissionDenied
        file = proposal.file
        if not file or not file.storage.exists(file.name):
            raise Http404
        return FileResponse(
            file.open(),
            as_attachment=True,
            content_type="application/octet-stream",
        )

    @staticmethod
    def changed_since(request, proposal, accepted):
        """The labels of accepted fields of which the page showed something else than what is there now."""
        labels = []
        for change in field_changes(proposal):
            seen = request.POST.get(f"seen-{change.name}", change.seen)
            if change.name in accepted and seen != change.seen:
                labels.append(change.label)
        return labels

    def proposal_or_404(self, request, object_id):
        """The proposal with this number, for whoever may see proposals."""
        if not object_id.isdecimal() or not self.has_view_permission(request):
            raise Http404
        proposals = ChangeProposal.objects.select_related(
            "initiative",
            "organisation",
            "meeting",
            "theme",
            "proposed_by",
        )
        return get_object_or_404(proposals, pk=object_id)


def accepted_fields(request, proposal):
    """The names of the fields that somebody takes over: all, none, or those that they ticked."""
    if "none" in request.POST:
        return []
    if "all" in request.POST:
        return list(proposal.values)
    return request.POST.getlist("field")


def is_editable(request, proposal):
    """Whether whoever asks may decide about what the proposal is of."""
    return (
        ChangeProposal.objects.editable_by(request.user).filter(pk=proposal.pk).exists()
    )
