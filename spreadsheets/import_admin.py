"""The pages of an import, from file to confirmation."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from .choices import ImportState
from .forms import MappingForm
from .layouts import resource_of
from .models import ImportRun
from .place_form import PlaceForm
from .preview import columns_of, outcomes_of, page_of, reasons_of, refused_table
from .run_admin import RunAdmin, address_of_list, form_name, list_of_rows, name_of_rows
from .runs import may_confirm
from .tasks import advance
from .undo_question import foreseen_of
from .words_form import WordsForm
from .writing import download, write_sheet

State = ImportRun.State
# when what is read may be said anew
ASKED = (State.MAPPING, State.CHECKED, State.REFUSED, State.STOPPED)


@admin.register(ImportRun)
class ImportRunAdmin(RunAdmin):
    """Every import with what it did; its own page leads from file to confirmation."""

    list_display = ["file_name", "kind", "state", "user", "created_at", "total"]
    list_filter = ["state", "created_at"]
    list_select_related = ["user"]
    search_fields = ["file_name", "user__email"]

    @admin.display(description="wat")
    def kind(self, run: ImportRun) -> str:
        return name_of_rows(run)

    def get_urls(self) -> list[URLPattern]:
        views = {
            "bevestigen": self.confirm,
            "blad": self.place,
            "kolommen": self.columns,
            "woorden": self.words,
            "stoppen": self.stop,
            "opnieuw": self.again,
            "terugdraaien": self.undo,
            "geweigerd": self.refused,
        }
        pages = []
        for name, view in views.items():
            guarded = self.admin_site.admin_view(view)
            page = path(f"<int:pk>/{name}/", guarded, name=f"import_{name}")
            pages.append(page)
        return [*pages, *super().get_urls()]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """How far it is, or what it would do, or what it did."""
        run = self.run_of(request, object_id)
        outcome = request.GET.get("uitkomst", "")
        context = self.context_of(
            request,
            run,
            kind=self.kind(run),
            outcome=outcome,
            outcomes=outcomes_of(run),
            reasons=reasons_of(run, outcome),
            columns=columns_of(run),
            start_address=address_of_list(run, "import"),
            template_address=address_of_list(run, "template"),
            form_name=form_name(run),
            list_address=list_of_rows(run),
            page=page_of(run, outcome, request.GET.get("pagina")),
            may_confirm=may_confirm(run),
            may_undo=run.state == State.DONE and self.is_mine(request, run),
            may_stop=run.state in ImportRun.STOPPABLE,
            may_choose_place=bool(run.beginning) and run.state in ASKED,
            may_explain=bool(run.unknown_words) and run.state in ASKED,
        )
        return TemplateResponse(request, "admin/import_run.html", context)

    def place(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask which sheet is read and where its header stands, and read the file so."""
        run = self.run_of(request, pk)
        if not self.may_ask(request, run, run.beginning):
            return redirect(run)
        form = PlaceForm(request.POST or None, run)
        if self.goes_on(request, run, form, State.READING):
            return redirect(run)
        context = self.context_of(request, run, form=form)
        return TemplateResponse(request, "admin/import_place.html", context)

    def columns(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask which column is what, and check the file with the answers."""
        run = self.run_of(request, pk)
        has_own_columns = run.headers and not run.layout
        if not self.may_ask(request, run, has_own_columns):
            return redirect(run)
        form = MappingForm(
            request.POST or None,
            run,
            resource_of(run.model),
        )
        if self.goes_on(request, run, form, State.CHECKING):
            return redirect(run)
        context = self.context_of(
            request,
            run,
            form=form,
            may_choose_place=bool(run.beginning),
        )
        return TemplateResponse(request, "admin/import_columns.html", context)

    def words(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask what unknown words mean, remember it, and check the file with it."""
        run = self.run_of(request, pk)
        if not self.may_ask(request, run, run.unknown_words):
            return redirect(run)
        form = WordsForm(
            request.POST or None,
            run,
            resource_of(run.model),
        )
        if self.goes_on(request, run, form, State.CHECKING):
            return redirect(run)
        context = self.context_of(
            request,
            run,
            form=form,
            more=len(run.unknown_words) - len(form.unknown_words),
            words_address=address_of_list(run, "words"),
        )
        return TemplateResponse(request, "admin/import_words.html", context)

    def confirm(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Write what the preview shows."""
        run = self.posted_run(request, pk)
        if may_confirm(run):
            advance(run, State.WRITING, allowed=(State.CHECKED,))
        return redirect(run)

    def stop(self, request: HttpRequest, pk: int) -> HttpResponse:
        """End the work; what was not finished leaves no trace."""
        run = self.posted_run(request, pk)
        stoppable = ImportRun.objects.filter(
            pk=run.pk,
            state__in=ImportRun.STOPPABLE,
        )
        stoppable.update(state=State.STOPPED)
        return redirect(run)

    def again(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Check the same file once more."""
        run = self.posted_run(request, pk)
        if self.is_forgotten(request, run):
            return redirect(run)
        if "only_good" in request.POST:
            run.only_good = request.POST["only_good"] == "ja"
        state = State.READING
        if run.headers:
            state = State.CHECKING
        advance(run, state, allowed=(State.STOPPED, State.CHECKED, State.REFUSED))
        return redirect(run)

    def undo(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask whether everything must become as it was before this import, and say what stays; then do it."""
        run = self.run_of(request, pk)
        if not self.is_mine(request, run):
            raise PermissionDenied
        if request.method == "POST":
            advance(run, State.UNDOING, allowed=(State.DONE,), user=request.user)
            return redirect(run)
        if run.state != State.DONE:
            return redirect(run)
        context = self.context_of(
            request,
            run,
            kind=name_of_rows(run),
            **foreseen_of(run, request.user),
        )
        return TemplateResponse(request, "admin/import_undo.html", context)

    def may_ask(self, request: HttpRequest, run: ImportRun, subject: Any) -> bool:
        """Whether there is something to ask about now, and the file still there to read with the answer."""
        if not subject or run.state not in ASKED:
            return False
        return not self.is_forgotten(request, run)

    def goes_on(
        self,
        request: HttpRequest,
        run: ImportRun,
        form: PlaceForm | MappingForm | WordsForm,
        state: ImportState,
    ) -> bool:
        """Whether somebody answered: the answer is kept, and the work begins with it."""
        if request.method != "POST" or not form.is_valid():
            return False
        form.save()
        advance(run, state, allowed=ASKED)
        return True

    def is_forgotten(self, request: HttpRequest, run: ImportRun) -> bool:
        """Whether the file is past its term, or whose it was is gone; says so."""
        if run.file and run.user:
            return False
        self.message_user(
            request,
            "Dit bestand is er niet meer. Importeer het opnieuw.",
            "error",
        )
        return True

    def refused(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The refused rows with their reasons, as a file to mend."""
        run = self.run_of(request, pk)
        response = download(f"geweigerde-rijen-{run.pk}.xlsx", "xlsx")
        header, rows = refused_table(run)
        write_sheet(response, "xlsx", header, rows)
        return response

    def run_of(self, request: HttpRequest, pk: int | str) -> ImportRun:
        """The run, of this user or for a national curator; 404 for another's."""
        if not str(pk).isdecimal():
            raise Http404
        return get_object_or_404(self.get_queryset(request), pk=pk)

    def posted_run(self, request: HttpRequest, pk: int) -> ImportRun:
        """The run of which a button was pressed; refuse whoever may only look."""
        run = self.run_of(request, pk)
        if request.method != "POST" or not self.is_mine(request, run):
            raise PermissionDenied
        return run

    def is_mine(self, request: HttpRequest, run: ImportRun) -> bool:
        """Whether this user decides about the run."""
        return run.user_id == request.user.pk or request.user.is_national_curator
