from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.scopes import OwnedQuerySet
from initiatives.choices import PageState, SharedFileKind

from .initiative import Initiative


class SharingQuerySet(OwnedQuerySet):
    """The words for choosing who shared something."""

    def outdated(self, now):
        """Those past their term: a year after they shared it, a month after they last went on with it."""
        is_forgotten = Q(
            shared_at=None,
            changed_at__lt=now - Sharing.DRAFT_TERM,
        )
        return self.filter(is_forgotten | Q(shared_at__lt=now - Sharing.TERM))


class Sharing(models.Model):
    """Who shares an example without an account; curators see it, and what happens is mailed to the address.

    Until it is sent there is no example yet: ``typed`` has what was filled in so far, as {field: [values]}. The
    fields of ``page`` say what was found at the link that somebody pasted.
    """

    OWNERS = ("initiative",)
    TERM = timedelta(days=365)
    DRAFT_TERM = timedelta(days=30)
    PageState = PageState

    initiative = models.ForeignKey(
        Initiative,
        models.CASCADE,
        verbose_name="praktijkvoorbeeld",
        related_name="sharings",
        null=True,
    )
    typed = models.JSONField("ingevuld", default=dict, blank=True)
    name = models.CharField("naam", max_length=100, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    page_url = models.URLField(
        "geplakt webadres",
        max_length=500,
        blank=True,
    )
    page_state = models.CharField(
        "stand van het geplakte webadres",
        max_length=20,
        choices=PageState,
        blank=True,
    )
    page_title = models.CharField(
        "titel van die pagina",
        max_length=250,
        blank=True,
    )
    page_publisher = models.CharField(
        "van wie ze is",
        max_length=100,
        blank=True,
    )
    page_problem = models.CharField(
        "waarom ze niet te lezen is",
        max_length=200,
        blank=True,
    )
    changed_at = models.DateTimeField("veranderd op", default=timezone.now)
    shared_at = models.DateTimeField("gedeeld op", null=True)

    objects = SharingQuerySet.as_manager()

    class Meta:
        verbose_name = "gedeeld voorbeeld"
        verbose_name_plural = "gedeelde voorbeelden"
        ordering = ["-shared_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(initiative=None, shared_at=None)
                | Q(initiative__isnull=False, shared_at__isnull=False),
                name="sharing_is_draft_or_shared",
                violation_error_message="Wat gedeeld is, heeft een voorbeeld en een moment.",
            )
        ]

    def __str__(self):
        return f"Gedeeld: {self.initiative}"

    @property
    def is_draft(self):
        """Whether the sender is still filling it in."""
        return self.shared_at is None

    @property
    def is_tip(self):
        """Whether a curator made the example of their tip, so that it is not theirs."""
        return self.initiative.tips.filter(email__iexact=self.email).exists()

    @property
    def page_source(self):
        """The title of the pasted page with whose it is, as a source is called."""
        return ", ".join(filter(None, [self.page_title, self.page_publisher]))


class SharedFile(models.Model):
    """A photo or document that came along; only curators see it, until one of them puts it on the site."""

    OWNERS = ("sharing",)
    Kind = SharedFileKind

    sharing = models.ForeignKey(
        Sharing,
        models.CASCADE,
        verbose_name="gedeeld voorbeeld",
        related_name="files",
    )
    kind = models.CharField("soort", max_length=20, choices=Kind)
    file = models.FileField("bestand", upload_to="gedeeld/")
    name = models.CharField("naam van het bestand", max_length=120)
    alt_text = models.CharField(
        "wat er te zien is",
        max_length=200,
        blank=True,
    )
    credit = models.CharField("fotograaf", max_length=120, blank=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "meegestuurd bestand"
        verbose_name_plural = "meegestuurde bestanden"
        ordering = ["pk"]

    def __str__(self):
        return self.name

    @property
    def is_pdf(self):
        """Whether the site can show it as a document."""
        return self.file.name.endswith(".pdf")
