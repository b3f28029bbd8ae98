"""What every list and form of the curators shares: permissions, staying within one's provinces, and history."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, path, reverse
from django.utils.html import format_html_join
from rules.contrib.admin import ObjectPermissionsModelAdminMixin
from unfold.admin import ModelAdmin, StackedInline, TabularInline

from accounts.permissions import is_curator
from accounts.scopes import hidden_fields, owners_are_editable
from history.restore import RestoreRefusedError, restore_version
from history.timeline import timeline
from history.tracking import is_watched
from spreadsheets.admin_pages import SpreadsheetPages

from .admin_log import LogWithoutNames
from .choosers import SCRIPTS, WithChoosers
from .chosen_rows import ChosenRows
from .columns import ColumnChoice
from .foreign_rows import MarksForeignRows
from .long_lines import WithLongLines
from .merging import merged_into
from .models import Merge
from .quick_lists import QuickLists
from .refusing import OutOfScopeError, RefusedForm, delete_new_files
from .saved_views import SavedViewPages
from .simultaneous_pages import SimultaneousForms, SimultaneousRows


class CuratedAdmin(
    WithChoosers,
    WithLongLines,
    QuickLists,
    ColumnChoice,
    MarksForeignRows,
    ChosenRows,
    SpreadsheetPages,
    SavedViewPages,
    SimultaneousForms,
    LogWithoutNames,
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
    def hidden_fields(self, request, thing):
        """Names of the fields of a thing that this user may not see."""
        rows = self.model._base_manager.filter(pk=thing.pk)
        return hidden_fields(rows, request.user).get(thing.pk, ())

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
        is_private = lookup.split("__")[0] in getattr(self.model, "PRIVATE_FIELDS", ())
        return not is_private and super().lookup_allowed(lookup, value, request)

    # --- saving stays within what is theirs ---------------------------------------------------------
    def save_form(self, request, form, change):
        """Refuse a row that would hang under what is not theirs, before anything of it is stored."""
        thing = super().save_form(request, form, change)
        if not owners_are_editable(thing, request.user):
            raise OutOfScopeError
        return thing

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
        return type(form.__name__, (RefusedForm, form), {"sentence": sentence})

    # --- history ------------------------------------------------------------------------------------
    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_restore"
        view = self.admin_site.admin_view(self.restore_view)
        return [
            path("<path:object_id>/history/herstel/", view, name=name),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        """Who changed what, when, and from which import."""
        thing = self.thing_or_404(request, object_id)
        if not self.has_view_permission(request, thing):
            raise PermissionDenied
        hidden = self.hidden_fields(request, thing)
        restore = f"admin:{self.opts.app_label}_{self.opts.model_name}_restore"
        context = {
            **self.admin_site.each_context(request),
            "title": f"Geschiedenis van {thing}",
            "is_watched": is_watched(self.model),
            "entries": timeline(thing, merged_into(thing), hidden=hidden),
            "thing": thing,
            "merges": Merge.objects.of(self.model).filter(kept_id=thing.pk),
            "form_address": form_address(thing),
            "restore_address": reverse(restore, args=[object_id]),
            "may_restore": self.has_change_permission(request, thing),
        }
        return TemplateResponse(request, self.object_history_template, context)

    def thing_or_404(self, request, object_id):
        """The object of an address; 404 for a number that is none."""
        thing = self.get_object(request, unquote(object_id))
        if thing is None:
            raise Http404
        return thing

    def restore_view(self, request, object_id):
        """Bring back how it was at a moment in its history."""
        thing = self.thing_or_404(request, object_id)
        if not self.has_change_permission(request, thing):
            raise PermissionDenied
        if request.method == "POST":
            try:
                restore_version(
                    thing=thing,
                    moment=request.POST.get("versie", ""),
                    user=request.user,
                )
                self.message_user(request, "Deze versie is hersteld.")
            except (RestoreRefusedError, ValidationError) as error:
                self.message_user(request, str(error), "error")
        return redirect(
            f"admin:{self.opts.app_label}_{self.opts.model_name}_history", object_id
        )


class OwnedInline:
    """Rows in the form of the thing they hang under: whoever may change that, may change these."""

    extra = 0
    keeper = staticmethod(is_curator)  # a role that one needs besides

    def has_view_permission(self, request, obj=None):
        return request.user.is_curator

    def has_add_permission(self, request, obj=None):
        return self.keeper(request.user) and (
            obj is None or self.may_change_owner(request, obj)
        )

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
    WithChoosers, WithLongLines, OwnedInline, SimultaneousRows, TabularInline
):
    """Short rows, side by side."""


class OwnedStackedInline(
    WithChoosers, WithLongLines, OwnedInline, SimultaneousRows, StackedInline
):
    """Long rows, one below the other."""


def change_address(things):
    """Links to the forms of these things."""
    links = [(form_address(thing), thing) for thing in things]
    return format_html_join(", ", '<a href="{}">{}</a>', links)


def form_address(thing):
    """The address of the admin form of a thing; a thing of several kinds says which list has its form."""
    name = getattr(thing, "form_model_name", thing._meta.model_name)
    try:
        return reverse(f"admin:{thing._meta.app_label}_{name}_change", args=[thing.pk])
    except NoReverseMatch:
        return ""
