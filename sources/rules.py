"""Who may change sources: everybody who keeps entries needs new ones, and all lean on those that are there."""

from accounts.permissions import allow, is_national_curator

from .models import Source

allow(Source, change=is_national_curator)
