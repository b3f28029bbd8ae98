"""Which organisation of the directory somebody means with a typed name, and which they may be typing.

Search, suggestions, the door and the list of attendees compare names in one way (``names``).
"""

from collections import defaultdict

from partners.models import Organisation

from .known_organisations import (
    KIND_OF,
    known_essence,
    known_organisations,
    organisations_now,
    other_names,
)
from .names import KIND_OF_WORD, essence_of, spelled, words_of

MOST = 8
SHORTEST = 2  # letters
AND = "en"  # which may be written &


def of_numbers(numbers, today):
    """{number: organisation}; a query where there are any."""
    if not numbers:
        return {}
    return organisations_now(today).in_bulk(numbers)


def called(names, *, today):
    """{typed name: organisations so called}, in their order; four queries at most."""
    by_name = {name: [] for name in names}
    typed = {name: essence_of(name) for name in by_name}
    if not any(essence.whole for essence in typed.values()):
        return by_name
    known = known_organisations(today)
    for name, essence in typed.items():
        by_name[name] = [organisation.number for organisation in known.called(essence)]
    add_libraries_of_places(by_name, typed, today)
    add_those_that_begin_so(by_name, typed, known)
    numbers_of_all = set().union(*by_name.values())
    organisations = of_numbers(numbers_of_all, today)
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


def add_those_that_begin_so(by_name, typed, known):
    """Sudwest, where nothing is called so, is the only one that search suggests for it; no part of a word is enough."""
    for name, essence in typed.items():
        if by_name[name]:
            continue
        begun = [organisation.number for organisation in known.begun_with(essence)]
        if len(begun) != 1:
            continue
        words = [word for word in words_of(name) if word != AND]
        if with_words(words, known) == begun:
            by_name[name] = begun


def with_words(words, known):
    """Numbers of the organisations with all these words in one of their names."""
    numbers = []
    for organisation in known.in_order:
        if organisation.has_words(words):
            numbers.append(organisation.number)
    return numbers


def libraries_by_place(today):
    """{core of the name of a municipality: numbers of the libraries that work there}."""
    libraries = defaultdict(list)
    working_somewhere = organisations_now(today).filter(
        kind=Organisation.Kind.LIBRARY,
        work_area__isnull=False,
    )
    rows = working_somewhere.values_list("pk", "work_area__name")
    for number, place in rows:
        core = known_essence(place).core
        libraries[core].append(number)
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
        in_this_province = []
        for organisation in organisations:
            if organisation.province == province:
                in_this_province.append(organisation)
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
    for organisation in known_organisations(today).in_order:
        if not organisation.has_words(words):
            continue
        if organisation.begins_with(typed):
            first.append(organisation.number)
        else:
            others.append(organisation.number)
    in_order = [*first, *others]
    numbers = in_order[:MOST]
    organisations = of_numbers(numbers, today)
    return [organisations[number] for number in numbers]


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
