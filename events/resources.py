"""Spreadsheet layouts of meetings and what they cost; who comes has no layout."""

from django.core.exceptions import ValidationError

from initiatives.models import Document, Initiative, Theme
from partners.models import Agreement, Municipality, Organisation, Province
from sources.models import Source
from spreadsheets.moments import Day, Hour, Moment
from spreadsheets.references import Reference, References
from spreadsheets.resources import ContentResource, column
from spreadsheets.widgets import Choice, Number, Text, YesNo

from .actions.moving import move_along
from .choices import OrganiserMail
from .citation_cells import LOADED, Citations
from .field_words import default_of, words_of
from .models import (
    EvaluationQuestion,
    Event,
    EventDay,
    EventRole,
    EventSeries,
    PriceTier,
)


class EventSeriesResource(ContentResource):
    """One row per series of meetings, recognised by its ``slug``."""

    slug = column("slug", "slug", Text())
    name = column("naam", "name", Text())
    description = column("omschrijving", "description", Text())
    sources = column("bronnen", "sources", References(Source))

    class Meta:
        model = EventSeries
        import_id_fields = ["slug"]


class EventResource(ContentResource):
    """One row per meeting, recognised by its ``slug``; hours, prices and programme have files of their own."""

    slug = column("slug", "slug", Text())
    title = column("titel", "title", Text())
    summary = column("samenvatting", "summary", Text())
    kind = column("soort", "kind", Choice(Event.Kind))
    series = column("reeks", "series", Reference(EventSeries))
    edition = column("hoeveelste", "edition", Number())
    description = column("omschrijving", "description", Text())
    audience = column("voor_wie", "audience", Text())
    state = column(
        "stand",
        "state",
        Choice(words_of(Event, "state")),
    )
    state_note = column("toelichting_stand", "state_note", Text())
    starts_on = column("eerste_dag", "starts_on", Day())
    ends_on = column("laatste_dag", "ends_on", Day())
    date_note = column("datum_in_woorden", "date_note", Text())
    attendance = column("waar", "attendance", Choice(Event.Attendance))
    venue = column("locatie", "venue", Text())
    venue_address = column("adres", "venue_address", Text())
    municipality = column(
        "gemeente",
        "municipality",
        Reference(Municipality, "cbs_code"),
    )
    online_address = column("link_online", "online_address", Text())
    on_site_note = column("tekst_op_locatie", "on_site_note", Text())
    online_note = column("tekst_online", "online_note", Text())
    themes = column("themas", "themes", References(Theme))
    initiatives = column("praktijkvoorbeelden", "initiatives", References(Initiative))
    documents = column("documenten", "documents", References(Document))
    citations = column("citaten", "citations", Citations())
    agreements = column("overeenkomsten", "agreements", References(Agreement))
    sources = column("bronnen", "sources", References(Source))
    capacity = column("plekken", "capacity", Number())
    on_site_capacity = column("plekken_op_locatie", "on_site_capacity", Number())
    online_capacity = column("plekken_online", "online_capacity", Number())
    opens_at = column("inschrijven_vanaf", "opens_at", Moment())
    closes_at = column("inschrijven_tot", "closes_at", Moment())
    has_waiting_list = column("wachtlijst", "has_waiting_list", YesNo())
    offer_hours = column(
        "uren_bedenktijd",
        "offer_hours",
        Number(empty=default_of("offer_hours")),
    )
    most_per_organisation = column(
        "hooguit_per_organisatie",
        "most_per_organisation",
        Number(),
    )
    most_guests = column(
        "gasten",
        "most_guests",
        Number(empty=default_of("most_guests")),
    )
    guest_provinces = column("gasten_uit", "guest_provinces", References(Province))
    price_note = column("toelichting_prijs", "price_note", Text())
    registration_url = column("inschrijven_elders", "registration_url", Text())
    contact_email = column("vragen_aan", "contact_email", Text())
    organiser_mail = column("mail_organisator", "organiser_mail", Choice(OrganiserMail))
    reminder_days = column(
        "herinneren_dagen",
        "reminder_days",
        Number(empty=default_of("reminder_days")),
    )
    keep_days = column(
        "bewaren_dagen",
        "keep_days",
        Number(empty=default_of("keep_days")),
    )
    report = column("verslag", "report", Text())
    recording_url = column("opname", "recording_url", Text())
    registered = column("aangemeld", "registered", Number())
    attended_qualifier = column("aanwezig_ervoor", "attended_qualifier", Text())
    attended = column("aanwezig", "attended", Number())
    numbers_note = column("toelichting_aantallen", "numbers_note", Text())

    def get_queryset(self):
        """All events, with what the names of their citations are made of."""
        names = [f"citations__{name}" for name in LOADED]
        return super().get_queryset().prefetch_related(*names)

    def check(self, instance, *, is_new):
        """A spreadsheet of a curator shows nothing to readers and opens no registration: that is done on the site."""
        instance.organiser_mail = instance.organiser_mail or default_of(
            "organiser_mail"
        )
        if not self.is_upload:
            return
        if is_new and not instance.state:
            instance.state = Event.State.DRAFT
        if is_new and instance.state != Event.State.DRAFT:
            raise ValidationError(
                {
                    "state": "Een nieuwe bijeenkomst komt binnen als concept. Publiceer haar daarna."
                }
            )
        if not is_new and instance.state != self.states.get(instance.pk):
            raise ValidationError(
                {"state": "De stand verander je op de site, niet met een bestand."}
            )

    def prepare(self, *, is_upload):
        """Begin without how meetings stood before their row changes them."""
        super().prepare(is_upload=is_upload)
        self.states = {}

    def find(self, values, row, remarks):
        """The meeting; remember how it stood."""
        event = super().find(values, row, remarks)
        if event is not None:
            self.states[event.pk] = event.state
        return event

    def after_save(self, instances):
        """The programme moves along, as it does in the form."""
        for event in instances:
            move_along(event=event)

    class Meta:
        model = Event
        import_id_fields = ["slug"]


