"""How names are compared: as search reads them, whatever their accents, apostrophes, hyphens and capitals."""

from typing import NamedTuple

from dutch.analysis import is_stop_word, pieces_of, spellings, words
from partners.models import Organisation

WORDS_OF_KIND = {
    Organisation.Kind.MUNICIPALITY: ("gemeente", "gem", "stad"),
    Organisation.Kind.LIBRARY: (
        *("bibliotheek", "bibliotheken", "bieb", "bibl", "bib", "ob"),
        *("stadsbibliotheek", "stadsbieb"),
    ),
}
KIND_OF_WORD = {}
for _kind, _words in WORDS_OF_KIND.items():
    KIND_OF_WORD |= dict.fromkeys(_words, _kind)
FOUNDATION = "stichting"
TELLS_NOTHING = {"openbare", FOUNDATION}


class Essence(NamedTuple):
    """A name without what may be written otherwise: all of it, what tells it apart (joined, and as words), and the
    kinds that it names.
    """

    whole: str
    core: str
    core_words: tuple
    kinds: frozenset


def words_of(text):
    """The words of a text without accents; those with hyphens apart: s, gravenhage."""
    pieces = []
    for word in words(text):
        pieces += pieces_of(word)
    return pieces


def essence_of(name):
    """What is compared of a name: Gemeente ’s-Gravenhage has the core gravenhage and names a municipality."""
    pieces = words_of(name)
    kinds = set()
    core = []
    for piece in pieces:
        if piece in KIND_OF_WORD:
            kinds.add(KIND_OF_WORD[piece])
        elif piece not in TELLS_NOTHING and not is_stop_word(piece):
            core.append(piece)
    return Essence(
        "".join(pieces),
        "".join(core),
        tuple(core),
        frozenset(kinds),
    )


def is_same_name(typed, known, kind):
    """Whether a typed name is that of an organisation of this kind; both are essences."""
    if not typed.whole:
        return False
    if typed.whole == known.whole:
        return True
    is_other_foundation = (
        FOUNDATION in typed.whole
        and FOUNDATION not in known.whole
        and kind not in typed.kinds
    )
    if is_other_foundation and kind in KIND_OF_WORD.values():
        return False  # Stichting Haarlem is no municipality, and De Nieuwe Stichting not De Nieuwe Bibliotheek
    names_other_kind = typed.kinds - known.kinds - {kind}
    return typed.core != "" and typed.core == known.core and not names_other_kind


def begins_name(typed, known, kind):
    """Whether a typed name is the first words of one of an organisation of this kind: Sudwest, Súdwest-Fryslân."""
    if not typed.core_words or FOUNDATION in typed.whole or typed.kinds - {kind}:
        return False
    return known.core_words[: len(typed.core_words)] == typed.core_words


def is_one_name(one, other):
    """Whether two typed names (essences) of what is not in the directory are one name: De Krant and Krant."""
    if one.whole == other.whole:
        return True
    names_other_kind = one.kinds and other.kinds and one.kinds != other.kinds
    return one.core != "" and one.core == other.core and not names_other_kind


def spelled(*texts):
    """These texts in every way in which a part of them may be typed: janwillem jan willem."""
    ways = []
    for text in texts:
        for word in words(text):
            ways += spellings(word)
        ways.append("".join(words_of(text)))
    return " ".join(ways)
