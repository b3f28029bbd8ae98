"""The whole form with which people register: the booking, and one or more people."""

import uuid

from partners.models import Province

from .actions.booking import Person
from .directory import called, meant
from .mistakes import mistakes_of
from .registering import is_full
from .registration_forms import BookingForm, PersonForm
from .session_choosing import rounds_of

MOST_PEOPLE = 10
BROKEN = "Het formulier kwam niet heel over. Kijk of alles klopt en probeer het nog eens."
TOO_MANY = f"Je kunt hooguit {MOST_PEOPLE} mensen tegelijk inschrijven. Stuur daarna nog een formulier in."


class Sheet:
    """What is on the page: ``booking``, ``people`` (forms) and ``problems`` that belong to no field."""

    def __init__(self, event):
        self.event, self.waits, self.problems, self.people = event, is_full(event), [], []
        self.rounds = [] if self.waits else rounds_of(event.sessions.all())
        self.provinces = list(Province.objects.order_by("sort_key"))
        self.has_invoice = any(tier.amount > 0 for tier in event.price_tiers.all())
        self.may_have_guests = event.most_guests > 0

    # --- ways to come by one ------------------------------------------------------------------
    @classmethod
    def blank(cls, event):
        """A form for one person, with a key of its own."""
        sheet = cls(event)
        sheet._show({}, [{}])
        return sheet

    @classmethod
    def sent(cls, event, data, *, may_be_full=False):
        """The form as it was sent, to be checked; ``may_be_full`` where ``book`` says which sessions are."""
        sheet = cls(event)
        count = _count(data)
        if count is None:
            return sheet.start_anew(data)
        sheet.booking = BookingForm(data, has_invoice=sheet.has_invoice)
        sheet.people = [sheet._person(n, data=data, may_be_full=may_be_full) for n in range(count)]
        if "key" in sheet.booking.errors:
            return sheet.start_anew(data)
        return sheet

    @classmethod
    def typed(cls, event, data, step):
        """The form as it was sent, not checked, with a person more or less."""
        sheet = cls.sent(event, data)
        if sheet.problems:
            return sheet
        people = [_raw(form) for form in sheet.people]
        if step in ("erbij", "gast"):
            sheet._add(people, is_guest=step == "gast")
        elif step.startswith("weg-") and len(people) > 1:
            people = [each for n, each in enumerate(people) if step != f"weg-{n}"]
        sheet._show(_raw(sheet.booking), people)
        return sheet

    def start_anew(self, data):
        """Say that the form cannot be used, and show what was typed as far as it is there, with a new key."""
        people = [_raw(form) for form in self.people or [self._person(0, data=data)]]
        self._show(_raw(BookingForm(data, has_invoice=self.has_invoice)) | {"key": None}, people)
        self.problems.append(BROKEN)
        return self

    def _add(self, people, *, is_guest):
        if len(people) >= MOST_PEOPLE:
            self.problems.append(TOO_MANY)
            return
        known = {} if is_guest else {name: people[0][name] for name in ("organisation", "province", "sector")}
        people.append(known | {"is_guest": is_guest})

    def _show(self, booking, people):
        """Forms with these values, unchecked."""
        booking = booking | {"key": booking.get("key") or uuid.uuid4()}
        self.booking = BookingForm(initial=booking, has_invoice=self.has_invoice)
        self.people = [self._person(n, initial=each) for n, each in enumerate(people)]

    def _person(self, number, **values):
        return PersonForm(prefix=f"p{number}", event=self.event, provinces=self.provinces, rounds=self.rounds, **values)

    # --- what was sent --------------------------------------------------------------------------
    def is_valid(self):
        """Whether everything on the form can be; looks at every part, so that all that is wrong shows at once."""
        return not self.problems and all([self.booking.is_valid(), *[form.is_valid() for form in self.people]])

    def persons(self, today):
        """Everybody on a valid form, as ``book`` wants them."""
        found = called([form.cleaned_data["organisation"] for form in self.people], today=today)
        return [_as_person(form, found[form.cleaned_data["organisation"]]) for form in self.people]

    def refuse(self, error):
        """Show why something cannot be, at the field that it is about where that is known."""
        if error.field == "organisation":
            self.people[0].add_error(error.field, str(error))
        else:
            self.problems.append(str(error))

    @property
    def addresses(self):
        """Every address of a valid form once, that of who sends it in first."""
        forms = [self.booking, *self.people]
        return list(dict.fromkeys(form.cleaned_data["email"].lower() for form in forms if form.cleaned_data["email"]))

    def hidden_values(self):
        """(name, value) of everything that was sent, for on the page that shows it once more."""
        forms = [self.booking, *self.people]
        names = ["people", *(form.add_prefix(name) for form in forms for name in form.fields)]
        data = self.booking.data
        return [(name, value) for name in names for value in data.getlist(name) if value]

    @property
    def mistakes(self):
        """(id of the field or "", sentence) of all that is wrong, in the order of the page."""
        told = [("", sentence) for sentence in self.problems]
        told += mistakes_of(self.booking)
        for number, form in enumerate(self.people, start=1):
            told += mistakes_of(form, f"Persoon {number}, " if len(self.people) > 1 else "")
        return told


def _as_person(form, organisations):
    values = form.cleaned_data
    same = ("name", "email", "sector", "province", "job_title", "diet", "access", "is_on_list", "is_guest")
    return Person(
        organisation=meant(organisations, sector=values["sector"], province=values["province"]),
        organisation_name=values["organisation"],
        takes_part_online=form.takes_part_online,
        sessions=form.chosen_sessions,
        waits_for=form.waited_sessions,
        **{name: values[name] for name in same},
    )


def _raw(form):
    """{field: what was typed}, unchecked."""
    return {
        name: field.widget.value_from_datadict(form.data, {}, form.add_prefix(name))
        for name, field in form.fields.items()
    }


def _count(data):
    """How many people the form says it holds; ``None`` when that cannot be."""
    said = data.get("people", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 3 and 1 <= int(said) <= MOST_PEOPLE else None
