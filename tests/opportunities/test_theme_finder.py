"""Which themes a sentence of a document may be about."""

import pytest

from opportunities.reading.suggestions import ThemeFinder
from tests.factories import ThemeFactory

pytestmark = pytest.mark.django_db


def test_a_theme_with_a_name_between_quotes_is_found_by_just_those_words():
    theme = ThemeFactory(name="“Meer lezen”")

    finder = ThemeFinder()

    [likely] = finder.themes_in("Onze bibliotheek wil dat kinderen meer lezen.")
    assert likely.theme == theme
    assert finder.themes_in("Meer groen in de wijk.") == []
