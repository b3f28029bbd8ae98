"""Whom to call about an example: somebody who agreed before, or somebody new who agrees now."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.formats import date_format

from partners.models import ContactPerson

from .member_part import MemberPart

KEPT_FOR = timedelta(days=365)  # how long we propose to keep a contact person
BOTH = "Kies iemand uit de lijst, of vul iemand anders in. Niet allebei."


class KnownContactField(forms.ModelChoiceField):
    """Somebody who agreed before; it says until when."""

    def label_from_instance(self, contact):
        """The name, and when we forget it."""
        return f"{contact.name} (bewaard tot {date_format(contact.remove_on, 'j F Y')})"


class ContactPart(MemberPart, forms.Form):
    """Whom to call at the library: only with their consent, and until a date."""

    key = "contact"
    heading = "Contactpersoon"
    known = KnownContactField(
        ContactPerson.objects.none(),
        label="iemand die we al kennen",
        required=False,
        empty_label="Iemand anders: vul hieronder in wie",
        error_messages={"invalid_choice": "Kies iemand uit de lijst."},
    )
    name = forms.CharField(
        label="naam van de contactpersoon",
        max_length=200,
    )
    job_title = forms.CharField(
        label="functie",
        max_length=200,
        required=False,
    )
    email = forms.EmailField(label="e-mailadres van de contactpersoon")
    is_public = forms.BooleanField(
        label="naam en adres mogen op de site",
        required=False,
    )
    agrees = forms.BooleanField(
        label="deze persoon vindt het goed dat we dit een jaar bewaren; daarna gooien we het weg",
        error_messages={"required": "Vraag eerst of deze persoon het goedvindt."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        theirs = ContactPerson.objects.to_write_to(timezone.localdate())
        theirs = theirs.filter(organisation__in=self.libraries)
        self.fields["known"].queryset = theirs
        if not theirs.exists():
            del self.fields["known"]

    def clean(self):
        """Of who is known nothing has to be typed; both at once is not clear."""
        typed = super().clean()
        if typed.get("known"):
            if typed.get("name") or typed.get("email"):
                self.add_error("known", BOTH)
            for name in ("name", "email", "agrees"):
                self.errors.pop(name, None)
        return typed

    def present(self):
        if self.initiative.contact is None:
            return []
        return [(self.initiative.contact_id, self.initiative.contact.name)]

    def take_away(self, numbers):
        self.initiative.contact = None
        self.initiative.save(update_fields=["contact", "updated_at"])

    def add(self, initiative, library):
        typed = self.cleaned_data
        contact = typed.get("known") or self.new_contact(library)
        initiative.contact = contact
        initiative.save(update_fields=["contact", "updated_at"])

    def new_contact(self, library):
        """Keep who was typed, for a year from today."""
        typed = self.cleaned_data
        today = timezone.localdate()
        known = {name: typed[name] for name in ("job_title", "email", "is_public")}
        contact, _ = ContactPerson.objects.update_or_create(
            organisation_id=library.pk,
            name=typed["name"],
            defaults={
                **known,
                "consented_on": today,
                "remove_on": today + KEPT_FOR,
            },
        )
        return contact
