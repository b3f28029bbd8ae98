"""What supports what we say: figures, quotes, documents, photos and recognition by others."""

from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import F, Q

from initiatives.photos import check_photo
from initiatives.querysets import DocumentQuerySet, PhotoQuerySet
from partners.models import Agreement, Network, Organisation

from .initiative import Initiative
from .theme import Theme


def _exactly_one(*names):
    """A condition: one of these foreign keys is filled, the others are empty."""
    condition = Q()
    for chosen in names:
        condition |= Q(**{f"{name}__isnull": name != chosen for name in names})
    return condition


class Figure(models.Model):
    """A number with what it counts, the period and the source; about an initiative, theme, network or partner."""

    class Kind(models.TextChoices):
        REPORTED = "genoemd", "Genoemd in de bron"
        ESTIMATED = "geschat", "Schatting van de spreker"
        EXPECTED = "verwacht", "Verwacht"

    OWNERS = ("initiative", "theme", "network", "organisation")

    initiative = models.ForeignKey(
        Initiative,
        models.CASCADE,
        verbose_name="praktijkvoorbeeld",
        null=True,
        blank=True,
        related_name="figures",
    )
    theme = models.ForeignKey(
        Theme, models.CASCADE, verbose_name="thema", null=True, blank=True, related_name="figures"
    )
    network = models.ForeignKey(
        Network, models.CASCADE, verbose_name="netwerk", null=True, blank=True, related_name="figures"
    )
    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        verbose_name="organisatie",
        null=True,
        blank=True,
        related_name="figures",
    )
    value = models.DecimalField("waarde", max_digits=14, decimal_places=2)
    qualifier = models.CharField("ervoor", max_length=20, blank=True, help_text="Bijvoorbeeld: zo’n, ruim, meer dan.")
    unit = models.CharField("eenheid", max_length=30, blank=True, help_text="Bijvoorbeeld % of €; leeg bij een aantal.")
    label = models.CharField("wat het is", max_length=200)
    period = models.CharField("periode", max_length=60)
    kind = models.CharField("soort", max_length=20, choices=Kind, default=Kind.REPORTED)
    source = models.ForeignKey("sources.Source", models.PROTECT, verbose_name="bron", related_name="figures")
    note = models.CharField("toelichting", max_length=300, blank=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "cijfer"
        verbose_name_plural = "cijfers"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=_exactly_one("initiative", "theme", "network", "organisation"),
                name="figure_about_one_thing",
                violation_error_message="Een cijfer gaat over één ding: een voorbeeld, thema, netwerk of organisatie.",
            ),
            models.UniqueConstraint(
                fields=["initiative", "theme", "network", "organisation", "label", "period"],
                name="figure_unique",
                nulls_distinct=False,
                violation_error_message="Dit cijfer staat er al voor deze periode.",
            ),
        ]

    def __str__(self):
        return f"{self.label} ({self.period})"


class Citation(models.Model):
    """What someone said in a source, told in our own words under the speaker's name."""

    OWNERS = ("initiative", "theme", "network", "organisation")

    initiative = models.ForeignKey(
        Initiative,
        models.CASCADE,
        verbose_name="praktijkvoorbeeld",
        null=True,
        blank=True,
        related_name="citations",
    )
    theme = models.ForeignKey(
        Theme, models.CASCADE, verbose_name="thema", null=True, blank=True, related_name="citations"
    )
    network = models.ForeignKey(
        Network, models.CASCADE, verbose_name="netwerk", null=True, blank=True, related_name="citations"
    )
    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        verbose_name="organisatie",
        null=True,
        blank=True,
        related_name="citations",
    )
    speaker = models.CharField("wie het zei", max_length=120)
    speaker_role = models.CharField("als", max_length=160, blank=True)
    paraphrase = models.TextField("in onze woorden")
    source = models.ForeignKey("sources.Source", models.PROTECT, verbose_name="bron", related_name="citations")
    passage = models.CharField("waar in de bron", max_length=120, blank=True)

    class Meta:
        verbose_name = "citaat"
        verbose_name_plural = "citaten"
        ordering = ["source__published_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=_exactly_one("initiative", "theme", "network", "organisation"),
                name="citation_about_one_thing",
                violation_error_message="Een citaat gaat over één ding: een voorbeeld, thema, netwerk of organisatie.",
            ),
            models.UniqueConstraint(
                fields=["source", "speaker", "passage", "initiative", "theme", "network", "organisation"],
                name="citation_unique",
                nulls_distinct=False,
                violation_error_message="Dit citaat staat er al.",
            ),
        ]

    def __str__(self):
        return f"{self.speaker} in {self.source}"


