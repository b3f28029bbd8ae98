"""The rules of the kansenkaart: need, policy and supply → what kind of chance that is.

The same table decides and is shown to the reader. The first rule that matches counts. A rule matches when each of the
three levels is among those it asks for; where it asks nothing, not knowing is no hindrance, since then the outcome is
the same (or at least as good) whatever that level turns out to be. Source of the first of each outcome: the mockup of
the page of a municipality; the others were added so that every combination has an outcome (see docs/decisions.md).
"""

from dataclasses import dataclass

from .choices import IN_POLICY, LITTLE_SUPPLY, Chance, Need, Policy, Supply


@dataclass(frozen=True)
class Rule:
    """An outcome with the levels it asks for; an empty tuple asks nothing."""

    chance: Chance
    why: str
    needs: tuple = ()
    policies: tuple = ()
    supplies: tuple = ()

    def matches(self, need, policy, supply):
        """Whether each level is one that the rule asks for."""
        asked = ((need, self.needs), (policy, self.policies), (supply, self.supplies))
        return all(level in wanted for level, wanted in asked if wanted)

    @property
    def conditions(self):
        """What it asks of need, policy and supply, in words."""
        return ["maakt niet uit" if not levels else _either(levels) for levels in self._asked]

    @property
    def _asked(self):
        return self.needs, self.policies, self.supplies


def _either(levels):
    return " of ".join(level.label if place == 0 else level.label.lower() for place, level in enumerate(levels))


RULES = (
    Rule(Chance.BIG, "Veel behoefte, in het beleid, weinig aanbod", (Need.HIGH,), IN_POLICY, LITTLE_SUPPLY),
    Rule(Chance.CHANCE, "Er is een basis om op te bouwen", (Need.MEDIUM,), IN_POLICY, LITTLE_SUPPLY),
    Rule(Chance.CHANCE, "Veel behoefte: zet het op de agenda", (Need.HIGH,), (), LITTLE_SUPPLY),
    Rule(Chance.CHANCE, "De gemeente wil hier iets mee", (), (Policy.PRIORITY,), LITTLE_SUPPLY),
    Rule(Chance.STRENGTH, "Laat zien wat er al staat", (), (), (Supply.AMPLE,)),
    Rule(Chance.NOT_NOW, "Kijk over een jaar opnieuw", (Need.LOW,), (Policy.ABSENT,), ()),
    Rule(Chance.NOT_NOW, "Kijk over een jaar opnieuw", (Need.LOW,), (Policy.MENTIONED,), LITTLE_SUPPLY),
    Rule(Chance.NOT_NOW, "Kijk over een jaar opnieuw", (Need.MEDIUM,), (Policy.ABSENT,), LITTLE_SUPPLY),
)
NOT_KNOWN = Rule(Chance.UNKNOWN, "")


def rule_for(need, policy, supply):
    """The first rule that matches these levels; ``NOT_KNOWN`` where what is not known decides."""
    return next((rule for rule in RULES if rule.matches(need, policy, supply)), NOT_KNOWN)
