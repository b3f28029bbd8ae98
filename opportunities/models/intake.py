from django.db import models
from django.db.models import Q

from opportunities.choices import IntakeState

from .policy import PolicyDocument


class TextIntake(models.Model):
    """How far the text of one document is on its way in: from a file that a curator gave, or from its web address.

    All of them together are the queue. The file goes as soon as its text is taken, or it turned out to have none.
    """

    State = IntakeState

    document = models.OneToOneField(
        PolicyDocument,
        models.CASCADE,
        verbose_name="beleidsstuk",
        related_name="intake",
    )
    file = models.FileField(
        "bestand",
        upload_to="policy/",
        blank=True,
    )
    state = models.CharField(
        "stand",
        max_length=20,
        choices=IntakeState,
        default=IntakeState.WAITING,
    )
    problem = models.CharField("reden", max_length=300, blank=True)
    pages = models.PositiveSmallIntegerField(
        "bladzijden",
        null=True,
        blank=True,
    )
    changed_at = models.DateTimeField("veranderd op", auto_now=True)

    class Meta:
        verbose_name = "tekst die binnenkomt"
        verbose_name_plural = "teksten die binnenkomen"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=IntakeState.values),
                name="text_intake_state_known",
                violation_error_message="Kies een stand uit de lijst.",
            )
        ]

    def __str__(self):
        return f"{self.document}: {self.get_state_display()}"
