"""Documents that have some of the words, best first: a rare word tells more than a common one, and a title most.

The weight of a word is its inverse document frequency as BM25 has it. Weights are small whole numbers, so that
documents fall into few tiers; within a tier the database ranks them.
"""

from math import log

from pyroaring import BitMap

from .documents.draft import ANYWHERE, IN_SUMMARY, IN_TITLE

MOST_WEIGHED = 6  # groups of words, the most telling ones: each makes more tiers
HEAVIEST = 8  # what the rarest possible word weighs in the text; in a summary and in a title that comes once more
LEAST_OF_BEST = 0.4  # what the words of a document must weigh to be shown, as a part of what those of the best one do


def weighed(groups, among, found_by):
    """Bitmaps of documents of a set, the heaviest first; empty ones are left out.

    ``found_by(terms)`` gives the documents with these terms. Each group must have been found in some document.
    """
    weight_of = {group: _weight(group, found_by(group.terms()) & among, among) for group in groups}
    telling = sorted(groups, key=weight_of.get, reverse=True)[:MOST_WEIGHED]
    documents = {0: among}
    for group in telling:
        documents = _raised(documents, found_by(group.terms(ANYWHERE)), weight_of[group])
    least = max(LEAST_OF_BEST * max(documents, default=0), 1)
    documents = {weight: some for weight, some in documents.items() if weight >= least}
    for place in (IN_SUMMARY, IN_TITLE):
        for group in telling:
            documents = _raised(documents, found_by(group.terms(place)), weight_of[group])
    return [documents[weight] for weight in sorted(documents, reverse=True)]


def _weight(group, found, among):
    """How much a group tells, from 1 to ``HEAVIEST``: nothing would be heavier than to be in no document."""
    frequency = (len(among) - len(found) + 0.5) / (len(found) + 0.5)
    rarest = (len(among) + 0.5) / 0.5
    return max(round(group.share * HEAVIEST * log(1 + frequency) / log(1 + rarest)), 1)


def _raised(documents, found, gain):
    """Documents by weight, after those that were found became heavier."""
    raised = {}
    for weight, some in documents.items():
        for part, new_weight in ((some & found, weight + gain), (some - found, weight)):
            if part:
                raised[new_weight] = raised.get(new_weight, BitMap()) | part
    return raised
