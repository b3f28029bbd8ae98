"""What hangs under an event or a session in the forms of curators."""

from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet, ModelForm

from curation.options import OwnedTabularInline
from initiatives.forms import PICTURE_FIELDS, PhotoForm

from .models import (
    Appearance,
    EvaluationQuestion,
    EventDay,
    EventPhoto,
    EventRole,
    PriceTier,
)

TWICE = "Deze persoon staat er twee keer met dezelfde rol."


class DayFormSet(BaseInlineFormSet):
    """The days of a meeting: those that are left as they are move along with it (``actions.moving``)."""

    def full_clean(self):
        """A day that moves along is not looked at where it was."""
        for form in self.initial_forms:
            form.moved = self.instance.moved
            form.empty_permitted = bool(form.moved)
        super().full_clean()


class DayForm(ModelForm):
    """A day; of a meeting that moves it has another date, unless that was filled in too."""

    moved = None

    def clean_date(self):
        date = self.cleaned_data["date"]
        if self.moved and "date" not in self.changed_data:
            return date + self.moved
        return date


class DayInline(OwnedTabularInline):
    model = EventDay
    form = DayForm
    formset = DayFormSet


class RoleInline(OwnedTabularInline):
    model = EventRole
    autocomplete_fields = ["organisation", "source"]


class PriceInline(OwnedTabularInline):
    model = PriceTier
    fields = [
        "name",
        "amount",
        "for_whom",
        "provinces",
        "sector",
        "valid_until",
        "position",
        "note",
    ]
    autocomplete_fields = ["provinces"]


class QuestionInline(OwnedTabularInline):
    model = EvaluationQuestion


class EventPhotoInline(OwnedTabularInline):
    model = EventPhoto
    form = PhotoForm
    fields = PICTURE_FIELDS


class RolesFormSet(BaseInlineFormSet):
    """All roles of one programme part together: nobody has the same one twice."""

    def clean(self):
        """Say it before the database does."""
        super().clean()
        roles = set()
        for form in self.forms:
            if (
                not form.is_valid()
                or form in self.deleted_forms
                or not form.cleaned_data.get("speaker")
            ):
                continue
            role = (form.cleaned_data["speaker"], form.cleaned_data["role"])
            if role in roles:
                raise ValidationError(TWICE)
            roles.add(role)


class AppearanceFormSet(RolesFormSet):
    """Whoever has a role in a session has it in the event of that session."""

    def full_clean(self):
        """By now the session knows its event; when the rows were made it did not."""
        for form in self.forms:
            form.instance.event_id = self.instance.event_id
        super().full_clean()

    def save(self, commit=True):  # noqa: FBT002 Django calls it so
        """Roles move along with a session that goes to another event."""
        saved = super().save(commit)
        event = self.instance.event_id
        self.instance.appearances.exclude(event=event).update(event=event)
        return saved


class AppearanceInline(OwnedTabularInline):
    model = Appearance
    formset = AppearanceFormSet
    fields = ["speaker", "role", "is_still_to_ask", "position"]
    autocomplete_fields = ["speaker"]


class WholeEventFormSet(RolesFormSet):
    """Roles in the event as a whole, such as its chair; those of sessions stand with their session."""

    def __init__(self, *args, queryset=None, **kwargs):
        if queryset is None:
            queryset = Appearance.objects.all()
        super().__init__(
            *args,
            queryset=queryset.filter(session=None),
            **kwargs,
        )


class WholeEventInline(AppearanceInline):
    formset = WholeEventFormSet
    verbose_name = "rol bij de hele bijeenkomst"
    verbose_name_plural = "rollen bij de hele bijeenkomst"
