"""Reactions of readers, as small as they can be."""

import factory
from django.utils import timezone

from reactions.models import AskedPerson, Reaction
from tests.factories import InitiativeFactory
from tests.numbered import NumberedFactory


class ReactionFactory(NumberedFactory):
    """A question about an example, on the site."""

    class Meta:
        model = Reaction

    kind = "vraag"
    initiative = factory.SubFactory(InitiativeFactory)
    name = "Ans"
    email = factory.Sequence("lezer{}@voorbeeld.nl".format)
    text = factory.Sequence("Wat kost het, en wie betaalt dat? ({})".format)
    state = "geplaatst"
    written_at = factory.LazyFunction(timezone.now)


class AnswerFactory(ReactionFactory):
    """An answer to a question, on the site."""

    kind = "antwoord"
    answer_to = factory.SubFactory(ReactionFactory)
    initiative = factory.SelfAttribute("answer_to.initiative")
    text = factory.Sequence("Zo doen wij het. ({})".format)


class AskedPersonFactory(NumberedFactory):
    """Somebody who was mailed a question."""

    class Meta:
        model = AskedPerson

    question = factory.SubFactory(ReactionFactory)
    email = factory.Sequence("kenner{}@voorbeeld.nl".format)
    asked_at = factory.LazyFunction(timezone.now)
