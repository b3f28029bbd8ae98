"""Smallest valid objects of what supports an initiative, beside the figures of ``tests.factories``."""

from datetime import date

import factory

from initiatives import models as initiatives
from tests.factories import InitiativeFactory, PartnerFactory, SourceFactory
from tests.numbered import NumberedFactory


class CitationFactory(NumberedFactory):
    class Meta:
        model = initiatives.Citation

    initiative = factory.SubFactory(InitiativeFactory)
    speaker = factory.Sequence("Spreker {}".format)
    paraphrase = "Het werkt."
    source = factory.SubFactory(SourceFactory)


class DocumentFactory(NumberedFactory):
    class Meta:
        model = initiatives.Document

    slug = factory.Sequence("document-{}".format)
    title = factory.Sequence("Document {}".format)
    kind = initiatives.Document.Kind.OTHER


class PhotoFactory(NumberedFactory):
    class Meta:
        model = initiatives.Photo

    initiative = factory.SubFactory(InitiativeFactory)
    image = "fotos/voorbeeld.jpg"
    alt_text = factory.Sequence("Foto {}".format)
    credit = "Een fotograaf"


class RecognitionFactory(NumberedFactory):
    class Meta:
        model = initiatives.Recognition

    initiative = factory.SubFactory(InitiativeFactory)
    body = factory.SubFactory(PartnerFactory)
    level = factory.Sequence("Niveau {}".format)
    awarded_on = date(2026, 1, 1)
    url = "https://voorbeeld.nl/"
