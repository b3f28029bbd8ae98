"""The rekenhulp: what could it bring? A range with everything it rests on, never a single number."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from wording.numbers import amount, euros

CLAIM = "Reactie van Debbie Heijne (De Levende Sollicitatiegids), 2016. Een berekening staat er niet bij."
CLAIMED_SAVING = 12_000  # euro a year for each person who no longer needs social assistance; the claim above
OWN_ESTIMATE = "Eigen schatting"
ROUNDED_TO = 100  # euro: more exact than the assumptions it cannot be


@dataclass(frozen=True)
class Assumptions:
    """What a visitor fills in: ``success`` in percent of the participants, ``saving`` in euro per success and year."""

    participants: int
    success_low: Decimal
    success_high: Decimal
    saving_low: Decimal
    saving_high: Decimal
    costs: Decimal
    success_source: str = OWN_ESTIMATE
    saving_source: str = CLAIM
    participants_source: str = ""  # empty: nobody said where it is from
    costs_source: str = ""

    @property
    def lowest(self) -> Decimal:
        """What is left in euro a year when everything falls short."""
        succeeding = self.participants * self.success_low / 100
        return succeeding * self.saving_low - self.costs

    @property
    def highest(self) -> Decimal:
        """What is left in euro a year when everything goes well."""
        succeeding = self.participants * self.success_high / 100
        return succeeding * self.saving_high - self.costs

    @property
    def in_words(self) -> str:
        """The outcome as a sentence, rounded to hundreds."""
        low = rounded(self.lowest)
        high = rounded(self.highest)
        if low < 0 < high:
            return (
                f"Het kan de gemeente {euros(-low)} per jaar kosten, "
                f"en het kan haar {euros(high)} per jaar opleveren."
            )
        if high <= 0:
            return (
                f"Het kost de gemeente tussen {euros(-high)} en {euros(-low)} per jaar."
            )
        return (
            f"Het levert de gemeente tussen {euros(low)} en {euros(high)} per jaar op."
        )

    @property
    def sources(self) -> list[str]:
        """Where each assumption is from, as far as somebody said so."""
        sources = [
            f"Percentage dat slaagt: {self.success_source}",
            f"Besparing per persoon: {self.saving_source}",
        ]
        if self.participants_source:
            sources.append(f"Aantal deelnemers: {self.participants_source}")
        if self.costs_source:
            sources.append(f"Kosten per jaar: {self.costs_source}")
        return sources

    @property
    def sums(self) -> list[str]:
        """The two sums behind it, low first."""
        ends = [
            (self.success_low, self.saving_low, self.lowest),
            (self.success_high, self.saving_high, self.highest),
        ]
        people = f"{amount(self.participants)} deelnemers"
        costs = f"{euros(self.costs)} kosten"
        sums = []
        for success, saving, outcome in ends:
            gain = f"{people} × {amount(success)}% × {euros(saving)}"
            sums.append(f"{gain} − {costs} = {euros(outcome)}")
        return sums


def rounded(number: Decimal) -> Decimal:
    """To whole hundreds."""
    hundreds = Decimal(number) / ROUNDED_TO
    return hundreds.quantize(Decimal(1), ROUND_HALF_UP) * ROUNDED_TO
