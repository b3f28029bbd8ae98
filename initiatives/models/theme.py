from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from accounts.scopes import OwnedQuerySet
from initiatives.choices import ThemeIcon
from initiatives.querysets import ThemeQuerySet
from sources.model_fields import several_sources


class Theme(models.Model):
    """A topic in the social domain: one of the six that an article names from a position paper, or a part of one."""

    Icon = ThemeIcon

    slug = models.SlugField("kenmerk", max_length=120, unique=True)
    name = models.CharField("naam", max_length=120, unique=True)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="deel van",
        null=True,
        blank=True,
        related_name="subthemes",
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    icon = models.CharField(
        "pictogram",
        max_length=20,
        choices=Icon,
    )
    plain_name = models.CharField(
        "in gewone woorden",
        max_length=60,
        blank=True,
        help_text="Een paar woorden die iedereen gebruikt, zoals: Meedoen.",
    )
    introduction = models.TextField("inleiding", blank=True)
    placement_note = models.TextField(
        "waarom hier",
        blank=True,
        help_text="Waarom de redactie dit deelthema onder dit hoofdthema plaatst.",
    )
    missing_figures = models.TextField(
        "cijfers die er zijn en hier nog niet staan",
        blank=True,
        help_text="Wie ze maakt, over welk jaar, en waar ze staan. Lezers zien dit bij de behoefte.",
    )
    sources = several_sources()

    objects = ThemeQuerySet.as_manager()

    class Meta:
        verbose_name = "thema"
        verbose_name_plural = "thema’s"
        ordering = [
            F("parent__position").asc(nulls_first=True),
            "position",
            "name",
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(parent=F("id")),
                name="theme_not_its_own_parent",
                violation_error_message="Een thema kan geen deel van zichzelf zijn.",
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(placement_note=""),
                name="subtheme_has_placement_note",
                violation_error_message="Leg bij een deelthema uit waarom het onder dit hoofdthema staat.",
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        """Keep it at two levels; a database constraint cannot look at another row."""
        if self.parent and self.parent.parent_id:
            raise ValidationError(
                {"parent": "Kies een hoofdthema: thema’s hebben twee lagen."}
            )
        if self.parent and self.pk and self.subthemes.exists():
            raise ValidationError(
                {
                    "parent": "Dit thema heeft zelf deelthema’s en blijft dus een hoofdthema."
                }
            )

    def get_absolute_url(self):
        return reverse("initiatives:theme_detail", args=[self.slug])

    @property
    def laws_with_a_note(self):
        """The laws among the duties (loaded with their source) of which there is more to tell, such as a change."""
        laws = dict.fromkeys(duty.source for duty in self.duties.all())
        return [law for law in laws if law.note]


class LibraryOffer(models.Model):
    """Something the library can do for a theme, with an example where there is one."""

    theme = models.ForeignKey(
        Theme,
        models.CASCADE,
        verbose_name="thema",
        related_name="offers",
    )
    text = models.CharField("wat de bibliotheek kan doen", max_length=200)
    explanation = models.CharField(
        "toelichting",
        max_length=300,
        blank=True,
    )
    initiative = models.ForeignKey(
        "initiatives.Initiative",
        models.SET_NULL,
        verbose_name="voorbeeld",
        null=True,
        blank=True,
        related_name="offers",
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    source = models.ForeignKey("sources.Source", models.PROTECT, verbose_name="bron")

    OWNERS = ("theme",)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "wat de bibliotheek kan doen"
        verbose_name_plural = "wat de bibliotheek kan doen"
        ordering = ["theme__position", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "text"],
                name="library_offer_unique",
                violation_error_message="Dit staat al bij dit thema.",
            )
        ]

    def __str__(self):
        return self.text


class MunicipalDuty(models.Model):
    """What the law asks of a municipality within a theme, in the editors' words, with the article."""

    theme = models.ForeignKey(
        Theme,
        models.CASCADE,
        verbose_name="thema",
        related_name="duties",
    )
    text = models.CharField("taak van de gemeente", max_length=300)
    law = models.CharField("wet", max_length=120)
    article = models.CharField("artikel", max_length=60)
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    source = models.ForeignKey("sources.Source", models.PROTECT, verbose_name="bron")

    OWNERS = ("theme",)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "taak van de gemeente"
        verbose_name_plural = "taken van de gemeente"
        ordering = ["theme__position", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "text"],
                name="municipal_duty_unique",
                violation_error_message="Deze taak staat al bij dit thema.",
            )
        ]

    def __str__(self):
        return self.text


class ConversationQuestion(models.Model):
    """A question to take to the talk between library and municipality, written by the editors."""

    theme = models.ForeignKey(
        Theme,
        models.CASCADE,
        verbose_name="thema",
        related_name="questions",
    )
    text = models.CharField("vraag", max_length=300)
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    source = models.ForeignKey("sources.Source", models.PROTECT, verbose_name="bron")

    OWNERS = ("theme",)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "vraag voor het gesprek"
        verbose_name_plural = "vragen voor het gesprek"
        ordering = ["theme__position", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "text"],
                name="conversation_question_unique",
                violation_error_message="Deze vraag staat al bij dit thema.",
            )
        ]

    def __str__(self):
        return self.text
