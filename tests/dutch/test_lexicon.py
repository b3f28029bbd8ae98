"""How common Dutch words are: the scores that telling compounds apart was tuned with."""

from dutch.lexicon import RAREST, lexicon, read_words_by_rarity


def test_the_list_of_frequencies_is_whole():
    places = read_words_by_rarity()

    assert (len(places), sum(map(len, places))) == (600, 28_962)


def test_scores_are_those_of_the_list():
    scores = [round(lexicon().frequency(word), 2) for word in ("de", "boek", "bibliotheek", "mantelzorger")]

    assert scores == [7.73, 5.35, 4.58, RAREST]
