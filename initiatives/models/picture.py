"""What every picture on the site says of itself, whatever it is of."""

from django.db import models

from initiatives.photos import check_photo


class Picture(models.Model):
    """A picture with what it shows in words and who made it; neither may be missing."""

    image = models.ImageField(
        "foto",
        upload_to="fotos/",
        validators=[check_photo],
    )
    alt_text = models.CharField(
        "wat er te zien is",
        max_length=200,
        help_text="Voor wie de foto niet ziet.",
    )
    caption = models.CharField(
        "onderschrift",
        max_length=200,
        blank=True,
    )
    credit = models.CharField("fotograaf", max_length=120)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        abstract = True

    def __str__(self):
        return self.alt_text
