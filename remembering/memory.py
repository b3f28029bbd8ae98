"""What every worker process keeps in memory: whole pages that everybody gets, and until when each holds."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import quote_etag

BESIDE_THE_TEXT = 2_000  # bytes of headers, key and the rest


@dataclass(frozen=True)
class KeptPage:
    """A page as it went out, with what it was made from and the moment at which it ends by itself."""

    made_from: Hashable
    ends_at: datetime | None
    content: bytes
    headers: dict[str, str]
    etag: str

    @classmethod
    def of(
        cls,
        response: HttpResponse,
        made_from: Hashable,
        ends_at: datetime | None,
    ) -> "KeptPage":
        """What has to be kept of an answer to give it again."""
        etag = quote_etag(blake2b(response.content, digest_size=16).hexdigest())
        return cls(
            made_from,
            ends_at,
            response.content,
            dict(response.items()),
            etag,
        )

    @property
    def size(self) -> int:
        """How many bytes it takes, about."""
        return len(self.content) + BESIDE_THE_TEXT

    def holds(self, made_from: Hashable, now: datetime) -> bool:
        """Whether it would be the same if it were made now."""
        is_over = self.ends_at is not None and now >= self.ends_at
        return self.made_from == made_from and not is_over

    def answer(self, request: HttpRequest) -> HttpResponseBase | None:
        """An answer of its own for this request; who has this very page already hears only that."""
        response = HttpResponse(self.content, headers=self.headers)
        response["ETag"] = self.etag
        # keep it, and ask every time whether it still holds
        response["Cache-Control"] = "no-cache"
        patch_vary_headers(response, ["Cookie"])
        return get_conditional_response(
            request,
            etag=self.etag,
            response=response,
        )


@dataclass
class PageMemory:
    """The pages that were asked for last, as many as fit; the threads of a worker share it."""

    _pages: OrderedDict[str, KeptPage] = field(default_factory=OrderedDict)
    _size: int = 0
    _lock: Lock = field(default_factory=Lock)

    @property
    def size(self) -> int:
        """The bytes of all pages together."""
        return self._size

    def recall(self, address: str) -> KeptPage | None:
        """The page at this address, where it is remembered."""
        with self._lock:
            page = self._pages.get(address)
            if page:
                self._pages.move_to_end(address)
            return page

    def keep(self, address: str, page: KeptPage) -> None:
        """Remember a page instead of what was there, and let go of what nobody asked for longest."""
        with self._lock:
            self._let_go(self._pages.pop(address, None))
            self._pages[address] = page
            self._size += page.size
            while self._size > settings.MOST_REMEMBERED:
                self._let_go(self._pages.popitem(last=False)[1])

    def forget(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._pages.clear()
            self._size = 0

    def _let_go(self, page: KeptPage | None) -> None:
        if page:
            self._size -= page.size


MEMORY = PageMemory()
