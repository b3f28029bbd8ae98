from decimal import Decimal

from django.db import models

from opportunities.choices import Direction, Need

from .measurement import Measurement

FEWEST = 3  # municipalities that can be divided into thirds
# of the distance between the thirds: so near to one a figure is still in the middle
MARGIN = Decimal("0.25")


class Spread(models.Model):
    """How the figures of all municipalities in a measurement are spread: where the thirds lie, and the middle.

    The database keeps it (``opportunities/triggers.py``), so that it is right after every kind of write. Up to
    ``low_until`` a figure is in the lower third, from ``high_from`` in the upper; empty where no figure is. ``median``
    is the middle of the municipalities, not the figure of the country as a whole. ``changed_at`` is another moment
    after every change of a figure, so that a cache of figures can tell.
    """

    measurement = models.OneToOneField(
        Measurement,
        models.CASCADE,
        primary_key=True,
        related_name="spread",
    )
    count = models.PositiveIntegerField("aantal gemeenten")
    low_until = models.DecimalField(
        max_digits=14,
        decimal_places=4,
        null=True,
    )
    high_from = models.DecimalField(
        max_digits=14,
        decimal_places=4,
        null=True,
    )
    changed_at = models.DateTimeField("veranderd op")
    median = models.DecimalField(max_digits=14, decimal_places=4)

    class Meta:
        verbose_name = "spreiding"
        verbose_name_plural = "spreidingen"

    def __str__(self):
        return f"Spreiding van {self.measurement}"

    @property
    def width(self) -> Decimal:
        """The distance between the lower and the upper third; nought where one of them is empty."""
        if self.low_until is None or self.high_from is None:
            return Decimal(0)
        return self.high_from - self.low_until

    def need_of(
        self,
        value: Decimal,
        direction: str,
    ) -> Need:
        """The level of need that a figure means; what lies just over the border of a third is still in the middle."""
        if self.count < FEWEST or direction == Direction.BACKGROUND:
            return Need.UNKNOWN
        need_below = Need.HIGH
        need_above = Need.LOW
        if direction == Direction.HIGH:
            need_below = Need.LOW
            need_above = Need.HIGH
        margin = self.width * MARGIN
        if self.low_until is not None and value <= self.low_until - margin:
            return need_below
        if self.high_from is not None and value >= self.high_from + margin:
            return need_above
        return Need.MEDIUM

    def deviation_of(
        self,
        value: Decimal,
        direction: str,
    ) -> Decimal:
        """How far a figure is from the middle towards much need, in distances between the thirds.

        A standard deviation would let the few largest cities decide how far everybody else is.
        """
        if not self.width or direction == Direction.BACKGROUND:
            return Decimal(0)
        deviation = (value - self.median) / self.width
        if direction == Direction.LOW:
            return -deviation
        return deviation
