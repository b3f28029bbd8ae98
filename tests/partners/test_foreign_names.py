"""How what a table brings gets an address of its own, and is named on the preview."""

from partners.foreign_names import MOST_NAMED, free_slug, named
from partners.models import Province

LIMBURG = Province(name="Limburg")


def test_a_name_that_is_taken_gets_its_place_or_province_and_then_a_number():
    taken = {"bergen"}

    slugs = [
        free_slug("Bergen", LIMBURG, taken),
        free_slug("Bergen", LIMBURG, taken),
        free_slug("Bergen", LIMBURG, taken, "Bergen op Zoom"),
        free_slug("Gennep", LIMBURG, taken),
    ]

    assert slugs == ["bergen-limburg", "bergen-limburg-2", "bergen-bergen-op-zoom", "gennep"]
    assert taken == {"bergen", *slugs}


def test_a_sentence_names_the_first_and_counts_the_others():
    names = [f"Gemeente {number:02}" for number in range(MOST_NAMED + 2)]

    def told(names):
        return named(names, "gemeente is nieuw", "gemeenten zijn nieuw")

    assert told([]) == "0 gemeenten zijn nieuw."
    assert told(["Assen"]) == "1 gemeente is nieuw: Assen."
    assert told(["Zwolle", "Assen"]) == "2 gemeenten zijn nieuw: Assen, Zwolle."
    assert told(names).endswith("Gemeente 19 en nog 2.")
