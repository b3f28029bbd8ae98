"""Towns as the municipality that they lie in: who is in Leersum may be helped by what Utrechtse Heuvelrug has."""

from dataclasses import replace

from dutch.analysis import is_in_dictionary, tokens

from .groups import Group, Phrase
from .joining import is_one_word
from .named import place_among
from .names import NamesOfList, words_of
from .question import SearchQuestion


def with_places(question: SearchQuestion, names: NamesOfList) -> SearchQuestion:
    """The question in which a town is looked for as the place that it lies in as well."""
    wanted: list[Group | Phrase] = []
    for group in question.wanted:
        if is_one_word(group):
            wanted.append(in_its_place(group, names))
        else:
            wanted.append(group)
    return replace(question, wanted=tuple(wanted))


def in_its_place(group: Group, names: NamesOfList) -> Group:
    """The group of one word with the name of the place that it lies in; an ordinary word is no town."""
    if is_in_dictionary(group.label):
        return group
    place = place_among(names.called(group.words))
    if place is None:
        return group
    name = words_of(tokens(place.option.label))
    if name == group.words:
        return group
    return replace(group, places=(name,))
