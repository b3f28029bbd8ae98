"""Verbs that a question has in two parts ("ik kom niet rond"), looked for as one word as well."""

from dataclasses import replace

from dutch.analysis import is_question_word, tokens
from dutch.separable import SplitVerb, split_verbs

from .finding import found_by
from .groups import Group, Phrase, WordGroup
from .index import Index
from .joining import is_one_word
from .question import SearchQuestion
from .terms import whole


def with_verbs_whole(question: SearchQuestion, index: Index) -> SearchQuestion:
    """The question in which both parts of a verb became that verb, where texts or synonyms know it."""
    words = [token.word for token in tokens(question.text)]
    wanted = question.wanted
    for verb in split_verbs(words):
        others = without_parts(wanted, verb)
        group = as_group(verb, index)
        if is_question_word(verb.infinitive):
            wanted = others or wanted
        elif group:
            wanted = (group, *without_question_words(others))
    return replace(question, wanted=wanted)


def as_group(verb: SplitVerb, index: Index) -> Group | None:
    """The verb as one group, written whole or apart; nothing where nobody knows it."""
    [group] = index.synonyms.groups([verb.infinitive])
    if not group.alternatives and not found_by(index, whole(verb.infinitive)):
        return None
    apart = (verb.form, verb.particle)
    return replace(group, written=(apart,))


def without_parts(
    wanted: tuple[Group | Phrase, ...],
    verb: SplitVerb,
) -> tuple[Group | Phrase, ...]:
    """What is searched for besides a verb: its parts say nothing by themselves."""
    return tuple([group for group in wanted if not is_part(group, verb)])


def is_part(group: WordGroup, verb: SplitVerb) -> bool:
    """Whether this is no more than a part of a verb."""
    return is_one_word(group) and group.label in (verb.form, verb.particle)


def without_question_words(
    wanted: tuple[Group | Phrase, ...],
) -> tuple[Group | Phrase, ...]:
    """What tells something: words as "niet" are looked for only where nothing else is asked, and now the verb is."""
    telling: list[Group | Phrase] = []
    for group in wanted:
        if not (is_one_word(group) and is_question_word(group.label)):
            telling.append(group)
    return tuple(telling)
