"""Cells of the spreadsheet of examples that hold who takes part in them."""

from partners.models import Organisation
from spreadsheets.parts import Parts
from spreadsheets.references import References

from .choices import ParticipationRole
from .models import Participation

WHAT_THEY_DO = {
    ParticipationRole.LEAD: "wie het doet, zoals je bibliotheek",
    ParticipationRole.PARTNER: "wie meedoet",
    ParticipationRole.COMMISSIONER: "wie erom vroeg",
    ParticipationRole.FUNDER: "wie het betaalt",
}


class Participants(Parts):
    """The organisations with one role, by name or slug; note and source of who stays are kept."""

    prefetch = "participations__organisation"

    def __init__(self, role):
        super().__init__()
        self.role = role
        self.references = References(Organisation)
        self.reference = self.references.reference

    def clean(self, value, row=None, **kwargs):
        return self.references.clean(value)

    def there(self, rows):
        return [row.organisation for row in rows.all() if row.role == self.role]

    def shown(self, value):
        return self.references.shown(value)

    def tell_words(self, words):
        self.references.tell_words(words)

    def meanings(self):
        return self.references.meanings()

    def remarks(self):
        return self.references.remarks()

    def explained(self):
        return f"{WHAT_THEY_DO[self.role]}: de namen, met een puntkomma ertussen"

    def keep(self, wanted):
        superfluous = []
        missing = set()
        for initiative, organisations in wanted.items():
            for organisation in organisations:
                missing.add((initiative, organisation))
        there = Participation.objects.filter(
            initiative__in=wanted,
            role=self.role,
        )
        for row in there.select_related("initiative", "organisation"):
            pair = (row.initiative, row.organisation)
            if pair in missing:
                missing.remove(pair)
            else:
                superfluous.append(row.pk)
        Participation.objects.filter(pk__in=superfluous).delete()
        made = []
        for initiative, organisation in missing:
            made.append(
                Participation(
                    initiative=initiative,
                    organisation=organisation,
                    role=self.role,
                )
            )
        Participation.objects.bulk_create(made)
