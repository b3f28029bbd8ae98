"""Smallest valid objects of what a municipality needs, wants and has."""

from datetime import date

import factory

from opportunities import models
from opportunities.choices import Chance, Direction, PolicyDocumentKind, ServiceState
from tests.numbered import NumberedFactory

from .factories import MunicipalityFactory, SourceFactory, ThemeFactory, in_a_year


class IndicatorFactory(NumberedFactory):
    """A percentage of which much means much need."""

    class Meta:
        model = models.Indicator

    slug = factory.Sequence("indicator-{}".format)
    name = factory.Sequence("Indicator {}".format)
    short_name = factory.Sequence("aandeel {}".format)
    unit = "% van 18 jaar en ouder"
    theme = factory.SubFactory(ThemeFactory)
    judgement = "Hoort hierbij."
    direction = Direction.HIGH
    per = 100
    lowest = 0
    highest = 100


class MeasurementFactory(NumberedFactory):
    class Meta:
        model = models.Measurement

    slug = factory.LazyAttribute(lambda measurement: f"{measurement.indicator.slug}-{measurement.year}")
    indicator = factory.SubFactory(IndicatorFactory)
    year = 2024
    codes_year = factory.SelfAttribute("year")
    source = factory.SubFactory(SourceFactory)


class IndicatorValueFactory(NumberedFactory):
    class Meta:
        model = models.IndicatorValue

    measurement = factory.SubFactory(MeasurementFactory)
    municipality = factory.SubFactory(MunicipalityFactory)
    value = 12


class PolicyDocumentFactory(NumberedFactory):
    """A paper of the municipality itself; with ``kind`` and ``party`` the programme of a party."""

    class Meta:
        model = models.PolicyDocument

    slug = factory.Sequence("beleidsstuk-{}".format)
    municipality = factory.SubFactory(MunicipalityFactory)
    kind = PolicyDocumentKind.PAPER
    title = factory.Sequence("Beleidsstuk {}".format)
    from_year = 2026


class PassageFactory(NumberedFactory):
    class Meta:
        model = models.Passage

    document = factory.SubFactory(PolicyDocumentFactory)
    theme = factory.SubFactory(ThemeFactory)
    told = factory.Sequence("Verteld in eigen woorden {}.".format)


class TextIntakeFactory(NumberedFactory):
    """A document that waits until its text is taken in."""

    class Meta:
        model = models.TextIntake

    document = factory.SubFactory(PolicyDocumentFactory)


class ServiceFactory(NumberedFactory):
    """A published and confirmed service, unless told otherwise; ``themes`` takes a list, and is one theme without."""

    class Meta:
        model = models.Service
        skip_postgeneration_save = True

    municipality = factory.SubFactory(MunicipalityFactory)
    name = factory.Sequence("Aanbod {}".format)
    publication_state = ServiceState.PUBLISHED
    confirmed_on = date(2026, 1, 1)

    @factory.post_generation
    def themes(self, create, found):
        self.themes.set([ThemeFactory()] if found is None else found)


class AdoptionReportFactory(NumberedFactory):
    """People reached in 2025, and nothing else, unless told otherwise."""

    class Meta:
        model = models.AdoptionReport

    service = factory.SubFactory(ServiceFactory)
    year = 2025
    reached = 10
    reached_how = "geteld"
    outcome_kind = "geholpen"


class SupplyCheckFactory(NumberedFactory):
    class Meta:
        model = models.SupplyCheck

    municipality = factory.SubFactory(MunicipalityFactory)
    theme = factory.SubFactory(ThemeFactory)
    checked_on = date(2026, 1, 1)
    source = factory.SubFactory(SourceFactory)


class MatrixSnapshotFactory(NumberedFactory):
    """A row of which nothing was known."""

    class Meta:
        model = models.MatrixSnapshot

    municipality = factory.SubFactory(MunicipalityFactory)
    theme = factory.SubFactory(ThemeFactory)
    year = 2026
    taken_on = factory.LazyAttribute(lambda snapshot: date(snapshot.year, 1, 1))
    chance = Chance.UNKNOWN


class NoteFactory(NumberedFactory):
    class Meta:
        model = models.Note

    municipality = factory.SubFactory(MunicipalityFactory)
    choices = factory.Dict({})
    content = factory.Dict({})
    saved_on = date(2026, 1, 1)
    remove_on = factory.LazyFunction(in_a_year)


class SharedListFactory(NumberedFactory):
    class Meta:
        model = models.SharedList

    title = "Mijn lijst"
    entries = factory.List([])
    shared_on = date(2026, 1, 1)
    remove_on = factory.LazyFunction(in_a_year)
