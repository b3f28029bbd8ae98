"""Who keeps synonyms and reads what readers searched for."""

from accounts.permissions import allow, allow_national, is_national_curator, nobody

from .models import SearchedWord, Synonym

allow_national(Synonym)  # they work for the whole country
allow(
    SearchedWord,
    add=nobody,
    change=is_national_curator,
)
