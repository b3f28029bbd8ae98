"""Documents by what they have of the words, best first: a rare word tells more than a common one, and a title most.

The weight of a word is its inverse document frequency as BM25 has it: once for a word anywhere, once more in the
summary, once more in the title. Another way to say it weighs half. Weights are small whole numbers, so that documents
fall into few tiers; within a tier the database ranks them.
"""

from collections import defaultdict
from math import log

from pyroaring import BitMap

from .documents.draft import ANYWHERE, IN_SUMMARY, IN_TITLE

MOST_WEIGHED = 6  # groups of words, the most telling ones: each makes more tiers
HEAVIEST = 8  # what the rarest possible word weighs in the text; in a summary and in a title that comes once more
LEAST_OF_BEST = 0.25  # what the words of a document must weigh to be shown, as a part of what those of the best one do


def weighed(
    groups,
    shown,
    among,
    found_by,
    sought,
):
    """``{weight: bitmap}`` of the documents of ``shown``, the heaviest first; empty ones are left out.

    ``among`` is the set in which words are rare or common, ``found_by(terms)`` gives the documents with these terms.
    What hardly has any of the words is left out, compared with the best one of ``sought``.
    """
    weight_of = {}
    for group in groups:
        weight_of[group] = weight_of_words(group, among, found_by)
    telling = sorted(groups, key=weight_of.get, reverse=True)[:MOST_WEIGHED]
    documents = {0: shown}
    for group in telling:
        documents = raised_by(group, ANYWHERE, documents, weight_of[group], found_by)
    documents = without_light(documents, sought)
    for place in (IN_SUMMARY, IN_TITLE):
        for group in telling:
            documents = raised_by(group, place, documents, weight_of[group], found_by)
    return {weight: documents[weight] for weight in sorted(documents, reverse=True)}


def weight_of_words(group, among, found_by):
    """How much a group tells, at least 1: for each of its words at most ``HEAVIEST``, if it were in no document."""
    (own, _), *_ = group.ways()
    count = found_by(own).intersection_cardinality(among)
    frequency = (len(among) - count + 0.5) / (count + 0.5)
    rarest = (len(among) + 0.5) / 0.5
    rarity = log(1 + frequency) / log(1 + rarest)
    return max(round(group.share * HEAVIEST * rarity), 1)


def without_light(documents, sought):
    """Documents by weight, without those that weigh little beside the best one of a set."""
    heaviest = 0
    for weight, some in documents.items():
        if weight > heaviest and some.intersect(sought):
            heaviest = weight
    least = max(LEAST_OF_BEST * heaviest, 1)
    return {weight: some for weight, some in documents.items() if weight >= least}


def raised_by(
    group,
    place,
    documents,
    gain,
    found_by,
):
    """Documents by weight, after those that have the group in a place became heavier."""
    done = BitMap()
    for terms, share in group.ways(place):
        having_them = found_by(terms) - done
        documents = raised(
            documents,
            having_them,
            max(round(gain * share), 1),
        )
        done = done | having_them
    return documents


def raised(documents, chosen, gain):
    """Documents by weight, after the chosen ones became heavier."""
    by_weight = defaultdict(BitMap)
    for weight, some in documents.items():
        heavier = some & chosen
        same = some - chosen
        if heavier:
            by_weight[weight + gain] |= heavier
        if same:
            by_weight[weight] |= same
    return by_weight
