"""What readers change of a service that is on the site: a form of that service, filled in with what we know of it."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms import fields_for_model

from initiatives.fillings import Filling, register
from partners.models import Organisation
from visitors.asked import readable

from .models import Service

INTRO = (
    "Verander wat niet klopt, en laat de rest staan. De redactie kijkt het na. "
    "Klopt het, dan komt het op de site."
)
CHANGED = [
    "name",
    "description",
    "themes",
    "target_groups",
    "provider_name",
    "started_by",
    "started_by_name",
    "paid_by",
    "paid_by_name",
    "satisfaction",
    "satisfaction_source",
    "from_year",
    "until_year",
    "url",
]
WIDGETS = {
    "description": forms.Textarea(attrs={"rows": 4}),
    "themes": forms.CheckboxSelectMultiple,
    "target_groups": forms.CheckboxSelectMultiple,
}


@register
class ServiceFilling(Filling):
    """A service of the municipality; the address says which: ``?service=12``."""

    key = "dienst"
    title = "Wat klopt er niet aan dit aanbod?"
    intro = INTRO
    kinds = (Organisation.Kind.MUNICIPALITY,)
    names_thing = "service"

    service = forms.ModelChoiceField(
        Service.objects.none(),
        label="over welk aanbod gaat het?",
        empty_label="Kies",
        error_messages={
            "required": "Kies over welk aanbod het gaat.",
            "invalid_choice": "Kies aanbod uit de lijst.",
        },
    )

    def __init__(self, data=None, *args, **kwargs):
        self._number = readable((data or {}).get("service", ""))
        super().__init__(data, *args, **kwargs)
        self.fields["service"].queryset = self._services()
        self.fields |= fields_for_model(Service, CHANGED, widgets=WIDGETS)
        for name in CHANGED:
            field = self.fields[name]
            field.required = False  # only what is accepted is written down
            if name not in ("themes", "target_groups"):
                field.widget.attrs["class"] = "input"

    def begin_with(self, query):
        """Fill in what we know of the service that the address names."""
        self._number = self._number or readable(query.get("service", ""))
        for name, value in self.current().items():
            self.initial.setdefault(name, value)
        super().begin_with(query)

    def current(self):
        if not self._number.isdecimal():
            return {}
        service = self._services().filter(pk=int(self._number)).first()
        if service is None:
            return {}
        known = {}
        for name in CHANGED:
            known[name] = getattr(service, name)
        for name in ("themes", "target_groups"):
            known[name] = known[name].all()
        return known

    def clean(self):
        """Refuse what cannot be so together with what we know already."""
        typed = super().clean()
        service = typed.get("service")
        if service:
            try:
                self._changed(service).full_clean()
            except ValidationError as error:
                self.add_error(None, error.messages)
        return typed

    def take_over(self, today):
        """Write down what was accepted; somebody who knows it says with that that it is there."""
        service = self._changed(self.cleaned_data["service"])
        service.confirmed_on = today
        service.save()
        for name in ("themes", "target_groups"):
            if self.cleaned_data[name]:
                getattr(service, name).set(self.cleaned_data[name])

    def _services(self):
        return Service.objects.published().filter(municipality=self.organisation.pk)

    def _changed(self, service):
        """The service with what was filled in; it is not saved."""
        for name in CHANGED:
            value = self.cleaned_data.get(name)
            is_of_many = name in ("themes", "target_groups")
            if value not in (None, "") and not is_of_many:
                setattr(service, name, value)
        return service
