"""Smallest valid objects of the search."""

from datetime import date

import factory

from search.models import SearchedWord, Synonym
from tests.numbered import NumberedFactory


class SynonymFactory(NumberedFactory):
    class Meta:
        model = Synonym

    word = factory.Sequence(lambda n: f"woord{n}")
    meaning = factory.Sequence(lambda n: f"betekenis{n}")


class SearchedWordFactory(NumberedFactory):
    class Meta:
        model = SearchedWord

    word = factory.Sequence(lambda n: f"woord{n}")
    month = date(2026, 1, 1)
    searches = 5
    without_result = 5
