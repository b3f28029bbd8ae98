"""The curators' pages on which an entry is judged, and a proposed change taken over."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from unfold.decorators import action
from unfold.widgets import UnfoldAdminSelectWidget

from curation.texts import posted_text
from wording.enumerations import joined

from .completeness import missing_of, percentage
from .doubles import doubles_of
from .fillings import filling_of, plain
from .freshness import send_digest_about
from .member_forms import in_words, label_of, values_of
from .models import ChangeProposal, Initiative, Theme
from .review import STEPS, FieldChange, StepRefusedError, decide, take_step

State = Initiative.PublicationState
BUTTONS = {
    State.DRAFT: "Maak er weer een concept van",
    State.SUBMITTED: "Zet bij ingezonden",
    State.PUBLISHED: "Publiceer",
    State.ARCHIVED: "Archiveer",
}


class ReviewPages:
    """Adds the page on which one entry is judged, and bulk actions, to the list of practice examples."""

    actions = ["publish_chosen", "archive_chosen", "ask_chosen", "set_theme"]
    change_form_outer_before_template = "admin/review_summary.html"

    def get_urls(self):
        page = path(
            "<int:pk>/beoordelen/", self.admin_site.admin_view(self.review), name="initiatives_initiative_review"
        )
        return [page, *super().get_urls()]

    def review(self, request, pk):
        """How complete it is, what looks like it, what happened, and the steps that can be taken."""
        initiative = get_object_or_404(Initiative.objects.prefetch_related("participations__organisation"), pk=pk)
        if request.method == "POST":
            return self._take_step(request, initiative)
        missing = missing_of(initiative)
        context = self._page(request, f"Beoordelen: {initiative}") | {
            "initiative": initiative,
            "missing": missing,
            "percentage": percentage(missing),
            "doubles": doubles_of(initiative),
            "steps": initiative.review_steps.select_related("user"),
            "proposals": initiative.proposals.undecided().select_related("proposed_by"),
            "buttons": [(state, self._button(initiative, state)) for state in STEPS[initiative.publication_state]],
            "may_change": self.has_change_permission(request, initiative),
        }
        return TemplateResponse(request, "admin/review.html", context)

    @staticmethod
    def _button(initiative, state):
        is_sent_back = (initiative.publication_state, state) == (State.SUBMITTED, State.DRAFT)
        return "Stuur terug met deze toelichting" if is_sent_back else BUTTONS[state]

    def _take_step(self, request, initiative):
        if not self.has_change_permission(request, initiative):
            raise PermissionDenied
        state, note = request.POST.get("state", ""), posted_text(request, "note")
        if state not in State.values:
            raise Http404
        try:
            step = take_step(initiative=initiative, state=state, user=request.user, now=timezone.now(), note=note)
        except StepRefusedError as error:
            self.message_user(request, str(error), "error")
        else:
            self.message_user(request, f"‘{initiative}’ is nu {step.get_state_display().lower()}.")
        return redirect("admin:initiatives_initiative_review", initiative.pk)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):  # noqa: FBT002
        if obj:
            missing = missing_of(obj)
            context |= {"percentage": percentage(missing), "missing": missing}
        return super().render_change_form(request, context, add, change, form_url, obj)

    @action(description="Publiceer wat gekozen is")
    def publish_chosen(self, request, queryset):
        """Publish the chosen entries that are complete enough; say of the others why not."""
        self._step_for_all(request, queryset, State.PUBLISHED)

    @action(description="Archiveer wat gekozen is")
    def archive_chosen(self, request, queryset):
        """Take the chosen entries off the site; nothing is lost."""
        self._step_for_all(request, queryset, State.ARCHIVED)

    def _step_for_all(self, request, queryset, state):
        done = 0
        for initiative in self.chosen(request, queryset):
            try:
                take_step(initiative=initiative, state=state, user=request.user, now=timezone.now())
                done += 1
            except StepRefusedError as error:
                self.message_user(request, f"{initiative}: {error}", "warning")
        self.message_user(request, f"{done} {State(state).label.lower()}.")

    @action(description="Vraag om bevestiging")
    def ask_chosen(self, request, queryset):
        """Mail the owners of the chosen published entries."""
        mails = send_digest_about(self.chosen(request, queryset), today=timezone.localdate())
        self.message_user(request, f"{mails} mails worden verstuurd.")

    @action(description="Voeg een thema toe")
    def set_theme(self, request, queryset):
        """Give the chosen entries a theme; asks which one."""
        mine = self.chosen(request, queryset)
        form = ThemeForm(request.POST if "theme" in request.POST else None)
        if form.is_valid():
            for initiative in mine:
                initiative.themes.add(form.cleaned_data["theme"])
            self.message_user(request, f"{len(mine)} voorbeelden hebben nu dit thema: {form.cleaned_data['theme']}.")
            return None
        context = self._page(request, "Thema toevoegen") | {"form": form, "chosen": mine, "action": "set_theme"}
        return TemplateResponse(request, "admin/set_theme.html", context)


class ThemeForm(forms.Form):
    """Which theme."""

    theme = forms.ModelChoiceField(Theme.objects.all(), label="Thema", widget=UnfoldAdminSelectWidget)


class ProposalPages:
    """The page of a proposed change: field by field, old and new side by side."""

    def get_urls(self):
        page = path("<int:pk>/besluiten/", self.admin_site.admin_view(self.decide), name="proposal_decide")
        return [page, *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Show the differences; whoever may change the entry may take them over."""
        proposal = self._proposal(request, object_id)
        context = self._page(request, str(proposal)) | {
            "proposal": proposal,
            "changes": field_changes(proposal),
            "may_decide": self._may_decide(request, proposal),
        }
        return TemplateResponse(request, "admin/proposal.html", context)

    def decide(self, request, pk):
        """Take over all, some or none of the fields."""
        proposal = self._proposal(request, str(pk))
        if request.method != "POST" or not self.has_view_permission(request) or not self._is_mine(request, proposal):
            raise PermissionDenied
        accepted = list(proposal.values) if "all" in request.POST else request.POST.getlist("field")
        accepted = [] if "none" in request.POST else accepted
        changed_since = self._changed_since(request, proposal, accepted)
        if changed_since:
            self.message_user(request, f"Intussen veranderd: {joined(changed_since)}. Kijk nog een keer.", "error")
            return redirect("admin:initiatives_changeproposal_change", proposal.pk)
        try:
            decided = decide(
                proposal=proposal,
                accepted=accepted,
                user=request.user,
                now=timezone.now(),
                answer=posted_text(request, "answer"),
            )
            self.message_user(request, f"Voorstel: {decided.get_state_display().lower()}.")
        except StepRefusedError as error:
            self.message_user(request, str(error), "error")
        return redirect("admin:initiatives_changeproposal_change", proposal.pk)

    @staticmethod
    def _changed_since(request, proposal, accepted):
        """The labels of accepted fields of which the page showed something else than what is there now."""
        labels = []
        for change in field_changes(proposal):
            seen = request.POST.get(f"seen-{change.name}", change.seen)
            if change.name in accepted and seen != change.seen:
                labels.append(change.label)
        return labels

    def _proposal(self, request, object_id):
        if not object_id.isdecimal() or not self.has_view_permission(request):
            raise Http404
        proposals = ChangeProposal.objects.select_related("initiative", "organisation", "theme", "proposed_by")
        return get_object_or_404(proposals, pk=object_id)

    def _may_decide(self, request, proposal):
        return proposal.state == ChangeProposal.State.OPEN and self._is_mine(request, proposal)

    @staticmethod
    def _is_mine(request, proposal):
        return ChangeProposal.objects.editable_by(request.user).filter(pk=proposal.pk).exists()


def field_changes(proposal):
    """The fields of a proposal with what they were, are and would become."""
    if proposal.filling:
        return _filled_in(proposal)
    now, proposed = values_of(proposal.initiative), proposal.values
    return [
        FieldChange(
            name,
            label_of(name),
            in_words(name, proposed[name]["old"]),
            in_words(name, now[name]),
            in_words(name, proposed[name]["new"]),
        )
        for name in now
        if name in proposed
    ]


def _filled_in(proposal):
    """The same of what a reader filled in about an organisation."""
    form = filling_of(proposal)
    known = {name: plain(value) for name, value in form.current().items()}
    changes = []
    for name, field in form.fields.items():
        if name not in proposal.values:
            continue
        value = proposal.values[name]
        texts = [form.in_words(name, each) for each in (value["old"], known.get(name, ""), value["new"])]
        changes.append(FieldChange(name, str(field.label), *texts))
    return changes
