"""What visitors tell the editors."""

from datetime import timedelta

from django.db import models


class MessageQuerySet(models.QuerySet):
    """The words for choosing messages."""

    def outdated(self, now):
        """Messages past their term: a year after they came in."""
        return self.filter(sent_at__lt=now - Message.TERM)

    def same_as(self, message, now):
        """The same words about the same page in the last hour: a button that was pressed twice."""
        return self.filter(
            page=message.page,
            text=message.text,
            email=message.email,
            sent_at__gt=now - timedelta(hours=1),
        )


class Message(models.Model):
    """A visitor says that something is wrong or missing on a page.

    The e-mail address is there to answer with, is not required, and goes with the message after a year.
    """

    TERM = timedelta(days=365)

    page = models.CharField("pagina", max_length=500)
    text = models.TextField("bericht", max_length=5000)
    email = models.EmailField("e-mailadres", blank=True)
    sent_at = models.DateTimeField("verstuurd op", auto_now_add=True)
    handled_at = models.DateTimeField(
        "afgehandeld op",
        null=True,
        blank=True,
    )

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        ordering = ["-sent_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text=""),
                name="message_text_not_empty",
                violation_error_message="Schrijf wat er niet klopt of wat je wilt vertellen.",
            )
        ]

    def __str__(self):
        return f"Bericht over {self.page}"


class QuestionQuerySet(models.QuerySet):
    """The words for choosing questions."""

    def outdated(self, now):
        """Questions past their term: a week after they were asked."""
        return self.filter(asked_at__lt=now - Question.TERM)


class Question(models.Model):
    """What a reader asks whoever knows of an example or organisation; it goes as soon as it is sent on.

    ``kind`` and ``slug`` name what it is about (``subjects``). Who answers is looked up when it is sent.
    """

    TERM = timedelta(days=7)

    kind = models.CharField("soort", max_length=20)
    slug = models.SlugField("over", max_length=120)
    name = models.CharField("je naam", max_length=100)
    organisation = models.CharField(
        "je organisatie",
        max_length=200,
        blank=True,
    )
    email = models.EmailField("je e-mailadres")
    text = models.TextField("je vraag", max_length=3000)
    asked_at = models.DateTimeField("gevraagd op", auto_now_add=True)
    confirmed_at = models.DateTimeField(
        "bevestigd op",
        null=True,
        blank=True,
    )

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = "vraag"
        verbose_name_plural = "vragen"
        ordering = ["asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text=""),
                name="question_text_not_empty",
                violation_error_message="Schrijf wat je wilt vragen.",
            )
        ]

    def __str__(self):
        return f"Vraag over {self.slug}"
