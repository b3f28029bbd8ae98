"""The rules of the kansenkaart: need, policy and supply → what kind of chance that is.

The same table decides and is shown to the reader. The first rule that matches counts. A rule matches when each of the
three levels is among those it asks for; where it asks nothing, not knowing is no hindrance, since then the outcome is
the same (or at least as good) whatever that level turns out to be. The last four ask at most for a need: they match
where too little is known for more, say what is known and what to do next, and promise nothing. Source of the first of
each outcome: the mockup of the page of a municipality; the others were added so that every combination has an outcome
(see docs/decisions.md).
"""

from dataclasses import dataclass
from functools import cache

from .choices import IN_POLICY, LITTLE_SUPPLY, Chance, Need, Policy, Supply

ASK_NEED = "Vraag wat inwoners nodig hebben"
ASK_POLICY = "Vraag wat de gemeente wil"
ASK_SUPPLY = "Kijk wat er al is"


@dataclass(frozen=True)
class Rule:
    """An outcome with the levels it asks for; an empty tuple asks nothing.

    ``why`` is empty where the next step depends on what is missing: see ``reason_for``.
    """

    chance: Chance
    why: str = ""
    needs: tuple[Need, ...] = ()
    policies: tuple[Policy, ...] = ()
    supplies: tuple[Supply, ...] = ()

    def matches(
        self,
        need: Need,
        policy: Policy,
        supply: Supply,
    ) -> bool:
        """Whether each level is one that the rule asks for."""
        need_fits = not self.needs or need in self.needs
        policy_fits = not self.policies or policy in self.policies
        supply_fits = not self.supplies or supply in self.supplies
        return need_fits and policy_fits and supply_fits

    @property
    def conditions(self) -> list[str]:
        """What it asks of need, policy and supply, in words."""
        return [
            condition_in_words(self.needs),
            condition_in_words(self.policies),
            condition_in_words(self.supplies),
        ]


def condition_in_words(levels: tuple) -> str:
    """``Geen of beperkt``."""
    if not levels:
        return "maakt niet uit"
    return " of ".join(level.label for level in levels).capitalize()


RULES = (
    Rule(
        Chance.BIG,
        "Veel behoefte, in het beleid, weinig aanbod",
        needs=(Need.HIGH,),
        policies=IN_POLICY,
        supplies=LITTLE_SUPPLY,
    ),
    Rule(
        Chance.CHANCE,
        "Er is een basis om op te bouwen",
        needs=(Need.MEDIUM,),
        policies=IN_POLICY,
        supplies=LITTLE_SUPPLY,
    ),
    Rule(
        Chance.CHANCE,
        "Veel behoefte: zet het op de agenda",
        needs=(Need.HIGH,),
        supplies=LITTLE_SUPPLY,
    ),
    Rule(
        Chance.CHANCE,
        "De gemeente wil hier iets mee",
        policies=(Policy.PRIORITY,),
        supplies=LITTLE_SUPPLY,
    ),
    Rule(
        Chance.STRENGTH,
        "Laat zien wat er al staat",
        supplies=(Supply.AMPLE,),
    ),
    Rule(
        Chance.NOT_NOW,
        "Kijk over een jaar opnieuw",
        needs=(Need.LOW,),
        policies=(Policy.ABSENT,),
    ),
    Rule(
        Chance.NOT_NOW,
        "Kijk over een jaar opnieuw",
        needs=(Need.LOW,),
        policies=(Policy.MENTIONED,),
        supplies=LITTLE_SUPPLY,
    ),
    Rule(
        Chance.NOT_NOW,
        "Kijk over een jaar opnieuw",
        needs=(Need.MEDIUM,),
        policies=(Policy.ABSENT,),
        supplies=LITTLE_SUPPLY,
    ),
    Rule(Chance.HIGH_NEED, needs=(Need.HIGH,)),
    Rule(Chance.MEDIUM_NEED, needs=(Need.MEDIUM,)),
    Rule(Chance.LOW_NEED, needs=(Need.LOW,)),
    Rule(Chance.UNKNOWN),
)


@cache
def rule_for(
    need: Need,
    policy: Policy,
    supply: Supply,
) -> Rule:
    """The first rule that matches these levels; the last one matches everything."""
    return next(rule for rule in RULES if rule.matches(need, policy, supply))


def reason_for(
    need: Need,
    policy: Policy,
    supply: Supply,
) -> str:
    """Why these levels have their outcome, or the next step where something is missing: need first, supply last."""
    rule = rule_for(need, policy, supply)
    if rule.why:
        return rule.why
    if not need:
        return ASK_NEED
    if not policy:
        return ASK_POLICY
    return ASK_SUPPLY
