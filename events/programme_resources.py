"""Spreadsheet layouts of the programme of meetings."""

from django.core.exceptions import ValidationError

from initiatives.models import Initiative, Theme
from partners.models import Organisation
from sources.models import Source
from spreadsheets.moments import Day, Hour
from spreadsheets.references import Reference, References
from spreadsheets.resources import ContentResource, column
from spreadsheets.widgets import Choice, Number, Text, YesNo

from .models import Appearance, Event, Session, Speaker


class SessionResource(ContentResource):
    """One row per part of a programme, recognised by its ``slug``."""

    slug = column("slug", "slug", Text())
    event = column("bijeenkomst", "event", Reference(Event))
    title = column("titel", "title", Text())
    kind = column("soort", "kind", Choice(Session.Kind))
    round = column("ronde", "round", Number())
    angle = column("invalshoek", "angle", Text())
    description = column("omschrijving", "description", Text())
    date = column("dag", "date", Day())
    begins = column("begint", "begins", Hour())
    ends = column("eindigt", "ends", Hour())
    room = column("zaal", "room", Text())
    capacity = column("plekken", "capacity", Number())
    themes = column("themas", "themes", References(Theme))
    initiatives = column("praktijkvoorbeelden", "initiatives", References(Initiative))
    report = column("verslag", "report", Text())
    recording_url = column("opname", "recording_url", Text())
    position = column("volgorde", "position", Number(empty=0))

    def prepare(self, *, is_upload):
        """Remember where sessions stood that people chose."""
        super().prepare(is_upload=is_upload)
        self.chosen = {}
        for session in Session.objects.exclude(choices=None).distinct():
            self.chosen[session.pk] = (session.event_id, session.kind, session.round)

    def check(self, instance, *, is_new):
        """People chose it as it is: it stays a session of this meeting, in this round."""
        stood = self.chosen.get(instance.pk)
        if stood and stood != (instance.event_id, instance.kind, instance.round):
            raise ValidationError(
                {
                    "round": "Mensen kozen deze deelsessie al: bijeenkomst, soort en ronde blijven zo."
                }
            )

    class Meta:
        model = Session
        import_id_fields = ["slug"]


class SpeakerResource(ContentResource):
    """One row per person in a programme, recognised by its ``slug``."""

    anyone_may_add = True

    slug = column("slug", "slug", Text())
    name = column("naam", "name", Text())
    job_title = column("functie", "job_title", Text())
    organisation = column("organisatie", "organisation", Reference(Organisation))
    source = column("bron", "source", Reference(Source))

    class Meta:
        model = Speaker
        import_id_fields = ["slug"]


class AppearanceResource(ContentResource):
    """One row per role of somebody in a part of the programme, or in the whole meeting."""

    event = column("bijeenkomst", "event", Reference(Event))
    session = column("onderdeel", "session", Reference(Session))
    speaker = column("wie", "speaker", Reference(Speaker))
    role = column("rol", "role", Choice(Appearance.Role))
    is_still_to_ask = column("nog_vragen", "is_still_to_ask", YesNo())
    position = column("volgorde", "position", Number(empty=0))

    class Meta:
        model = Appearance
        import_id_fields = ["event", "session", "speaker", "role"]
