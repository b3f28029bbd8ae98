"""The curators' pages of tips: what readers know of, and what becomes of it."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone

from curation.read_only import ReadOnlyPages
from curation.texts import posted_text

from .doubles import Titles
from .models import Initiative, Tip
from .review import StepRefusedError
from .tip_forms import KnownForm, TakenForm
from .tips import refuse, say_known, take


class TipPages(ReadOnlyPages):
    """A list of tips; each has a page on which a curator of its province decides."""

    province_path = "place__province__name"
    list_display = ["title", "url", "place", "state", "tipped_at"]
    list_filter = ["state", "tipped_at"]
    list_select_related = ["place"]
    search_fields = ["title", "url"]

    def get_urls(self):
        view = self.admin_site.admin_view(self.decide)
        page = path("<int:pk>/besluiten/", view, name="tip_decide")
        return [page, *super().get_urls()]

    def change_view(
        self,
        request,
        object_id,
        form_url="",
        extra_context=None,
    ):
        """What was told, what looks like it, and what can be done with it."""
        tip = self.get_object(request, object_id)
        if request.method == "POST":
            raise PermissionDenied
        return self.tip_page(request, tip)

    def decide(self, request, pk):
        """Make an example of it, say that it is there already, or refuse it."""
        tip = get_object_or_404(Tip, pk=pk)
        mine = Tip.objects.editable_by(request.user)
        if request.method != "POST" or not mine.filter(pk=pk).exists():
            raise PermissionDenied
        try:
            return self.do_what_the_button_says(request, tip)
        except StepRefusedError as error:
            self.message_user(request, str(error), "error")
            return redirect("admin:initiatives_tip_change", pk)

    def do_what_the_button_says(self, request, tip):
        """Where a form has a mistake the page comes back with it."""
        by = {
            "tip": tip,
            "user": request.user,
            "now": timezone.now(),
        }
        if "overnemen" in request.POST:
            form = TakenForm(request.POST)
            if not form.is_valid():
                return self.tip_page(request, tip, taken=form)
            initiative = take(form=form, **by)
            return redirect("admin:initiatives_initiative_review", initiative.pk)
        if "bekend" in request.POST:
            form = KnownForm(request.POST)
            if not form.is_valid():
                return self.tip_page(request, tip, known=form)
            say_known(
                initiative=form.cleaned_data["initiative"],
                **by,
            )
        elif "afwijzen" in request.POST:
            refuse(answer=posted_text(request, "answer"), **by)
        return redirect("admin:initiatives_tip_change", tip.pk)

    def tip_page(
        self,
        request,
        tip,
        taken=None,
        known=None,
    ):
        """The page of a tip, with what is wrong in its forms."""
        context = {
            **self.page_context(request, f"Tip: {tip}"),
            "tip": tip,
            "alike": look_alikes(tip),
            "taken": taken or TakenForm(initial={"title": tip.title}),
            "known": known or KnownForm(),
        }
        return TemplateResponse(request, "admin/tip.html", context)


def look_alikes(tip):
    """Examples with almost this title, or with this very page as a source."""
    alike = [pk for pk, _ in Titles().like(tip.title)]
    initiatives = Initiative.objects.filter(Q(pk__in=alike) | Q(sources__url=tip.url))
    return initiatives.distinct()[:5]
