from django.db import models

from accounts.scopes import OwnedQuerySet

from .organisation import Organisation


class ContactPersonQuerySet(OwnedQuerySet):
    """The words for choosing contact persons."""

    def outdated(self, today):
        """Contact persons whose date of removal has come."""
        return self.filter(remove_on__lte=today)

    def to_write_to(self, today):
        """Contact persons with an e-mail address who agreed, and whose date of removal has not come."""
        return self.filter(
            consented_on__lte=today,
            remove_on__gt=today,
        ).exclude(email="")


class ContactPerson(models.Model):
    """Whom to call at an organisation; personal data, so only with consent and only until a date."""

    OWNERS = ("organisation",)

    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        verbose_name="organisatie",
        related_name="contact_persons",
    )
    name = models.CharField("naam", max_length=200)
    job_title = models.CharField("functie", max_length=200, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    phone = models.CharField("telefoon", max_length=30, blank=True)
    is_public = models.BooleanField("mag op de site", default=False)
    consented_on = models.DateField("toestemming gegeven op")
    remove_on = models.DateField(
        "verwijderen op",
        help_text="Dan verdwijnen deze gegevens vanzelf.",
    )

    objects = ContactPersonQuerySet.as_manager()

    class Meta:
        verbose_name = "contactpersoon"
        verbose_name_plural = "contactpersonen"
        ordering = ["organisation__sort_key", "name"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(email="", phone=""),
                name="contact_person_can_be_reached",
                violation_error_message="Geef een e-mailadres of een telefoonnummer.",
            ),
            models.CheckConstraint(
                condition=models.Q(consented_on__lt=models.F("remove_on")),
                name="contact_person_removed_after_consent",
                violation_error_message="De datum van verwijderen ligt na de datum van toestemming.",
            ),
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="contact_person_unique",
                violation_error_message="Deze contactpersoon staat al bij deze organisatie.",
            ),
        ]

    def __str__(self):
        return f"{self.name} ({self.organisation})"
