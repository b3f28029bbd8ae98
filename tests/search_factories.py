"""Smallest valid objects of the search."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from search.models import SearchedWord, Synonym


class SynonymFactory(DjangoModelFactory):
    class Meta:
        model = Synonym

    word = factory.Sequence(lambda n: f"woord{n}")
    meaning = factory.Sequence(lambda n: f"betekenis{n}")


class SearchedWordFactory(DjangoModelFactory):
    class Meta:
        model = SearchedWord

    word = factory.Sequence(lambda n: f"woord{n}")
    month = date(2026, 1, 1)
    searches = 5
    without_result = 5