class Document(models.Model):
    """A paper, leaflet, presentation or scheme that a reader may want to find."""

    class Kind(models.TextChoices):
        POSITION_PAPER = "position-paper", "Position paper"
        INVITATION = "uitnodiging", "Uitnodiging"
        CHECKLIST = "checklist", "Checklist"
        SUBSIDY_SCHEME = "subsidieregeling", "Subsidieregeling"
        TOOLKIT = "toolkit", "Toolkit"
        TIPS = "tips", "Tips"
        PRESENTATION = "presentatie", "Presentatie"
        EVALUATION = "evaluatie", "Evaluatie"
        OTHER = "overig", "Ander document"

    slug = models.SlugField("kenmerk", max_length=120, unique=True)
    title = models.CharField("titel", max_length=200)
    kind = models.CharField("soort", max_length=20, choices=Kind)
    description = models.TextField("omschrijving", blank=True)
    published_on = models.DateField("verschenen op", null=True, blank=True)
    period = models.CharField("verschenen, in woorden", max_length=60, blank=True)
    url = models.URLField("webadres", max_length=500, blank=True)
    file = models.FileField(
        "bestand",
        upload_to="documenten/",
        blank=True,
        validators=[FileExtensionValidator(["pdf"])],
        help_text="Een pdf.",
    )
    publishers = models.ManyToManyField(Organisation, verbose_name="van", related_name="documents", blank=True)
    initiatives = models.ManyToManyField(
        Initiative, verbose_name="praktijkvoorbeelden", related_name="documents", blank=True
    )
    themes = models.ManyToManyField(Theme, verbose_name="thema’s", related_name="documents", blank=True)
    networks = models.ManyToManyField(Network, verbose_name="netwerken", related_name="documents", blank=True)
    agreement = models.ForeignKey(
        Agreement,
        models.SET_NULL,
        verbose_name="overeenkomst",
        null=True,
        blank=True,
        related_name="documents",
    )
    sources = models.ManyToManyField("sources.Source", verbose_name="bronnen", blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        ordering = ["-published_on", "title"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title=""),
                name="document_title_not_empty",
                violation_error_message="Een document heeft een titel.",
            )
        ]

    def __str__(self):
        return self.title


class Photo(models.Model):
    """A picture with what it shows in words and who made it; neither may be missing."""

    initiative = models.ForeignKey(
        Initiative,
        models.CASCADE,
        verbose_name="praktijkvoorbeeld",
        null=True,
        blank=True,
        related_name="photos",
    )
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, verbose_name="organisatie", null=True, blank=True, related_name="photos"
    )
    image = models.ImageField("foto", upload_to="fotos/", validators=[check_photo])
    alt_text = models.CharField("wat er te zien is", max_length=200, help_text="Voor wie de foto niet ziet.")
    caption = models.CharField("onderschrift", max_length=200, blank=True)
    credit = models.CharField("fotograaf", max_length=120)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = "foto"
        verbose_name_plural = "foto’s"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(alt_text="") & ~Q(credit=""),
                name="photo_has_alt_text_and_credit",
                violation_error_message="Zeg wat er op de foto te zien is en wie hem maakte.",
            ),
            models.CheckConstraint(
                condition=_exactly_one("initiative", "organisation"),
                name="photo_of_one_thing",
                violation_error_message="Een foto hoort bij één voorbeeld of bij één organisatie.",
            ),
        ]

    def __str__(self):
        return self.alt_text


class Recognition(models.Model):
    """An outside body judged the initiative; never set by whoever runs it."""

    initiative = models.ForeignKey(
        Initiative, models.CASCADE, verbose_name="praktijkvoorbeeld", related_name="recognitions"
    )
    body = models.ForeignKey(Organisation, models.PROTECT, verbose_name="erkend door", related_name="recognitions")
    level = models.CharField("niveau", max_length=120, help_text="Bijvoorbeeld: Goed beschreven.")
    awarded_on = models.DateField("toegekend op")
    expires_on = models.DateField("geldig tot", null=True, blank=True)
    url = models.URLField("webadres van het oordeel", max_length=500)

    class Meta:
        verbose_name = "erkenning"
        verbose_name_plural = "erkenningen"
        ordering = ["-awarded_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on=None) | Q(awarded_on__lt=F("expires_on")),
                name="recognition_expires_after_award",
                violation_error_message="Een erkenning kan niet verlopen voordat ze is toegekend.",
            ),
            models.UniqueConstraint(
                fields=["initiative", "body", "level"],
                name="recognition_unique",
                violation_error_message="Deze erkenning staat er al.",
            ),
        ]

    def __str__(self):
        return f"{self.level} ({self.body})"
