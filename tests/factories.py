"""Smallest valid objects."""

from datetime import date, timedelta

import factory
from django.utils import timezone

from accounts.models import User
from contact.models import Message, Question
from initiatives import models as initiatives
from partners import models as partners
from sources.models import Source
from tests.numbered import NumberedFactory


def in_a_year():
    """A day on which a term ends that is not over, whenever this runs."""
    return timezone.localdate() + timedelta(days=365)


class UserFactory(NumberedFactory):
    class Meta:
        model = User

    email = factory.Sequence("gebruiker{}@voorbeeld.nl".format)


class SourceFactory(NumberedFactory):
    class Meta:
        model = Source

    slug = factory.Sequence("bron-{}".format)
    title = factory.Sequence("Bron {}".format)
    kind = Source.Kind.ARTICLE


class MessageFactory(NumberedFactory):
    class Meta:
        model = Message

    page = "/themas/"
    text = factory.Sequence("Bericht {}".format)


class QuestionFactory(NumberedFactory):
    class Meta:
        model = Question

    kind = "voorbeeld"
    slug = "taalhuis"
    name = "Ans Alders"
    email = "ans@voorbeeld.nl"
    text = factory.Sequence("Vraag {}".format)


class ProvinceFactory(NumberedFactory):
    class Meta:
        model = partners.Province
        django_get_or_create = ["code"]

    code = factory.Sequence(lambda n: f"PV{40 + n % 40}")  # the real ones, which tests write out, are below
    name = factory.Sequence("Provincie {}".format)
    slug = factory.Sequence("provincie-{}".format)


class MunicipalityFactory(NumberedFactory):
    class Meta:
        model = partners.Municipality

    slug = factory.Sequence("gemeente-{}".format)
    name = factory.Sequence("Gemeente {}".format)
    cbs_code = factory.Sequence(lambda n: f"GM{5000 + n % 4000}")  # the real ones, which tests write out, are below
    province = factory.SubFactory(ProvinceFactory)


class LibraryFactory(NumberedFactory):
    class Meta:
        model = partners.Library

    slug = factory.Sequence("bibliotheek-{}".format)
    name = factory.Sequence("Bibliotheek {}".format)


class PartnerFactory(NumberedFactory):
    class Meta:
        model = partners.Partner

    slug = factory.Sequence("partner-{}".format)
    name = factory.Sequence("Partner {}".format)
    sector = partners.Organisation.Sector.ASSOCIATION
    level = partners.Organisation.Level.LOCAL


class ContactPersonFactory(NumberedFactory):
    class Meta:
        model = partners.ContactPerson

    organisation = factory.SubFactory(LibraryFactory)
    name = factory.Sequence("Contactpersoon {}".format)
    email = "contact@voorbeeld.nl"
    consented_on = date(2026, 1, 1)
    remove_on = factory.LazyFunction(in_a_year)


class BranchFactory(NumberedFactory):
    class Meta:
        model = partners.Branch

    library = factory.SubFactory(LibraryFactory)
    slug = factory.Sequence("vestiging-{}".format)
    name = factory.Sequence("Vestiging {}".format)


class NetworkFactory(NumberedFactory):
    class Meta:
        model = partners.Network

    slug = factory.Sequence("netwerk-{}".format)
    name = factory.Sequence("Netwerk {}".format)


class NetworkMemberFactory(NumberedFactory):
    class Meta:
        model = partners.NetworkMember

    network = factory.SubFactory(NetworkFactory)
    organisation = factory.SubFactory(LibraryFactory)


class AgreementFactory(NumberedFactory):
    class Meta:
        model = partners.Agreement

    slug = factory.Sequence("overeenkomst-{}".format)
    title = factory.Sequence("Overeenkomst {}".format)
    kind = partners.Agreement.Kind.COOPERATION


class MunicipalityAliasFactory(NumberedFactory):
    class Meta:
        model = partners.MunicipalityAlias

    municipality = factory.SubFactory(MunicipalityFactory)
    name = factory.Sequence("Andere naam {}".format)


class SuccessionFactory(NumberedFactory):
    class Meta:
        model = partners.Succession

    predecessor = factory.SubFactory(MunicipalityFactory)
    successor = factory.SubFactory(MunicipalityFactory)
    takes_effect_on = "2022-03-24"
    kind = partners.Succession.Kind.ABSORBED


class ThemeFactory(NumberedFactory):
    class Meta:
        model = initiatives.Theme

    slug = factory.Sequence("thema-{}".format)
    name = factory.Sequence("Thema {}".format)
    icon = initiatives.Theme.Icon.SOCIAL
    placement_note = factory.LazyAttribute(lambda theme: "Hoort hierbij." if theme.parent else "")
    parent = None


class ThemeLineFactory(NumberedFactory):
    """What the three kinds of line under a theme share."""

    class Meta:
        abstract = True

    theme = factory.SubFactory(ThemeFactory)
    text = factory.Sequence("Regel {}".format)
    source = factory.SubFactory(SourceFactory)


class LibraryOfferFactory(ThemeLineFactory):
    class Meta:
        model = initiatives.LibraryOffer


class MunicipalDutyFactory(ThemeLineFactory):
    class Meta:
        model = initiatives.MunicipalDuty


class ConversationQuestionFactory(ThemeLineFactory):
    class Meta:
        model = initiatives.ConversationQuestion


class TargetGroupFactory(NumberedFactory):
    class Meta:
        model = initiatives.TargetGroup

    slug = factory.Sequence("doelgroep-{}".format)
    name = factory.Sequence("Doelgroep {}".format)


class InitiativeFactory(NumberedFactory):
    """A published initiative, unless told otherwise; ``themes``, ``places`` and the like take lists."""

    class Meta:
        model = initiatives.Initiative
        skip_postgeneration_save = True

    slug = factory.Sequence("voorbeeld-{}".format)
    title = factory.Sequence("Voorbeeld {}".format)
    summary = "Een voorbeeld."
    publication_state = initiatives.Initiative.PublicationState.PUBLISHED
    next_check_on = date(2100, 1, 1)

    @factory.post_generation
    def themes(self, create, found):
        self.themes.set(found or [])

    @factory.post_generation
    def target_groups(self, create, found):
        self.target_groups.set(found or [])

    @factory.post_generation
    def places(self, create, found):
        self.places.set(found or [])

    @factory.post_generation
    def partners(self, create, found):
        for organisation in found or []:
            ParticipationFactory(initiative=self, organisation=organisation)


class ParticipationFactory(NumberedFactory):
    class Meta:
        model = initiatives.Participation

    initiative = factory.SubFactory(InitiativeFactory)
    organisation = factory.SubFactory(PartnerFactory)
    role = initiatives.Participation.Role.PARTNER


class FigureFactory(NumberedFactory):
    class Meta:
        model = initiatives.Figure

    initiative = factory.SubFactory(InitiativeFactory)
    value = 50
    label = factory.Sequence("Cijfer {}".format)
    period = "2016"
    source = factory.SubFactory(SourceFactory)
