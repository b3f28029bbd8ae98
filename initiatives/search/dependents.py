"""Which documents of examples, themes and papers have to be written again when a row changes."""

from django.db.models import Q

from initiatives.models import Document, Initiative, Theme
from partners.search.dependents import related_places, with_offices
from search.documents.pairs import pairs_of

from . import initiatives, papers, themes


def of_initiatives(ids):
    """A document hides with the examples it hangs under."""
    own = {(initiatives.KIND, pk) for pk in ids}
    return own | pairs_of(
        papers.KIND,
        Document.objects.filter(initiatives__in=ids),
    )


def of_themes(ids):
    """Themes stand on the pages of their parts, of examples and of documents."""
    about = Q(themes__in=ids) | Q(themes__parent__in=ids)
    family = Theme.objects.filter(Q(parent__in=ids) | Q(subthemes__in=ids))
    return (
        {(themes.KIND, pk) for pk in ids}
        | pairs_of(themes.KIND, family)
        | pairs_of(
            initiatives.KIND,
            Initiative.objects.filter(about),
        )
        | pairs_of(papers.KIND, Document.objects.filter(about))
    )


def of_target_groups(ids):
    """Examples name their target groups."""
    return pairs_of(
        initiatives.KIND,
        Initiative.objects.filter(target_groups__in=ids),
    )


def of_organisations(ids):
    """Organisations and places are named by whatever they take part in or published."""
    family = with_offices(ids)
    places = related_places(ids)
    taking_part = Q(participations__organisation__in=family) | Q(places__in=places)
    examples = pairs_of(
        initiatives.KIND,
        Initiative.objects.filter(taking_part),
    )
    return examples | pairs_of(
        papers.KIND,
        Document.objects.filter(publishers__in=family),
    )


def of_networks(ids):
    """A document may be read on the page of its network."""
    return pairs_of(
        papers.KIND,
        Document.objects.filter(networks__in=ids),
    )


def of_papers(ids):
    """A document is named by nobody else."""
    return {(papers.KIND, pk) for pk in ids}


DEPENDENTS = {
    "initiative": of_initiatives,
    "theme": of_themes,
    "target_group": of_target_groups,
    "organisation": of_organisations,
    "network": of_networks,
    "paper": of_papers,
}
