"""Documents by what they have of the words, best first: a rare word tells more than a common one, and a title most.

The weight of a word is its inverse document frequency as BM25 has it: once for a word anywhere, once more in the
summary, once more in the title. Another way to say it weighs half. Weights are small whole numbers, so that documents
fall into few tiers; within a tier the database ranks them.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from math import log

from pyroaring import BitMap

from .documents.draft import ANYWHERE, IN_SUMMARY, IN_TITLE
from .groups import OTHER, WordGroup

FoundBy = Callable[[str], BitMap]  # search terms -> the documents that have them
ByWeight = dict[int, BitMap]  # weight -> documents

MOST_WEIGHED = 6  # groups of words, the most telling ones: each makes more tiers
HEAVIEST = 8  # what the rarest possible word weighs in the text; in a summary and in a title that comes once more
USUAL = 1 / 3  # of all documents: what so many say is usual
LEAST_OF_BEST = 0.25  # what the words of a document must weigh to be shown, as a part of what those of the best one do


def weighed(
    groups: Sequence[WordGroup],
    shown: BitMap,
    among: BitMap,
    found_by: FoundBy,
    sought: BitMap,
) -> ByWeight:
    """The documents of ``shown`` by weight, the heaviest first; empty weights are left out.

    ``among`` is the set in which words are rare or common.
    What hardly has any of the words is left out, compared with the best one of ``sought``.
    """
    weight_of = {}
    for group in groups:
        weight_of[group] = weight_of_words(group, among, found_by)
    heaviest_first = sorted(groups, key=lambda group: weight_of[group], reverse=True)
    telling = heaviest_first[:MOST_WEIGHED]
    documents = {0: shown}
    for group in telling:
        gain = weight_of[group]
        documents = raised_by(group, ANYWHERE, documents, gain, found_by)
    documents = without_light(documents, sought)
    for place in (IN_SUMMARY, IN_TITLE):
        for group in telling:
            gain = weight_of[group]
            documents = raised_by(group, place, documents, gain, found_by)
    weights = sorted(documents, reverse=True)
    return {weight: documents[weight] for weight in weights}


def weight_of_words(group: WordGroup, among: BitMap, found_by: FoundBy) -> int:
    """How much a group tells, at least 1: for each of its words at most ``HEAVIEST``, if it were in no document."""
    rarest = rarity_of(0, len(among))
    usual = count_where_usual(group, among, found_by)
    for way in group.ways():
        count = found_by(way.terms).intersection_cardinality(among)
        if count:
            rarity = rarity_of(max(count, usual), len(among)) / rarest
            weight = round(group.share * HEAVIEST * rarity / way.weight)
            return max(weight, 1)
    return round(group.share * HEAVIEST)


def count_where_usual(group: WordGroup, among: BitMap, found_by: FoundBy) -> int:
    """How many documents say it in the way that most do, if that is usual: *bieb* tells no more than *bibliotheek*.

    0 where it is not usual: a rare word tells more than a common one that only may mean the same.
    """
    counts = []
    for way in group.ways():
        if way.weight >= OTHER:
            counts.append(found_by(way.terms).intersection_cardinality(among))
    most = max(counts)
    if most > USUAL * len(among):
        return most
    return 0


def rarity_of(count: int, number: int) -> float:
    """The inverse document frequency of what so many of a number of documents have."""
    odds = (number - count + 0.5) / (count + 0.5)
    return log(1 + odds)


def without_light(documents: ByWeight, sought: BitMap) -> ByWeight:
    """Documents by weight, without those that weigh little beside the best one of a set."""
    heaviest = 0
    for weight, of_weight in documents.items():
        if weight > heaviest and of_weight.intersect(sought):
            heaviest = weight
    least = max(LEAST_OF_BEST * heaviest, 1)
    kept = {}
    for weight, of_weight in documents.items():
        if weight >= least:
            kept[weight] = of_weight
    return kept


def raised_by(
    group: WordGroup,
    place: str,
    documents: ByWeight,
    gain: int,
    found_by: FoundBy,
) -> ByWeight:
    """Documents by weight, after those that have the group in a place became heavier."""
    done = BitMap()
    for way in group.ways(place):
        having_them = found_by(way.terms) - done
        gain_of_way = max(round(gain * way.weight), 1)
        documents = raised(documents, having_them, gain_of_way)
        done = done | having_them
    return documents


def raised(documents: ByWeight, chosen: BitMap, gain: int) -> ByWeight:
    """Documents by weight, after the chosen ones became heavier."""
    by_weight: ByWeight = defaultdict(BitMap)
    for weight, of_weight in documents.items():
        heavier = of_weight & chosen
        same = of_weight - chosen
        if heavier:
            by_weight[weight + gain] |= heavier
        if same:
            by_weight[weight] |= same
    return by_weight