class EventDayResource(ContentResource):
    """One row per day of a meeting, with its hours."""

    event = column("bijeenkomst", "event", Reference(Event))
    date = column("dag", "date", Day())
    begins = column("begint", "begins", Hour())
    ends = column("eindigt", "ends", Hour())
    note = column("toelichting", "note", Text())

    class Meta:
        model = EventDay
        import_id_fields = ["event", "date"]


class EventRoleResource(ContentResource):
    """One row per role of an organisation in a meeting."""

    event = column("bijeenkomst", "event", Reference(Event))
    organisation = column("organisatie", "organisation", Reference(Organisation))
    role = column("rol", "role", Choice(EventRole.Role))
    note = column("toelichting", "note", Text())
    source = column("bron", "source", Reference(Source))

    class Meta:
        model = EventRole
        import_id_fields = ["event", "organisation", "role"]


class PriceTierResource(ContentResource):
    """One row per price; the first in order that fits somebody is theirs."""

    event = column("bijeenkomst", "event", Reference(Event))
    name = column("naam", "name", Text())
    amount = column("bedrag", "amount", Number(decimals=True))
    for_whom = column("voor", "for_whom", Choice(PriceTier.ForWhom))
    provinces = column("provincies", "provinces", References(Province))
    sector = column(
        "soort_deelnemer",
        "sector",
        Choice(words_of(PriceTier, "sector")),
    )
    valid_until = column("geldt_tot_en_met", "valid_until", Day())
    position = column("volgorde", "position", Number(empty=0))
    note = column("toelichting", "note", Text())

    class Meta:
        model = PriceTier
        import_id_fields = ["event", "name"]


class EvaluationQuestionResource(ContentResource):
    """One row per question to who came."""

    event = column("bijeenkomst", "event", Reference(Event))
    text = column("vraag", "text", Text())
    kind = column("soort", "kind", Choice(EvaluationQuestion.Kind))
    position = column("volgorde", "position", Number(empty=0))

    class Meta:
        model = EvaluationQuestion
        import_id_fields = ["event", "text"]
