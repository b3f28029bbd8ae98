"""Everybody who is registered with one form, as a formset."""

from django import forms

from partners.models import Province

from .colleagues import by_organisation
from .directory import called
from .names import essence_of
from .person_form import PersonForm
from .session_choosing import rounds_of

MOST_PEOPLE = 10


class BasePeopleFormSet(forms.BaseFormSet):
    """One or more people; without any it is refused."""

    def __init__(
        self,
        *args,
        event,
        may_be_full=False,
        **kwargs,
    ):
        form_kwargs = {
            "event": event,
            "provinces": list(Province.objects.order_by("sort_key")),
            "rounds": rounds_of(event.sessions.all()),
            "may_be_full": may_be_full,
            "empty_permitted": False,
            "use_required_attribute": True,
        }
        super().__init__(*args, prefix="p", form_kwargs=form_kwargs, **kwargs)

    def add_prefix(self, index):
        """p0, p1 …: also the fragments of the page to which its buttons lead."""
        return f"{self.prefix}{index}"

    def clean(self):
        """A form that was left empty counts: its fields say what is missing. Together they fit in what they choose."""
        if not self.forms:
            raise forms.ValidationError("Schrijf minstens één persoon in.")
        left = {}
        for form in self.forms:
            if form.is_valid() and not form.may_be_full:
                form.take_from(left, form.cleaned_data["name"])

    def typed(self):
        """What was typed of everybody, unchecked; of the first also where it is not said how many there are."""
        forms_sent = self.forms or [
            PersonForm(
                self.data,
                prefix=self.add_prefix(0),
                **self.get_form_kwargs(0),
            )
        ]
        return [typed_on(form) for form in forms_sent]

    def twice(self, today):
        """The name of who is on a valid form twice, for the same organisation however it is spelled; else empty."""
        names = {essence_of(form.cleaned_data["name"]).whole for form in self.forms}
        if len(names) == len(self.forms):
            return ""  # then nobody has to be looked up
        for colleagues in by_organisation(self.persons(today), today=today):
            seen = set()
            for person in colleagues:
                who = essence_of(person.name).whole
                if who in seen:
                    return person.name
                seen.add(who)
        return ""

    def persons(self, today):
        """Everybody on a valid form, as ``book`` wants them."""
        names = [form.cleaned_data["organisation"] for form in self.forms]
        organisations = called(names, today=today)
        people = []
        for form, name in zip(self.forms, names, strict=True):
            people.append(form.person(organisations[name]))
        return people


PeopleFormSet = forms.formset_factory(
    PersonForm,
    formset=BasePeopleFormSet,
    extra=0,
    max_num=MOST_PEOPLE,
    absolute_max=MOST_PEOPLE,
)


def typed_on(form):
    """{field: what was typed}, unchecked."""
    return {field.name: field.data for field in form}


def with_one_more(people, *, is_guest):
    """The same values and those of somebody new, who is often of the same organisation unless it is a guest."""
    newcomer = {"is_guest": is_guest}
    if not is_guest:
        for name in ("organisation", "province", "sector"):
            newcomer[name] = people[0][name]
    return [*people, newcomer]


def without(people, number):
    """The same values without those of one person; the last one stays."""
    if len(people) == 1:
        return people
    return people[:number] + people[number + 1 :]
