"""Which organisation of the directory somebody means with a typed name, and which they may be typing.

Search, suggestions, the door and the list of attendees compare names in one way (``names``).
"""

from collections import defaultdict
from functools import lru_cache

from partners.models import MunicipalityAlias, Organisation
from partners.querysets import in_force_on

from .models import Registration
from .names import (
    KIND_OF_WORD,
    begins_name,
    essence_of,
    is_same_name,
    spelled,
    words_of,
)

MOST = 8
SHORTEST = 2  # letters
AND = "en"  # which may be written &
KIND_OF = {
    Registration.Sector.LIBRARY: Organisation.Kind.LIBRARY,
    Registration.Sector.MUNICIPALITY: Organisation.Kind.MUNICIPALITY,
}
COLUMNS = ("kind", "slug", "name", "short_name", "province__name", "province__slug")


def organisations_now(today):
    """Organisations that one can come from: published, and municipalities that still exist."""
    return (
        Organisation.objects.published()
        .filter(in_force_on(today))
        .select_related("province")
        .only(*COLUMNS)
    )


def other_names():
    """{number of a municipality: its other names}; one query."""
    names = defaultdict(list)
    for number, name in MunicipalityAlias.objects.values_list("municipality", "name"):
        names[number].append(name)
    return names


def named_organisations(today):
    """(number, kind, all its names) of everyone that one can come from; two queries, and no rows of models."""
    aliases = other_names()
    named = []
    rows = organisations_now(today).order_by("sort_key", "slug")
    for number, kind, *names in rows.values_list(
        "pk",
        "kind",
        "name",
        "short_name",
        "slug",
    ):
        named.append((number, kind, [*names, *aliases[number]]))
    return named


def of_numbers(numbers, today):
    """{number: organisation}; a query where there are any."""
    if not numbers:
        return {}
    return organisations_now(today).in_bulk(numbers)


@lru_cache(maxsize=4096)
def known_essence(name):
    """The essence of a name in the directory, remembered: there are hundreds, and every form is compared with all."""
    return essence_of(name)


def called(names, *, today):
    """{typed name: organisations so called}, in their order; four queries at most."""
    by_name = {name: [] for name in names}
    typed = {name: essence_of(name) for name in by_name}
    if not any(essence.whole for essence in typed.values()):
        return by_name
    named = named_organisations(today)
    for number, kind, known_names in named:
        known = [known_essence(name) for name in known_names]
        for name, essence in typed.items():
            if any(is_same_name(essence, other, kind) for other in known):
                by_name[name].append(number)
    add_libraries_of_places(by_name, typed, today)
    add_those_that_begin_so(by_name, typed, named)
    organisations = of_numbers(set().union(*by_name.values()), today)
    so_called = {}
    for name, numbers in by_name.items():
        so_called[name] = [organisations[number] for number in numbers]
    return so_called


def add_libraries_of_places(by_name, typed, today):
    """Bibliotheek Haarlem, where none is called so, is the only one that works there; a query where one is typed."""
    unknown = []
    for name, essence in typed.items():
        if not by_name[name] and essence.kinds == {Organisation.Kind.LIBRARY}:
            unknown.append(name)
    if not unknown:
        return
    libraries = libraries_by_place(today)
    for name in unknown:
        at_place = libraries.get(typed[name].core, [])
        if len(at_place) == 1:
            by_name[name] = at_place


def add_those_that_begin_so(by_name, typed, named):
    """Sudwest, where nothing is called so, is the only one that search suggests for it; no part of a word is enough."""
    for name, essence in typed.items():
        if by_name[name]:
            continue
        numbers = numbers_that_begin(essence, named)
        words = [word for word in words_of(name) if word != AND]
        if len(numbers) == 1 and numbers == numbers_with(words, named):
            by_name[name] = numbers


def numbers_that_begin(essence, named):
    """Municipalities and libraries of which a name begins with these words."""
    numbers = []
    for number, kind, names in named:
        known = [known_essence(name) for name in names]
        is_such = kind in KIND_OF.values()
        if is_such and any(begins_name(essence, other, kind) for other in known):
            numbers.append(number)
    return numbers


def numbers_with(words, named):
    """Organisations with all these words in one of their names."""
    numbers = []
    for number, kind, names in named:
        if any(has_words(kind, name, words) for name in names):
            numbers.append(number)
    return numbers


def libraries_by_place(today):
    """{core of the name of a municipality: numbers of the libraries that work there}."""
    libraries = defaultdict(list)
    rows = organisations_now(today).filter(
        kind=Organisation.Kind.LIBRARY, work_area__isnull=False
    )
    for number, place in rows.values_list("pk", "work_area__name"):
        libraries[known_essence(place).core].append(number)
    return libraries


def meant(organisations, *, sector, province):
    """The one that is meant among several of the same name; ``None`` when that cannot be told."""
    kind = KIND_OF.get(sector)
    of_this_kind = []
    for organisation in organisations:
        if organisation.kind == kind:
            of_this_kind.append(organisation)
    organisations = of_this_kind or organisations
    if province:
        in_this_province = [
            organisation
            for organisation in organisations
            if organisation.province == province
        ]
        organisations = in_this_province or organisations
    if len(organisations) == 1:
        return organisations[0]
    return None


def suggested(text, *, today):
    """At most 8 organisations with these words in one of their names, those that begin so first."""
    words = [word for word in words_of(text) if word != AND]
    typed = essence_of(text)
    if len(typed.whole) < SHORTEST:
        return []
    first = []
    others = []
    for number, kind, names in named_organisations(today):
        if not any(has_words(kind, name, words) for name in names):
            continue
        if any(begins_with(name, typed) for name in names):
            first.append(number)
        else:
            others.append(number)
    numbers = [*first, *others][:MOST]
    organisations = of_numbers(numbers, today)
    return [organisations[number] for number in numbers]


def has_words(kind, name, words):
    """Whether a name of an organisation of this kind has all these words, or its kind is called so."""
    ways = spelled(name)
    for word in words:
        if word not in ways and KIND_OF_WORD.get(word) != kind:
            return False
    return bool(ways)


def begins_with(name, typed):
    """Whether a name begins with what was typed (an essence), also after its kind: Gemeente Haar, Haarlem."""
    essence = known_essence(name)
    begins_so = typed.core != "" and essence.core.startswith(typed.core)
    return begins_so or essence.whole.startswith(typed.whole)


def attendees_called(registrations, text):
    """Registrations with all these words in their name, organisation, address or code; three queries."""
    parts = text.split()
    if not parts:
        return registrations
    aliases = other_names()
    rows = registrations.order_by().values_list(
        "pk",
        "name",
        "code",
        "email",
        "booking__email",
        "organisation_name",
        "organisation",
        "organisation__kind",
        "organisation__name",
        "organisation__short_name",
    )
    numbers = []
    for number, name, code, email, address, typed, organisation, *known in rows:
        names = filter(None, [name, typed, *known, *aliases[organisation]])
        ways = spelled(*names)
        exact = f"{email} {address}".casefold()
        if all(is_in(part, ways, exact, code) for part in parts):
            numbers.append(number)
    return registrations.filter(pk__in=numbers)


def is_in(part, ways, exact, code):
    """Whether a typed part is in the ways to spell somebody, or literally in an address, or is the code."""
    words = words_of(part)
    is_spelled = bool(words) and all(is_spelled_in(ways, word) for word in words)
    return is_spelled or part.casefold() in exact or part.upper() == code


def is_spelled_in(ways, word):
    """Whether a word is there, or another word for the kind of organisation: gem, stad."""
    return word in ways or KIND_OF_WORD.get(word, word) in ways
