"""Fields that look a thing up by typing: what a tampered form sends is refused in a sentence, like any other choice."""

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple

LONGEST_NUMBER = 18  # digits, of a number that PostgreSQL can hold


def is_number(text):
    """Whether this can be the number of a row."""
    return text.isdecimal() and len(text) <= LONGEST_NUMBER


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
    """A list or form whose ``autocomplete_fields`` are these."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", Chooser(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", MultipleChooser(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_manytomany(db_field, request, **kwargs)
