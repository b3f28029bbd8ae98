"""Import and export of a list in the admin: the pages where they begin."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.db.models.options import Options
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.text import slugify
from unfold.decorators import action

from .empty_sheets import write_empty_sheet
from .forms import UploadForm
from .import_filter import ImportFilter
from .layouts import ForeignLayout, resource_of
from .models import ExplainedWord, ExportRun, ImportRun
from .resources import ContentResource
from .tasks import advance
from .writing import download

LONGEST_FILE_NAME = 200  # characters
LONGEST_NUMBER = 18  # digits


class SpreadsheetPages:
    """Adds import and export to a list; ``resource_class`` is the layout, without it there is neither."""

    resource_class: type[ContentResource] | None = None
    foreign_layouts: Sequence[type[ForeignLayout]] = ()
    change_list_template = "admin/curated_change_list.html"
    # what it uses of the admin beside which it stands
    opts: Options
    admin_site: AdminSite
    has_add_permission: Callable[[HttpRequest], bool]
    has_view_permission: Callable[[HttpRequest], bool]
    get_changelist_instance: Callable[[HttpRequest], ChangeList]
    message_user: Callable[[HttpRequest, str], None]

    def get_urls(self):
        if self.resource_class is None:
            return super().get_urls()
        return [
            self.page_at("import/", self.import_view, "import"),
            self.page_at("sjabloon/", self.template_view, "template"),
            self.page_at("woorden/", self.words_view, "words"),
            self.page_at("export/", self.export_view, "export"),
            *super().get_urls(),
        ]

    def page_at(self, address: str, view: Callable, name: str) -> URLPattern:
        """A page of this list, for who may come into the room."""
        return path(
            address,
            self.admin_site.admin_view(view),
            name=f"{self.opts.app_label}_{self.opts.model_name}_{name}",
        )

    def has_import_permission(self, request: HttpRequest) -> bool:
        """Whoever may add here, may bring in a file; each row is checked on its own."""
        return self.resource_class is not None and self.has_add_permission(request)

    def has_export_permission(self, request: HttpRequest) -> bool:
        """Whoever may see the list, may take it out."""
        return self.resource_class is not None and self.has_view_permission(request)

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Ask for a file; reading and checking it is background work."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        form = UploadForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            run = form.save(commit=False)
            run.user = request.user
            run.model = self.opts.label_lower
            run.file_name = run.file.name[-LONGEST_FILE_NAME:]
            advance(run, ImportRun.State.READING)
            return redirect(run)
        plural = str(self.opts.verbose_name_plural)
        context = self.page_context(
            request,
            f"{plural.capitalize()} importeren",
        )
        context["form"] = form
        context["template_address"] = reverse(admin_urlname(self.opts, "template"))
        context["words_address"] = reverse(admin_urlname(self.opts, "words"))
        context["word_count"] = self.words_of(request).count()
        context["columns"] = resource_of(self.opts.label_lower).columns
        context["layouts"] = [layout.recognised for layout in self.foreign_layouts]
        return TemplateResponse(request, "admin/import_start.html", context)

    def template_view(self, request: HttpRequest) -> HttpResponse:
        """An empty spreadsheet of this list, to fill in."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        plural = slugify(self.opts.verbose_name_plural)
        response = download(f"{plural}-leeg.xlsx", "xlsx")
        write_empty_sheet(response, resource_of(self.opts.label_lower))
        return response

    def words_view(self, request: HttpRequest) -> HttpResponse:
        """The words that this curator explained for this list; one is forgotten with its button."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        words = self.words_of(request)
        if request.method == "POST":
            number = request.POST.get("woord", "")[:LONGEST_NUMBER]
            if number.isdecimal():
                count, _ = words.filter(pk=int(number)).delete()
                if count:
                    self.message_user(request, "Het woord is vergeten.")
            return redirect(request.path)
        title = f"Uitgelegde woorden bij {self.opts.verbose_name_plural}"
        context = self.page_context(request, title)
        context["words"] = words
        return TemplateResponse(request, "admin/explained_words.html", context)

    def words_of(self, request: HttpRequest) -> QuerySet:
        """What this curator explained for this list."""
        return ExplainedWord.objects.filter(
            user=request.user,
            model=self.opts.label_lower,
        )

    def export_view(self, request: HttpRequest) -> HttpResponse:
        """Begin an export of the list as its filters leave it."""
        if not self.has_export_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            raise Http404
        try:
            shown = self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters:
            return redirect(admin_urlname(self.opts, "changelist"))
        return self.begin_export(request, shown)

    @action(description="Exporteer wat gekozen is")
    def export_chosen(
        self,
        request: HttpRequest,
        queryset: QuerySet,
    ) -> HttpResponse:
        """Begin an export of the chosen rows."""
        if not self.has_export_permission(request):
            raise PermissionDenied
        return self.begin_export(request, queryset)

    def page_context(
        self,
        request: HttpRequest,
        title: str,
    ) -> dict[str, Any]:
        """What the frame of a page of our own needs."""
        context = self.admin_site.each_context(request)
        context["title"] = title
        return context

    def begin_export(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse:
        """Keep which rows, each once and in their order, and lead to the page that asks for the kind of file."""
        keys = dict.fromkeys(queryset.values_list("pk", flat=True))
        run = ExportRun.objects.create(
            user=request.user,
            model=self.opts.label_lower,
            keys=list(keys),
        )
        return redirect("admin:spreadsheets_exportrun_change", run.pk)

    def get_list_filter(self, request):
        filters = super().get_list_filter(request)
        if self.has_import_permission(request):
            return [*filters, ImportFilter]
        return filters

    def get_actions(self, request):
        actions = super().get_actions(request)
        if self.has_export_permission(request):
            name = "export_chosen"
            actions[name] = (type(self).export_chosen, name, "Exporteer wat gekozen is")
        return actions

    def changelist_view(self, request, extra_context=None):
        context = {"import_address": "", "export_address": ""}
        if self.has_import_permission(request):
            context["import_address"] = reverse(admin_urlname(self.opts, "import"))
        if self.has_export_permission(request):
            context["export_address"] = reverse(admin_urlname(self.opts, "export"))
        context.update(extra_context or {})
        return super().changelist_view(request, context)
