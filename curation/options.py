"""What every list and form of the curators shares: permissions, staying within one's provinces, and history."""

from django.db import transaction
from rules.contrib.admin import ObjectPermissionsModelAdminMixin
from unfold.admin import ModelAdmin, StackedInline, TabularInline

from accounts.permissions import is_curator
from accounts.scopes import hidden_fields, owners_are_editable
from spreadsheets.admin_pages import SpreadsheetPages

from .admin_log import LogWithoutNames
from .choosers import SCRIPTS, WithChoosers
from .chosen_rows import ChosenRows
from .columns import ColumnChoice
from .deleting import SaysWhatGoes
from .foreign_rows import MarksForeignRows
from .history_pages import HistoryPages
from .long_lines import WithGrowingTexts, WithLongLines
from .quick_lists import QuickLists
from .refusing import OutOfScopeError, RefusedForm, delete_new_files
from .rights import FindsRightsOnce
from .saved_views import SavedViewPages
from .simultaneous_pages import SimultaneousForms, SimultaneousRows


class CuratedAdmin(
    HistoryPages,
    WithChoosers,
    WithLongLines,
    QuickLists,
    ColumnChoice,
    MarksForeignRows,
    ChosenRows,
    SpreadsheetPages,
    SavedViewPages,
    SimultaneousForms,
    SaysWhatGoes,
    LogWithoutNames,
    FindsRightsOnce,
    ObjectPermissionsModelAdminMixin,
    ModelAdmin,
):
    """A list and form in which everybody sees all, and changes what is theirs.

    ``resource_class`` is the spreadsheet layout; without one there is no import and export.
    """

    class Media:
        js = SCRIPTS

    change_form_before_template = "admin/_form_top.html"
    warn_unsaved_form = True
    list_filter_submit = True
    list_fullwidth = True
    list_per_page = 50
    show_full_result_count = False
    object_history_template = "admin/timeline.html"
    out_of_scope = (
        "Dit hoort dan niet bij een provincie waar jij curator van bent. Kies een "
        "bibliotheek of plaats daar."
    )

    def has_add_permission(self, request):
        return request.user.has_perm(
            f"{self.opts.app_label}.add_{self.opts.model_name}"
        )

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    # --- what only some may see -----------------------------------------------------------------------
    def hidden_fields(self, request, row):
        """Names of the fields of a row that this user may not see."""
        rows = self.model._base_manager.filter(pk=row.pk)
        by_row = hidden_fields(rows, request.user)
        return by_row.get(row.pk, ())

    def get_fieldsets(self, request, obj=None):
        """The form, without those."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return fieldsets
        hidden = self.hidden_fields(request, obj)
        shown = []
        for title, options in fieldsets:
            names = [name for name in options["fields"] if name not in hidden]
            shown.append((title, {**options, "fields": names}))
        return shown

    def lookup_allowed(self, lookup, value, request=None):
        """Nobody narrows a list by them: how many rows are left would tell what stands there."""
        field, *_ = lookup.split("__")
        if field in getattr(self.model, "PRIVATE_FIELDS", ()):
            return False
        return super().lookup_allowed(lookup, value, request)

    # --- saving stays within what is theirs ---------------------------------------------------------
    def save_form(self, request, form, change):
        """Refuse a row that would hang under what is not theirs, before anything of it is stored."""
        row = super().save_form(request, form, change)
        if not owners_are_editable(row, request.user):
            raise OutOfScopeError
        return row

    def save_related(self, request, form, formsets, change):
        """Refuse what would leave the provinces of who saves it: the whole form is taken back, its new files too."""
        super().save_related(request, form, formsets, change)
        if self.may_add_for_all(request):
            return
        mine = type(form.instance)._default_manager.editable_by(request.user)
        if not mine.filter(pk=form.instance.pk).exists():
            delete_new_files(form)
            raise OutOfScopeError

    def may_add_for_all(self, request):
        """Whether what is saved here may be nobody's in particular, like a source."""
        return request.user.is_national_curator

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Show the form again, with everything that was typed, when saving had to be taken back."""
        try:
            with transaction.atomic():
                return super().changeform_view(
                    request, object_id, form_url, extra_context
                )
        except OutOfScopeError:
            request.refused_because = self.out_of_scope
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        """The form; it carries the sentence of a save that was taken back."""
        form = super().get_form(request, obj, change=change, **kwargs)
        sentence = getattr(request, "refused_because", None)
        if sentence is None:
            return form
        return type(
            form.__name__,
            (RefusedForm, form),
            {"sentence": sentence},
        )


class OwnedInline:
    """Rows in the form of the thing they hang under: whoever may change that, may change these."""

    extra = 0
    keeper = staticmethod(is_curator)  # a role that one needs besides

    def has_view_permission(self, request, obj=None):
        return request.user.is_curator

    def has_add_permission(self, request, obj=None):
        if not self.keeper(request.user):
            return False
        return obj is None or self.may_change_owner(request, obj)

    has_change_permission = has_add_permission
    has_delete_permission = has_change_permission

    def may_change_owner(self, request, owner):
        """Ask once per request; every inline asks it several times."""
        if owner.pk is None:
            return True
        answers = request.__dict__.setdefault("may_change_owner", {})
        key = (type(owner), owner.pk)
        if key not in answers:
            editable = type(owner)._default_manager.editable_by(request.user)
            answers[key] = editable.filter(pk=owner.pk).exists()
        return answers[key]


class OwnedTabularInline(
    WithChoosers, WithGrowingTexts, OwnedInline, SimultaneousRows, TabularInline
):
    """Rows of which the fields stand next to each other; a text grows with what stands in it."""


class OwnedStackedInline(
    WithChoosers, WithLongLines, OwnedInline, SimultaneousRows, StackedInline
):
    """Long rows, one below the other."""
