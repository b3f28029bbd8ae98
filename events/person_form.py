"""The questions about one person who comes to a meeting."""

from django import forms
from django.utils import timezone

from .actions.people import Person
from .choices import SECTOR_OF_GUEST, GuestKind
from .directory import meant
from .free_places import is_full_for
from .models import Event, Registration
from .prices import has_price_by_province
from .registration_fields import AddressField, LineField
from .session_choosing import PublicSessionsForm

NO_SECTOR = "Kies wat het best past."
ON_SITE = Event.Attendance.ON_SITE
ONLINE = Event.Attendance.ONLINE
WAYS = {
    ON_SITE: ON_SITE.label,
    ONLINE: ONLINE.label,
}
ABROAD = "buiten-nederland"


def province_choices(provinces):
    """What one chooses from as the province of an organisation."""
    choices = [(province.slug, province.name) for province in provinces]
    return [
        ("", "Weet ik niet"),
        *choices,
        (ABROAD, "Buiten Nederland"),
    ]


def ways_to_choose(event):
    """How one can take part, with what is full."""
    choices = []
    for value, is_online in ((ON_SITE, False), (ONLINE, True)):
        note = ""
        if event.has_own_limits and is_full_for(event, is_online=is_online):
            note = " (vol)"
            if event.has_waiting_list:
                note = " (vol: je komt op de wachtlijst)"
        choices.append((value, WAYS[value] + note))
    return choices


class PersonForm(PublicSessionsForm):
    """One person who comes."""

    name = LineField(
        max_length=120,
        label="Naam",
        required_message="Vul de naam in.",
        autocomplete="name",
    )
    email = AddressField(
        required=False,
        label="Eigen e-mailadres",
        help_text="Alleen als deze persoon een eigen e-mailadres heeft dat anders is dan dat hierboven.",
    )
    organisation = LineField(
        max_length=200,
        label="Organisatie",
        required_message="Vul de naam van de organisatie in.",
        help_text="Typ de naam. Staat de organisatie op deze site, kies haar dan uit de lijst.",
        autocomplete="off",
    )
    province = forms.ChoiceField(
        required=False,
        label="Provincie van de organisatie",
        help_text="Kies je de organisatie uit de lijst, dan weten we de provincie meestal al.",
        error_messages={"invalid_choice": "Kies een provincie uit de lijst."},
    )
    guest_kind = forms.ChoiceField(
        choices=[("", "Kies …"), *GuestKind.choices],
        required=False,
        label="Wie is je gast?",
        help_text="Is het een andere gast, dan kijkt de organisator of dat past.",
        error_messages={"invalid_choice": NO_SECTOR},
    )
    sector = forms.ChoiceField(
        choices=[("", "Kies …"), *Registration.Sector.choices],
        label="Soort organisatie",
        error_messages={
            "required": NO_SECTOR,
            "invalid_choice": NO_SECTOR,
        },
    )
    job_title = LineField(
        max_length=120,
        required=False,
        label="Functie",
        autocomplete="organization-title",
    )
    attendance = forms.ChoiceField(
        choices=list(WAYS.items()),
        label="Hoe doe je mee?",
        widget=forms.RadioSelect,
        initial=ON_SITE,
        error_messages={
            "required": "Kies hoe je meedoet.",
            "invalid_choice": "Kies hoe je meedoet.",
        },
    )
    diet = LineField(
        max_length=300,
        required=False,
        label="Eten en drinken",
        help_text="Bijvoorbeeld vegetarisch.",
    )
    access = LineField(
        max_length=300,
        required=False,
        label="Toegankelijkheid",
        help_text="Bijvoorbeeld een plek voor een rolstoel of een tolk gebarentaal.",
    )
    is_on_list = forms.BooleanField(
        required=False,
        label="Zet naam en organisatie op de deelnemerslijst. Alleen wie een plek heeft, kan die bekijken.",
    )
    is_guest = forms.BooleanField(
        required=False,
        widget=forms.HiddenInput,
    )

    def __init__(
        self,
        *args,
        event,
        provinces,
        rounds,
        may_be_full=False,
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.event = event
        self.provinces = {province.slug: province for province in provinces}
        self.may_be_full = may_be_full
        self.fields["province"].choices = province_choices(provinces)
        asks = has_price_by_province(event, timezone.localdate())
        self.fields["province"].may_be_asked = asks
        self.fields["guest_kind"].may_be_asked = True  # of who is a guest
        if self.prefix != "p0":
            # a browser knows who fills the form in, not who comes along
            self.fields["name"].widget.attrs["autocomplete"] = "off"
            self.fields["job_title"].widget.attrs["autocomplete"] = "off"
        if event.attendance != Event.Attendance.HYBRID:
            del self.fields["attendance"]
        else:
            self.fields["attendance"].choices = ways_to_choose(event)
        self.add_rounds(rounds)

    def clean(self):
        """A guest is of some kind, and from where that kind works; one session for each round, with places left."""
        self.check_guest()
        self.check_rounds(may_be_full=self.may_be_full)

    def check_guest(self):
        """An alderman comes from a municipality."""
        if not self.cleaned_data.get("is_guest"):
            self.cleaned_data["guest_kind"] = ""
            return
        kind = self.cleaned_data.get("guest_kind")
        sector = self.cleaned_data.get("sector")
        if kind == "":
            self.add_error("guest_kind", NO_SECTOR)
        expected = SECTOR_OF_GUEST.get(kind)
        if expected and sector and sector != expected:
            self.add_error(
                "sector",
                f"Kies ‘{expected.label}’, of kies bij je gast iets anders.",
            )

    def clean_province(self):
        """The province itself, or ``None``."""
        return self.provinces.get(self.cleaned_data["province"])

    def person(self, organisations):
        """Who this is, as ``book`` wants it; ``organisations`` have the name that was typed."""
        values = self.cleaned_data
        return Person(
            name=values["name"],
            email=values["email"],
            organisation=meant(
                organisations,
                sector=values["sector"],
                province=values["province"],
            ),
            organisation_name=values["organisation"],
            province=values["province"],
            is_abroad=self.data.get(self.add_prefix("province")) == ABROAD,
            sector=values["sector"],
            job_title=values["job_title"],
            diet=values["diet"],
            access=values["access"],
            takes_part_online=self.takes_part_online,
            is_on_list=values["is_on_list"],
            is_guest=values["is_guest"],
            guest_kind=values["guest_kind"],
            sessions=self.chosen_sessions,
            waits_for=self.waited_sessions,
        )

    @property
    def takes_part_online(self):
        """Whether this person comes over the internet."""
        return self.cleaned_data.get("attendance", self.event.attendance) == ONLINE

    @property
    def is_of_a_guest(self):
        """Whether the page calls this person a guest."""
        return str(self["is_guest"].value() or "").lower() not in ("", "false")

    @property
    def about_person(self):
        """Fields that stand under each other, in the order of the page."""
        fields = [self["sector"], self["job_title"]]
        if self.is_of_a_guest:
            return [self["guest_kind"], *fields]
        return fields

    @property
    def wishes(self):
        """Fields about food and access, which are kept apart."""
        return [self["diet"], self["access"]]
