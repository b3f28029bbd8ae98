"""A page that everybody gets shows a reaction, and no longer shows it, on the very next request."""

import pytest

from remembering.memory import MEMORY
from tests.factories import ThemeFactory
from tests.reaction_factories import ReactionFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
PAGES = ("/themas/lezen/", "/reacties/thema/lezen/")


def test_what_was_placed_or_refused_is_seen_at_once(client, settings):
    settings.MOST_REMEMBERED = 10**6
    MEMORY.forget()
    theme = ThemeFactory(slug="lezen")

    def shown():
        return ["Net geplaatst" in client.get(page).content.decode() for page in PAGES]

    told = [shown()]  # remembered from here on
    reaction = ReactionFactory(initiative=None, theme=theme, text="Net geplaatst")
    told.append(shown())
    reaction.state = "niet-geplaatst"
    reaction.save()
    told.append(shown())

    assert MEMORY.size > 0
    assert told == [[False, False], [True, True], [False, False]]
