"""What a library member writes about an initiative; the same form makes, changes and proposes."""

from itertools import chain

from django import forms
from django.utils import timezone

from accounts import kinds
from curation.simultaneous_edits import KeepsOthersEdits
from partners.models import Library, Municipality
from wording.yes_or_no import yes_or_no

from .models import Initiative
from .place_field import PlacesField
from .posting import as_posted
from .record import OF_CURATORS, SECTIONS, fields_in

PLACES_HELP = "Kies een gemeente, of typ een gemeente, plaats of postcode. Meer tegelijk? Zet er een komma tussen."


def asked_in(section):
    """The names of the fields of a section that members are asked for."""
    if section in OF_CURATORS:
        return []
    return [entry.name for entry in fields_in(section) if entry.is_asked]


class InitiativeForm(KeepsOthersEdits, forms.ModelForm):
    """All that a member may say about an initiative, in sections."""

    names_others = False

    class Meta:
        model = Initiative
        fields = list(chain.from_iterable(map(asked_in, SECTIONS)))
        widgets = {
            "summary": forms.Textarea,
            "themes": forms.CheckboxSelectMultiple,
            "target_groups": forms.CheckboxSelectMultiple,
        }
        field_classes = {"places": PlacesField}
        help_texts = {"places": PLACES_HELP, "year": "Uit welk jaar komen je gegevens?"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if getattr(field.widget, "input_type", "") != "checkbox":
                field.widget.attrs["class"] = "input"
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 4
        municipalities = Municipality.objects.current(timezone.localdate())
        if self.instance.pk:
            chosen = self.instance.places.values("pk")
            municipalities = municipalities | Municipality.objects.filter(pk__in=chosen)
        self.fields["places"].queryset = municipalities.distinct()
        if self.instance.pk:
            self.offer_places_of(self.instance.leads)

    def offer_places_of(self, organisations):
        """Show the municipalities where these work as boxes to tick."""
        today = timezone.localdate()
        near = Municipality.objects.current(today).filter(libraries__in=organisations)
        self.fields["places"].widget.near = list(near.values_list("pk", flat=True))

    @classmethod
    def with_values(cls, initiative, values):
        """The form as if somebody had filled in these new values and left all else as it is."""
        data = as_posted(
            {
                **values_of(initiative),
                **values,
            }
        )
        return cls(data, instance=initiative)

    def keep_only(self, names):
        """Ask for these fields and no others."""
        for name in set(self.fields) - set(names):
            del self.fields[name]

    @property
    def sections(self):
        """(heading, fields) in the order of the page."""
        sections = []
        for section in SECTIONS:
            names = asked_in(section)
            if names:
                sections.append((section, [self[name] for name in names]))
        return sections

    @property
    def errors_in_words(self):
        """Every error with the name of its field."""
        sentences = []
        for name, messages in self.errors.items():
            sentence = " ".join(messages)
            if name in self.fields:
                sentence = f"{self.fields[name].label}: {sentence}"
            sentences.append(sentence)
        return sentences

    def save_only(self, names):
        """Store these fields and leave every other as it is in the database."""
        stored = Initiative.objects.get(pk=self.instance.pk)
        for name in names:
            value = self.cleaned_data[name]
            if kinds.field_of(stored, name).many_to_many:
                getattr(stored, name).set(value)
            else:
                setattr(stored, name, value)
        stored.save()

    def changed_values(self):
        """{field: {"old": …, "new": …}} of what differs from the initiative as it is stored."""
        stored = values_of(Initiative.objects.get(pk=self.instance.pk))
        changes = {}
        for name in self.fields:
            old = stored[name]
            new = as_json(self.cleaned_data[name])
            if old != new:
                changes[name] = {"old": old, "new": new}
        return changes


class NewInitiativeForm(InitiativeForm):
    """A first description; the library that sends it in leads it."""

    library = forms.ModelChoiceField(
        Library.objects.none(),
        label="bibliotheek",
        empty_label=None,
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        libraries = Library.objects.filter(memberships__in=user.memberships.active())
        self.fields["library"].queryset = libraries.distinct()
        self.offer_places_of(libraries)

    @property
    def sections(self):
        return [("Van wie", [self["library"]]), *super().sections]


def values_of(initiative):
    """What the form would show of an initiative, as JSON can hold it."""
    return {
        name: as_json(getattr(initiative, name)) for name in InitiativeForm.Meta.fields
    }


def as_json(value):
    """A value of the model or of the form as JSON can hold it."""
    if hasattr(value, "values_list"):
        return sorted(value.values_list("pk", flat=True))
    if isinstance(value, (int, bool)) or value is None:
        return value
    return str(value).replace("\r\n", "\n")


def in_words(name, value):
    """A value of ``values_of`` as a person reads it."""
    field = kinds.field_of(Initiative, name)
    if field.many_to_many:
        names = [str(row) for row in field.related_model.objects.filter(pk__in=value)]
        return ", ".join(names)
    if value is None:
        return ""
    if isinstance(value, bool):
        return yes_or_no(value)
    labels = dict(field.flatchoices)
    return str(labels.get(value, value))


def label_of(name):
    """The Dutch name of a field."""
    return str(kinds.field_of(Initiative, name).verbose_name)
