"""What readers write under an example, theme or meeting, and who was asked to answer."""

from datetime import timedelta

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from events.models import Event
from initiatives.models import Initiative, Theme
from initiatives.models.owners import exactly_one, owner
from partners.models import Organisation

from .choices import ReactionKind, ReactionState
from .querysets import AskedPersonQuerySet, ReactionQuerySet

LONGEST = 3000


class Reaction(models.Model):
    """A question, an experience, or an answer to a question.

    Nothing shows before its address was confirmed; who was never placed before waits for a curator then
    (``actions.first_state``). ``told_at`` is when it was mailed on, which happens once.
    """

    OWNERS = ("initiative", "theme", "meeting")
    UNCONFIRMED_TERM = timedelta(days=7)
    REFUSED_TERM = timedelta(days=30)
    ADDRESS_TERM = timedelta(days=2 * 365)
    TERM = timedelta(days=5 * 365)

    Kind = ReactionKind
    State = ReactionState

    kind = models.CharField("soort", max_length=20, choices=Kind)
    initiative = owner(Initiative, "praktijkvoorbeeld", related_name="reactions")
    theme = owner(Theme, "thema", related_name="reactions")
    meeting = owner(Event, "bijeenkomst", related_name="reactions")
    answer_to = models.ForeignKey(
        "self",
        models.CASCADE,
        verbose_name="antwoord op",
        null=True,
        blank=True,
        related_name="answers",
    )
    organisation = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        verbose_name="namens",
        null=True,
        blank=True,
        related_name="reactions",
    )
    name = models.CharField("naam", max_length=100)
    job_title = models.CharField("functie", max_length=120, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    text = models.TextField(
        "tekst",
        max_length=LONGEST,
        validators=[MaxLengthValidator(LONGEST)],
    )
    state = models.CharField(
        "stand",
        max_length=20,
        choices=State,
        default=State.UNCONFIRMED,
    )
    written_at = models.DateTimeField("geschreven op")
    told_at = models.DateTimeField(
        "doorgemaild op",
        null=True,
        blank=True,
    )

    objects = ReactionQuerySet.as_manager()

    class Meta:
        verbose_name = "reactie"
        verbose_name_plural = "reacties"
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("initiative", "theme", "meeting"),
                name="reaction_about_one_thing",
                violation_error_message="Een reactie gaat over één voorbeeld, thema of bijeenkomst.",
            ),
            models.CheckConstraint(
                condition=Q(kind=ReactionKind.ANSWER, answer_to__isnull=False)
                | Q(
                    kind__in=[ReactionKind.QUESTION, ReactionKind.EXPERIENCE],
                    answer_to=None,
                ),
                name="reaction_answers_a_question",
                violation_error_message="Alleen een antwoord hoort bij een vraag, en een antwoord altijd.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=ReactionState.values),
                name="reaction_state_known",
                violation_error_message="Kies een stand uit de lijst.",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=ReactionState.WITHDRAWN,
                    kind=ReactionKind.QUESTION,
                    name="",
                    job_title="",
                    email="",
                    text="",
                )
                | ~Q(state=ReactionState.WITHDRAWN) & ~Q(name="") & ~Q(text=""),
                name="reaction_withdrawn_is_empty",
                violation_error_message="Een reactie heeft een naam en een tekst, tot ze is ingetrokken.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} bij ‘{self.about}’"

    @property
    def about(self):
        """What it is about."""
        return self.initiative or self.theme or self.meeting

    @property
    def is_question(self):
        """Whether it can be answered."""
        return self.kind == ReactionKind.QUESTION

    @property
    def is_withdrawn(self):
        """Whether only its answers are left."""
        return self.state == ReactionState.WITHDRAWN

    @property
    def page(self):
        """Where it stands on the site."""
        return f"{self.about.get_absolute_url()}#reacties"


class AskedPerson(models.Model):
    """Who was mailed a question because they know the answer, once; their link answers without another mail.

    ``organisation`` is for whom they were asked. Who wants no questions any more is remembered here too.
    """

    LINK_TERM = timedelta(days=180)
    DECLINED_TERM = timedelta(days=2 * 365)

    question = models.ForeignKey(
        Reaction,
        models.SET_NULL,
        verbose_name="vraag",
        null=True,
        related_name="asked",
    )
    email = models.EmailField("e-mailadres")
    organisation = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        verbose_name="namens",
        null=True,
        blank=True,
        related_name="+",
    )
    asked_at = models.DateTimeField("gevraagd op")
    declined_at = models.DateTimeField(
        "wil geen vragen sinds",
        null=True,
        blank=True,
    )

    objects = AskedPersonQuerySet.as_manager()

    class Meta:
        verbose_name = "wie een vraag kreeg"
        verbose_name_plural = "wie een vraag kregen"
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                "question",
                Lower("email"),
                name="asked_person_once_a_question",
                violation_error_message="Dit adres kreeg deze vraag al.",
            )
        ]

    def __str__(self):
        return f"{self.email}: {self.question}"
