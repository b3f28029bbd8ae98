"""Forms of the room that two people may have open: what each changed is kept, and each sees that the other is there."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST

from wording.enumerations import joined

from .choosers import is_number
from .open_forms import OpenForm
from .simultaneous_edits import KeepsOthersEdits, kept_in_words, lock


def keeping_others_edits(form_class, **attributes):
    """The same form class, which keeps what others changed since it was opened."""
    if issubclass(form_class, KeepsOthersEdits):
        return form_class
    return type(form_class.__name__, (KeepsOthersEdits, form_class), attributes)


class TellsWhatIsLost:
    """Rows of which somebody else may have deleted one that this person changed."""

    def clean(self):
        super().clean()
        for form in self.initial_forms:
            if form.lost:
                raise ValidationError(
                    "Iemand anders heeft intussen een regel verwijderd die jij veranderde. "
                    f"Voeg hem opnieuw toe als hij moet blijven. Dit had je ingevuld: {'; '.join(form.lost)}."
                )


class OneEmptyRow:
    """The row that a script copies for a new one: a page asks for it four times, and nobody changes it."""

    @cached_property
    def empty_form(self):
        return super().empty_form


class SimultaneousForms:
    """A form of the admin that two people may have open at once."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_open"
        view = self.admin_site.admin_view(require_POST(self.open_view))
        return [path("<path:object_id>/open/", view, name=name), *super().get_urls()]

    def get_form(self, request, obj=None, change=False, **kwargs):  # noqa: FBT002 as Django has it
        return keeping_others_edits(
            super().get_form(request, obj, change=change, **kwargs)
        )

    def open_view(self, request, object_id):
        """Say who else has this form open; the page asks it while it stands on a screen."""
        row = self.get_object(request, object_id)
        if row is None or not self.has_change_permission(request, row):
            raise PermissionDenied
        OpenForm.objects.keep_open(
            row,
            user=request.user,
            now=timezone.now(),
            lasts=OpenForm.BETWEEN_SIGNS,
        )
        others_here = self._others_here(request, row)
        if request.POST.get("others_here") == others_here:
            # nothing to read out once more
            return HttpResponse(status=HTTPStatus.NO_CONTENT)
        return render(request, "admin/_others_here.html", {"others_here": others_here})

    def _others_here(self, request, row):
        """``An en Bo bewerken dit nu.``; empty when nobody else does."""
        others = (
            OpenForm.objects.of(row)
            .active(timezone.now())
            .exclude(user=request.user)
            .select_related("user")
        )
        names = [str(form.user) for form in others]
        if not names:
            return ""
        verb = "bewerkt" if len(names) == 1 else "bewerken"
        return f"{joined(names)} {verb} dit nu."

    def render_change_form(
        self, request, context, add=False, change=False, form_url="", obj=None
    ):  # noqa: FBT002
        if obj and self.has_change_permission(request, obj):
            OpenForm.objects.keep_open(
                obj,
                user=request.user,
                now=timezone.now(),
                lasts=OpenForm.WITHOUT_SIGN,
            )
            context = {
                **context,
                "others_here": self._others_here(request, obj),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def changeform_view(
        self,
        request,
        object_id=None,
        form_url="",
        extra_context=None,
    ):
        """While a row is saved nobody else saves it, so that what it is compared with stays as it is."""
        if request.method == "POST" and object_id and is_number(object_id):
            lock(self.model._base_manager.filter(pk=object_id))
        return super().changeform_view(request, object_id, form_url, extra_context)

    def save_related(
        self,
        request,
        form,
        formsets,
        change,
    ):
        super().save_related(request, form, formsets, change)
        forms = [form]
        for formset in formsets:
            forms += formset.initial_forms
        kept = []
        for saved in forms:
            kept += saved.kept
        if kept:
            self.message_user(request, kept_in_words(kept))

    def response_post_save_change(self, request, obj):
        OpenForm.objects.of(obj).filter(user=request.user).delete()
        return super().response_post_save_change(request, obj)


class SimultaneousRows:
    """Rows of such a form."""

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form = keeping_others_edits(formset.form)
        return type(formset.__name__, (TellsWhatIsLost, OneEmptyRow, formset), {})
