"""Every kind of public page that can be found, in the order in which readers see the kinds."""

from collections.abc import Callable
from dataclasses import dataclass

from search.models import SearchDocument

from . import events, initiatives, organisations, papers, themes

Kind = SearchDocument.Kind


@dataclass(frozen=True)
class KindOfDocument:
    """``public(today)`` gives the objects the public may see, ``load`` what ``draft(object, world)`` needs of them."""

    public: Callable
    load: Callable
    draft: Callable


KINDS = {
    Kind.INITIATIVE: KindOfDocument(initiatives.public, initiatives.load, initiatives.draft),
    Kind.THEME: KindOfDocument(themes.public, themes.load, themes.draft),
    Kind.MUNICIPALITY: KindOfDocument(
        organisations.public_municipalities, organisations.load_municipalities, organisations.municipality_draft
    ),
    Kind.LIBRARY: KindOfDocument(
        organisations.public_libraries, organisations.load_libraries, organisations.library_draft
    ),
    Kind.PARTNER: KindOfDocument(
        organisations.public_partners, organisations.load_partners, organisations.partner_draft
    ),
    Kind.NETWORK: KindOfDocument(
        organisations.public_networks, organisations.load_networks, organisations.network_draft
    ),
    Kind.EVENT: KindOfDocument(events.public, events.load, events.draft),
    Kind.DOCUMENT: KindOfDocument(papers.public, papers.load, papers.draft),
}
