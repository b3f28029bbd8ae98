from decimal import Decimal

from django.db import models

from opportunities.choices import Direction, Need

from .indicator import Measurement

FEWEST = 3  # municipalities that can be divided into thirds


class Spread(models.Model):
    """How the figures of all municipalities in a measurement are spread: where the thirds lie, and the middle.

    The database keeps it (``opportunities/triggers.py``), so that it is right after every kind of write. Up to
    ``low_until`` a figure is in the lower third, from ``high_from`` in the upper; empty where no figure is. ``median``
    is the middle of the municipalities, not the figure of the country as a whole. ``changed_at`` is another moment
    after every change of a figure, so that a cache of figures can tell.
    """

    measurement = models.OneToOneField(Measurement, models.CASCADE, primary_key=True, related_name="spread")
    count = models.PositiveIntegerField("aantal gemeenten")
    low_until = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    high_from = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    changed_at = models.DateTimeField("veranderd op")
    median = models.DecimalField(max_digits=14, decimal_places=4)

    class Meta:
        verbose_name = "spreiding"
        verbose_name_plural = "spreidingen"

    def __str__(self):
        return f"Spreiding van {self.measurement}"

    def need_of(self, value: Decimal, direction: Direction) -> Need:
        """The level of need that a figure means."""
        if self.count < FEWEST or direction == Direction.BACKGROUND:
            return Need.UNKNOWN
        is_high_needy = direction == Direction.HIGH
        if self.low_until is not None and value <= self.low_until:
            return Need.LOW if is_high_needy else Need.HIGH
        if self.high_from is not None and value >= self.high_from:
            return Need.HIGH if is_high_needy else Need.LOW
        return Need.MEDIUM
