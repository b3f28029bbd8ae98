"""Municipalities in a form: those that are near at hand to tick, and any other by typing its name."""

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import get_template
from django.utils import timezone

from curation.choosers import is_number
from partners.models import Municipality
from visitors.asked import readable
from wording.enumerations import joined

# how many names can be typed at once; commas part more in each of them
TYPED_FIELDS = 3
MOST_TYPED = 50


class PlacesWidget(forms.SelectMultiple):
    """Boxes to tick, and text fields with a list of names; without scripts too.

    ``near`` are the numbers of municipalities that are offered although nobody chose them.
    """

    near = ()

    def value_from_datadict(self, data, files, name):
        """Numbers of what was ticked, and names as they were typed."""
        values = data.getlist(name)
        for text in data.getlist(f"{name}_typed")[:TYPED_FIELDS]:
            values += [part.strip() for part in readable(text).split(",")]
        return [value for value in values if value][:MOST_TYPED]

    def value_omitted_from_data(self, data, files, name):
        return name not in data and f"{name}_typed" not in data

    def id_for_label(self, id_):
        return id_

    def render(
        self,
        name,
        value,
        attrs=None,
        renderer=None,
    ):
        chosen = set(map(str, value or []))
        numbers = {text for text in chosen if is_number(text)}
        typed = sorted(chosen - numbers)
        empty = [""] * max(TYPED_FIELDS - len(typed), 0)
        near_or_chosen = {*map(int, numbers), *self.near}
        offered = []
        for municipality in Municipality.objects.filter(pk__in=near_or_chosen):
            offered.append((municipality, str(municipality.pk) in chosen))
        current = Municipality.objects.current(timezone.localdate())
        attrs = attrs or {}
        context = {
            "name": name,
            "id": attrs.get("id", name),
            "described_by": attrs.get("aria-describedby", ""),
            "offered": offered,
            "typed": typed + empty,
            "names": current.values_list("name", flat=True),
        }
        # a page: it escapes
        return get_template("members/_places.html").render(context)


class PlacesField(forms.ModelMultipleChoiceField):
    """Numbers of municipalities, or names, towns and postcodes in them."""

    widget = PlacesWidget

    def clean(self, value):
        """The municipalities; a name that is none, or of several, is refused in a sentence."""
        numbers = []
        for typed in value or []:
            if is_number(str(typed)):
                numbers.append(typed)
            else:
                numbers.append(number_of(str(typed)))
        return super().clean(numbers)


def number_of(text):
    """The number of the municipality that this text names today."""
    today = timezone.localdate()
    current = Municipality.objects.current(today)
    matches = list(current.filter(name__iexact=text)) or list(
        Municipality.objects.search(text).current(today)[:4]
    )
    if len(matches) == 1:
        return matches[0].pk
    if not matches:
        raise ValidationError(
            f"We kennen geen gemeente of plaats ‘{text}’. Kijk of je het goed schreef."
        )
    raise ValidationError(
        f"‘{text}’ kan meer betekenen: {joined(matches)}. Schrijf de hele naam."
    )
