"""Fields that look a thing up by typing: what a tampered form sends is refused in a sentence, like any other choice."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.utils.text import capfirst
from unfold.contrib.filters.admin import AutocompleteSelectFilter
from unfold.contrib.filters.forms import AutocompleteDropdownForm

SCRIPTS = [  # what Unfold's choosers load, with select2's own Dutch
    "admin/js/vendor/jquery/jquery.js",
    "admin/js/vendor/select2/select2.full.js",
    "admin/js/vendor/select2/i18n/nl.js",
    "admin/js/jquery.init.js",
]
LONGEST_NUMBER = 18  # digits, of a number that PostgreSQL can hold


def is_number(text):
    """Whether this can be the number of a row."""
    return text.isdecimal() and len(text) <= LONGEST_NUMBER


def name_in_chooser(row):
    """What somebody recognises it by among others: its ``name_in_chooser`` where its name is not enough."""
    return getattr(row, "name_in_chooser", None) or str(row)


class OneOfThem(forms.ModelChoiceField):
    """A choice of one thing."""

    def label_from_instance(self, obj):
        return name_in_chooser(obj)


class SomeOfThem(forms.ModelMultipleChoiceField):
    """A choice of several things."""

    def label_from_instance(self, obj):
        return name_in_chooser(obj)


class NumbersOnly:
    """Django looks up whatever was sent to show it again, and stumbles over what is no number."""

    def optgroups(self, name, value, attr=None):
        numbers = [choice for choice in value if is_number(str(choice))]
        return super().optgroups(name, numbers, attr)


class Chooser(NumbersOnly, AutocompleteSelect):
    """One thing."""


class MultipleChooser(NumbersOnly, AutocompleteSelectMultiple):
    """Several things."""


class WithChoosers:
    """A list or form whose ``autocomplete_fields`` are these; in every field things are recognisable."""

    def formfield_for_foreignkey(
        self,
        db_field,
        request,
        **kwargs,
    ):
        kwargs.setdefault("form_class", OneOfThem)
        self.set_chooser(Chooser, db_field, request, kwargs)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(
        self,
        db_field,
        request,
        **kwargs,
    ):
        kwargs.setdefault("form_class", SomeOfThem)
        self.set_chooser(MultipleChooser, db_field, request, kwargs)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def set_chooser(
        self,
        chooser,
        db_field,
        request,
        kwargs,
    ):
        """Let a field that is among ``autocomplete_fields`` be chosen by typing, unless something else was said."""
        if db_field.name not in self.get_autocomplete_fields(request):
            return
        widget = chooser(
            db_field,
            self.admin_site,
            using=kwargs.get("using"),
        )
        kwargs.setdefault("widget", widget)


class ChooserForm(AutocompleteDropdownForm):
    """One thing to narrow a list by."""

    widget = Chooser

    class Media:
        js = [*SCRIPTS, "unfold/js/select2.init.js"]
        css = {
            "screen": [
                "admin/css/vendor/select2/select2.css",
                "admin/css/autocomplete.css",
            ]
        }


class ChooserFilter(AutocompleteSelectFilter):
    """Narrows a list by a thing that is found by typing, out of more than one would scroll through.

    Without JavaScript a name is typed beside it, and all that is found by it counts.
    """

    form_class = ChooserForm
    template = "admin/_chooser_filter.html"

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.title = capfirst(self.title)
        names = self.used_parameters.pop(self.name_parameter, [""])
        self.typed = names[-1].strip()

    @property
    def name_parameter(self):
        """What a typed name is called in the address."""
        return f"{self.field_path}__naam"

    def expected_parameters(self):
        return [*super().expected_parameters(), self.name_parameter]

    def choices(self, changelist):
        for choice in super().choices(changelist):
            yield {
                **choice,
                "name": self.name_parameter,
                "typed": self.typed,
            }

    def queryset(self, request, queryset):
        narrowed = super().queryset(request, queryset)
        if not self.typed:
            return narrowed
        model = self.field.related_model
        lists = self.model_admin.admin_site.get_model_admin(model)
        matches, _ = lists.get_search_results(
            request,
            model.objects.all(),
            self.typed,
        )
        about = queryset.model.objects.filter(**{f"{self.field_path}__in": matches})
        return narrowed.filter(pk__in=about.order_by().values("pk"))
