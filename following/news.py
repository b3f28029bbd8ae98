"""News with the documents it is of: titles and addresses as readers see them."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import Q

from search.models import SearchDocument

from .models import News


@dataclass(frozen=True)
class Item:
    """Something that came or changed, as a page, feed or mail shows it."""

    news: News
    number: int  # of its document
    title: str
    url: str
    kind: str
    summary: str
    is_new: bool
    at: datetime

    @property
    def address(self) -> str:
        """The whole address, as a mail has it: of a page here, or of a document on another site."""
        return urljoin(settings.SITE_ADDRESS, self.url)

    @property
    def what_happened(self) -> str:
        """What happened on that day; of what stood here before news was noted, only when it was last saved is known."""
        if self.is_new:
            return "Nieuw"
        if self.news.published_at is None:
            return "Laatst bewerkt"
        return "Veranderd"


def items_of(news, since):
    """The items of these news, in their order, without those that are on the site no longer; 1 query."""
    documents = documents_of(news)
    items = []
    for one in news:
        document = documents.get((one.kind, one.object_id))
        if document and document.card.get("url"):
            items.append(item_of(one, document, since))
    return items


def documents_of(news):
    """{(kind, object number): document}."""
    wanted = {}
    for one in news:
        wanted.setdefault(one.kind, []).append(one.object_id)
    conditions = Q(pk__in=[])
    for kind, numbers in wanted.items():
        conditions |= Q(kind=kind, object_id__in=numbers)
    documents = (
        SearchDocument.objects.listed()
        .filter(conditions)
        .only("id", "kind", "object_id", "title", "card")
    )
    return {(document.kind, document.object_id): document for document in documents}


def item_of(news, document, since):
    """One item; it is new when it came after ``since``, else it changed."""
    is_new = news.published_at is not None and news.published_at > since
    return Item(
        news=news,
        number=document.pk,
        title=document.title,
        url=document.card["url"],
        kind=document.kind_label,
        summary=document.card.get("summary", ""),
        is_new=is_new,
        at=news.changed_at,
    )
