"""Libraries and partners that may be one and the same: names that are alike, or the same website."""

from urllib.parse import urlsplit

from curation.alike import SMALL_WORDS, most_alike, sorted_words
from curation.pairs import keep_pairs

from .models import OrganisationDouble

SAME_NAME = "bijna dezelfde naam"
SAME_SHORT_NAME = "zelfde korte naam"
SAME_WEBSITE = "zelfde website"
# say nothing of which
COMMON_WORDS = SMALL_WORDS | {
    "stichting",
    "openbare",
    "bibliotheek",
    "bibliotheken",
    "bieb",
}
CERTAIN = 100
TOLD_EVERY = 200  # organisations


def find_doubles(model, tell=None):
    """Keep the pairs of this kind (a proxy of ``Organisation``) that look alike; ``tell`` hears how far it is."""
    organisations = list(model.objects.published().order_by("pk"))
    names = []
    for organisation in organisations:
        names.append(sorted_words(organisation.name, COMMON_WORDS))
    alike = {}
    for row, one in enumerate(organisations):
        if tell and row % TOLD_EVERY == 0:
            tell(row, len(organisations))
        others = organisations[row + 1 :]
        scores = alike_by_name(names[row], names[row + 1 :]) | the_same_by_more(
            one,
            others,
        )
        for place, judgement in scores.items():
            if not are_family(one, others[place]):
                alike[one.pk, others[place].pk] = judgement
    keep_pairs(
        OrganisationDouble.objects.filter(one__kind=model.KIND),
        alike,
    )


def alike_by_name(name, others):
    """{place in the others: (score, reason)} of the names that are like this one."""
    scores = {}
    for _, score, place in most_alike(name, others):
        scores[place] = (round(score), SAME_NAME)
    return scores


def the_same_by_more(one, others):
    """{place in the others: (score, reason)} of those with the same short name or website."""
    scores = {}
    for place, other in enumerate(others):
        if one.short_name and one.short_name.casefold() == other.short_name.casefold():
            scores[place] = (CERTAIN, SAME_SHORT_NAME)
        if one.website and website_of(one) == website_of(other):
            scores[place] = (CERTAIN, SAME_WEBSITE)
    return scores


def are_family(one, other):
    """Whether one is an office of the other, or both are of one organisation in two provinces: they share much."""
    if one.parent_id == other.pk or other.parent_id == one.pk:
        return True
    return (
        bool(one.parent_id)
        and one.parent_id == other.parent_id
        and one.province_id != other.province_id
    )


def website_of(organisation):
    """The address of a website, without what does not matter to where it leads."""
    parts = urlsplit(organisation.website)
    host = parts.netloc.lower().removeprefix("www.")
    return (host + parts.path).rstrip("/")
