from datetime import timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse

from curation.model_fields import day_of_archiving, noted_on
from events.choices import (
    STORED_STATES,
    Attendance,
    EventKind,
    EventState,
    OrganiserMail,
)
from events.querysets import EventQuerySet
from initiatives.models import Citation, Document, Initiative, Theme
from partners.fields import SortKeyField
from partners.models import Agreement, Municipality, Organisation, Province

from .event_fields import linked_to
from .event_rules import RULES
from .moving import MovesAsWhole
from .series import EventSeries


class Event(MovesAsWhole):
    """A conference or meeting; what people decide about it is ``state``, what follows from that is ``state_at``.

    A date that no source gives exactly stands in words in ``date_note``; ``starts_on`` then only serves to order.
    """

    Kind = EventKind
    State = EventState
    Attendance = Attendance

    # only seen by who may change it, and not visited by the link checker
    PRIVATE_FIELDS = ("online_address", "online_note", "on_site_note")
    NEVER_RESTORED = ("state", "forgotten_on", "reminded_on", "told_up_to")

    slug = models.SlugField(
        "kenmerk",
        max_length=120,
        unique=True,
        help_text="Staat in het webadres.",
    )
    title = models.CharField("titel", max_length=160)
    summary = models.CharField(
        "samenvatting",
        max_length=300,
        help_text="Hooguit 300 tekens.",
    )
    kind = models.CharField(
        "soort", max_length=20, choices=Kind, default=Kind.NETWORK_MEETING
    )
    series = models.ForeignKey(
        EventSeries,
        models.PROTECT,
        verbose_name="reeks",
        null=True,
        blank=True,
        related_name="meetings",
    )
    edition = models.PositiveSmallIntegerField("hoeveelste keer", null=True, blank=True)
    description = models.TextField("waar het over gaat", blank=True)
    audience = models.TextField("voor wie", blank=True)
    state = models.CharField(
        "stand",
        max_length=20,
        choices=[(state.value, state.label) for state in STORED_STATES],
        default=State.DRAFT,
        help_text="‘Vol’ en ‘geweest’ volgen vanzelf uit de plekken en de datum.",
    )
    state_note = models.CharField("toelichting op de stand", max_length=300, blank=True)

    starts_on = models.DateField("eerste dag")
    ends_on = models.DateField("laatste dag")
    date_note = models.CharField(
        "datum in woorden",
        max_length=120,
        blank=True,
        help_text="Alleen als de precieze dag niet bekend is.",
    )
    attendance = models.CharField(
        "waar", max_length=20, choices=Attendance, default=Attendance.ON_SITE
    )
    venue = models.CharField("locatie", max_length=160, blank=True)
    venue_address = models.CharField("adres", max_length=200, blank=True)
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        verbose_name="gemeente",
        null=True,
        blank=True,
        related_name="meetings_here",
    )
    online_address = models.URLField(
        "link voor online",
        max_length=500,
        blank=True,
        help_text="Alleen wie een plek heeft, ziet deze link.",
    )
    on_site_note = models.TextField(
        "voor wie naar de locatie komt",
        max_length=1000,
        blank=True,
        help_text="Bijvoorbeeld de route en parkeren. Alleen wie een plek heeft, leest dit in de mail.",
    )
    online_note = models.TextField(
        "voor wie online meedoet",
        max_length=1000,
        blank=True,
        help_text="Bijvoorbeeld hoe je inlogt. Alleen wie een plek heeft, leest dit in de mail.",
    )

    organisers = models.ManyToManyField(
        Organisation,
        verbose_name="organisaties",
        through="EventRole",
        related_name="meetings",
    )
    themes = linked_to(Theme, "thema’s")
    initiatives = linked_to(Initiative, "praktijkvoorbeelden")
    documents = linked_to(Document, "documenten")
    citations = linked_to(Citation, "citaten")
    agreements = linked_to(Agreement, "overeenkomsten")
    sources = linked_to("sources.Source", "bronnen")

    capacity = models.PositiveIntegerField(
        "aantal plekken",
        null=True,
        blank=True,
        help_text="Laat leeg als er geen grens is.",
    )
    on_site_capacity = models.PositiveIntegerField(
        "plekken op locatie", null=True, blank=True
    )
    online_capacity = models.PositiveIntegerField(
        "plekken online", null=True, blank=True
    )
    opens_at = models.DateTimeField("inschrijven vanaf", null=True, blank=True)
    closes_at = models.DateTimeField(
        "inschrijven tot",
        null=True,
        blank=True,
        help_text="Laat leeg als het kan tot het begint.",
    )
    has_waiting_list = models.BooleanField("wachtlijst", default=True)
    offer_hours = models.PositiveSmallIntegerField(
        "uren om ja te zeggen",
        default=48,
        validators=[MinValueValidator(1), MaxValueValidator(336)],
        help_text="Zo lang blijft een vrijgekomen plek bewaard voor wie aan de beurt is.",
    )
    most_per_organisation = models.PositiveSmallIntegerField(
        "hooguit per organisatie", null=True, blank=True
    )
    most_guests = models.PositiveSmallIntegerField("gasten per inschrijving", default=0)
    guest_provinces = models.ManyToManyField(
        Province,
        verbose_name="gasten mogen mee uit",
        related_name="+",
        blank=True,
        help_text="Alleen bibliotheken uit deze provincies mogen gasten meenemen. Laat leeg als ze het allemaal mogen.",
    )
    price_note = models.CharField("toelichting op de prijs", max_length=300, blank=True)
    registration_url = models.URLField(
        "inschrijven op een andere site", max_length=500, blank=True
    )
    contact_email = models.EmailField(
        "e-mailadres voor vragen",
        blank=True,
        help_text="Van wie organiseert. Het staat op de pagina, en antwoorden op mail komen hier aan.",
    )
    organiser_mail = models.CharField(
        "mail over aanmeldingen",
        max_length=20,
        choices=OrganiserMail,
        default=OrganiserMail.DAILY,
        help_text="Die gaat naar het e-mailadres voor vragen.",
    )
    told_up_to = models.BigIntegerField(
        "laatste stap die gemeld is", default=0, editable=False
    )
    reminder_days = models.PositiveSmallIntegerField(
        "dagen van tevoren herinneren", default=3, validators=[MaxValueValidator(30)]
    )
    keep_days = models.PositiveSmallIntegerField(
        "dagen dat we gegevens bewaren",
        default=90,
        validators=[MinValueValidator(14), MaxValueValidator(365)],
        help_text="Daarna verdwijnen namen en adressen van deelnemers vanzelf; de aantallen blijven.",
    )

    report = models.TextField("verslag", blank=True)
    recording_url = models.URLField("opname", max_length=500, blank=True)
    registered = models.PositiveIntegerField("aantal aangemeld", null=True, blank=True)
    attended_qualifier = models.CharField(
        "voor het aantal",
        max_length=20,
        blank=True,
        help_text="Bijvoorbeeld: ruim, meer dan, ongeveer.",
    )
    attended = models.PositiveIntegerField("aantal aanwezig", null=True, blank=True)
    numbers_note = models.CharField(
        "toelichting op de aantallen", max_length=300, blank=True
    )
    reminded_on = noted_on("herinnering verstuurd op")
    forgotten_on = noted_on("gegevens verwijderd op")
    archived_on = day_of_archiving()
    updated_at = models.DateTimeField("bijgewerkt op", auto_now=True)
    sort_key = SortKeyField("title")

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = "bijeenkomst"
        verbose_name_plural = "bijeenkomsten"
        ordering = ["-starts_on", "sort_key", "pk"]
        indexes = [models.Index(fields=["ends_on", "starts_on"], name="event_days")]
        constraints = RULES

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("events:event_detail", args=[self.slug])

    @property
    def is_published(self):
        """Whether the public may see it; the same rule as the queryset's ``published()``."""
        return self.state != self.State.DRAFT and self.archived_on is None

    @property
    def is_online(self):
        """Whether one can take part from elsewhere."""
        return self.attendance != self.Attendance.ON_SITE

    @property
    def has_own_limits(self):
        """Whether places on site or online are counted apart too."""
        return self.on_site_capacity is not None or self.online_capacity is not None

    @property
    def data_removed_on(self):
        """The day on which names and addresses of attendees go."""
        return self.ends_on + timedelta(days=self.keep_days)

    def is_over_on(self, today):
        """Whether its last day has passed; the same rule as the queryset's ``past()``."""
        return self.ends_on < today
