"""The curators' pages on which an entry is judged."""

from csp.constants import SELF
from csp.decorators import csp_replace
from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from unfold.decorators import action
from unfold.widgets import UnfoldAdminSelectWidget

from curation.texts import posted_text

from .completeness import missing_of, percentage
from .doubles import doubles_of
from .freshness import send_digest_about
from .many_steps import plan_steps, take_steps
from .models import Initiative, Theme
from .review import STEPS, StepRefusedError, take_step
from .tasks import take_run_further

State = Initiative.PublicationState
AT_ONCE = 20  # entries: what takes less than a second
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
        view = self.admin_site.admin_view(self.review)
        page = path("<int:pk>/beoordelen/", view, name="initiatives_initiative_review")
        return [page, *super().get_urls()]

    @method_decorator(csp_replace({"frame-src": [SELF]}))
    def review(self, request, pk):
        """Its page, how complete it is, what looks like it, what happened, and the steps that can be taken."""
        initiatives = Initiative.objects.select_related(
            "confirmed_by"
        ).prefetch_related("participations__organisation")
        initiative = get_object_or_404(initiatives, pk=pk)
        if request.method == "POST":
            return self.answer_to_step(request, initiative)
        missing = missing_of(initiative)
        context = {
            **self.page_context(request, f"Beoordelen: {initiative}"),
            "initiative": initiative,
            "preview_address": reverse(
                "admin:initiatives_initiative_preview",
                args=[pk],
            ),
            "missing": missing,
            "percentage": percentage(missing),
            "doubles": doubles_of(initiative),
            "sharings": initiative.sharings.prefetch_related("files"),
            "steps": initiative.review_steps.select_related("user"),
            "proposals": initiative.proposals.undecided().select_related("proposed_by"),
            "buttons": step_buttons(initiative.publication_state),
            "may_change": self.has_change_permission(request, initiative),
        }
        return TemplateResponse(request, "admin/review.html", context)

    def answer_to_step(self, request, initiative):
        """Take the step that was asked for, and say how that went."""
        if not self.has_change_permission(request, initiative):
            raise PermissionDenied
        state = request.POST.get("state", "")
        note = posted_text(request, "note")
        if state not in State.values:
            raise Http404
        try:
            step = take_step(
                initiative=initiative,
                state=state,
                user=request.user,
                now=timezone.now(),
                note=note,
            )
        except StepRefusedError as error:
            self.message_user(request, str(error), "error")
        else:
            self.message_user(
                request,
                f"‘{initiative}’ is nu {step.get_state_display().lower()}.",
            )
        return redirect("admin:initiatives_initiative_review", initiative.pk)

    def render_change_form(
        self, request, context, add=False, change=False, form_url="", obj=None
    ):  # noqa: FBT002
        if obj:
            missing = missing_of(obj)
            context |= {
                "percentage": percentage(missing),
                "missing": missing,
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    @action(description="Publiceer wat gekozen is")
    def publish_chosen(self, request, queryset):
        """Publish the chosen entries that are complete enough; say of the others why not."""
        return self.take_step_for_all(request, queryset, State.PUBLISHED)

    @action(description="Archiveer wat gekozen is")
    def archive_chosen(self, request, queryset):
        """Take the chosen entries off the site; nothing is lost."""
        return self.take_step_for_all(request, queryset, State.ARCHIVED)

    def take_step_for_all(self, request, queryset, state):
        """Take the step of each entry for which that is possible; the page says how far it is and of which not."""
        chosen = self.chosen(request, queryset)
        run = plan_steps(
            initiatives=chosen,
            step=state,
            user=request.user,
        )
        if run.steps.count() <= AT_ONCE:
            take_steps(run=run, now=timezone.now())
        else:
            take_run_further.defer(
                run_id=run.pk,
                user_id=request.user.pk,
            )
        return redirect("curator:step_run", run.pk)

    @action(description="Vraag om bevestiging")
    def ask_chosen(self, request, queryset):
        """Mail the owners of the chosen published entries."""
        mails = send_digest_about(
            self.chosen(request, queryset),
            today=timezone.localdate(),
        )
        self.message_user(request, f"{mails} mails worden verstuurd.")

    @action(description="Voeg een thema toe")
    def set_theme(self, request, queryset):
        """Give the chosen entries a theme; asks which one."""
        mine = self.chosen(request, queryset)
        form = ThemeForm()
        if "theme" in request.POST:
            form = ThemeForm(request.POST)
        if form.is_valid():
            theme = form.cleaned_data["theme"]
            for initiative in mine:
                initiative.themes.add(theme)
            self.message_user(
                request,
                f"{len(mine)} voorbeelden hebben nu dit thema: {theme}.",
            )
            return None
        page = self.page_context(request, "Thema toevoegen")
        context = {
            **page,
            "form": form,
            "chosen": mine,
            "action": "set_theme",
        }
        return TemplateResponse(request, "admin/set_theme.html", context)


def step_buttons(publication_state):
    """(state, what its button says) of every step that can be taken from this state."""
    buttons = []
    for state in STEPS[publication_state]:
        label = BUTTONS[state]
        if publication_state == State.SUBMITTED and state == State.DRAFT:
            label = "Stuur terug met deze toelichting"
        buttons.append((state, label))
    return buttons


class ThemeForm(forms.Form):
    """Which theme."""

    theme = forms.ModelChoiceField(
        Theme.objects.all(),
        label="Thema",
        widget=UnfoldAdminSelectWidget,
    )
