"""What a reader fills in about an organisation, an example, a theme or a meeting; sent as a proposal.

Each is a form for exactly the field that is empty, which each app registers in a module ``fillings``: it knows what the
field says now and how a curator's yes is written down. For the own fields of an initiative that is the form of the
members (``member_forms``).
"""

from django import forms
from django.db.models import Model, QuerySet

from sources.fields import WebAddressField
from visitors.asked import readable

from .posting import as_posted

LONGEST = 1000  # characters of what an address fills in
INTRO = (
    "Vul in wat je weet. De redactie kijkt het na. Klopt het, dan komt het op de site."
)
THANKS = "De redactie kijkt het na. Klopt het, dan staat het daarna op de site."
_fillings = {}


def register(filling):
    """Let readers fill this in."""
    _fillings[filling.key] = filling
    return filling


def filling_called(key):
    """The filling with this name in its address, or ``None``."""
    return _fillings.get(key)


class Filling(forms.Form):
    """The base of what can be filled in about one thing; about an organisation it may be for one ``theme``."""

    key = ""  # in the address
    title = ""
    intro = INTRO
    thanks = THANKS
    for_curators = ""  # what taking it over does, where the fields do not say it
    about = "organisation"  # or ``initiative``, ``theme``, ``meeting``
    kinds: tuple[str, ...] = ()  # of organisations
    has_theme = False
    names_thing = ""  # the field that says which of several things it is about

    def __init__(
        self,
        *args,
        organisation=None,
        initiative=None,
        meeting=None,
        theme=None,
        **kwargs,
    ):
        self.organisation = organisation
        self.initiative = initiative
        self.meeting = meeting
        self.theme = theme
        kwargs.setdefault("initial", self.current())
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = "input"

    def current(self):
        """{field: what we know now}."""
        return {}

    def begin_with(self, query):
        """Fill in what an address says, such as what somebody knew already for their note."""
        for name, field in self.fields.items():
            if name in query and not isinstance(field, forms.FileField):
                self.initial[name] = readable(query[name])[:LONGEST]

    def take_over(self, today):
        """Write down what the form says; it is valid. Each form of a thing says itself how."""
        raise NotImplementedError(type(self).__name__)

    @property
    def sent_file(self):
        """The file that came along, or ``None``."""
        return self.cleaned_data.get("file")

    def plain_values(self):
        """{field: its new value as JSON can hold it}."""
        return {name: plain(self.cleaned_data.get(name)) for name in self.fields}

    def changed_values(self):
        """{field: {"old": …, "new": …}} of what differs from what we know."""
        known = {name: plain(value) for name, value in self.current().items()}
        changes = {}
        for name, new in self.plain_values().items():
            old = known.get(name, "")
            if new not in (old, None, "", []):
                changes[name] = {"old": old, "new": new}
        if list(changes) == [self.names_thing]:
            return {}
        return changes

    def in_words(self, name, value):
        """A value of ``plain_values`` as a person reads it; an empty choice, such as *Kies*, is nothing."""
        if value in (None, "", []):
            return ""
        field = self.fields[name]
        if isinstance(field, forms.ModelChoiceField):
            numbers = value
            if not isinstance(value, list):
                numbers = [value]
            chosen = field.queryset.filter(pk__in=filter(None, numbers))
            return ", ".join(map(str, chosen))
        if isinstance(field, forms.ChoiceField):
            labels = dict(field.choices)
            return str(labels.get(value, value))
        return str(value)


class SourcedFilling(Filling):
    """What has to have a source: where it stands, by title and web address."""

    title_of_source = forms.CharField(
        label="waar staat dat?",
        max_length=250,
        help_text="De titel van het artikel, het rapport of de pagina.",
        error_messages={"required": "Schrijf waar dat staat."},
    )
    url = WebAddressField(label="webadres")


def filling_of(proposal, values=None):
    """The form of a proposal, bound to these values where they are given."""
    filling = filling_called(proposal.filling)
    data = None
    files = None
    if values is not None:
        data = as_posted(values)
        files = files_of(proposal, values)
    form = filling(
        data,
        files,
        organisation=proposal.organisation,
        initiative=proposal.initiative,
        meeting=proposal.meeting,
        theme=proposal.theme,
    )
    form.begin_with(named_thing(proposal))
    return form


def named_thing(proposal):
    """{field: value as posted} of what says which of several things a proposal is about, where there are several."""
    filling = filling_called(proposal.filling)
    if filling is None or filling.names_thing not in proposal.values:
        return {}
    number = proposal.values[filling.names_thing]["new"]
    return {filling.names_thing: str(number)}


def files_of(proposal, values):
    """The file of a proposal as a browser would send it, where it is among these values and still there."""
    file = proposal.file
    if "file" in values and file and file.storage.exists(file.name):
        return {"file": file}
    return {}


def plain(value):
    """A value of a form as JSON can hold it."""
    if isinstance(value, QuerySet):
        return sorted(value.values_list("pk", flat=True))
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, (int, bool)) or value is None:
        return value
    return str(value).replace("\r\n", "\n")
