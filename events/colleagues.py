"""Who is of one organisation: chosen from the directory, or typed in one of the ways to write its name."""

from .directory import called, meant
from .names import essence_of, is_one_name


def by_organisation(people, *, today):
    """[those of one organisation], in the order of people; each knows ``organisation``, ``organisation_name``, sector
    and province, and who names no organisation is in none. Three queries at most.
    """
    so_called = named_by(people, today)
    groups = []  # (organisation or essence of its name, its people)
    for person in people:
        organisation = organisation_of(person, so_called)
        if organisation is None:
            continue
        group = group_of(organisation, groups)
        if group is None:
            groups.append((organisation, [person]))
        else:
            group.append(person)
    return [group for _, group in groups]


def are_colleagues(one, other, *, today):
    """Whether two people are of one organisation, or both name none."""
    so_called = named_by([one, other], today)
    return is_one(
        organisation_of(one, so_called),
        organisation_of(other, so_called),
    )


def named_by(people, today):
    """{typed name: organisations so called}."""
    names = set()
    for person in people:
        if person.organisation is None:
            names.add(person.organisation_name)
    return called(names, today=today)


def organisation_of(person, so_called):
    """The organisation, or the essence of a name that is not in the directory; ``so_called`` as ``called`` says it."""
    if person.organisation:
        return person.organisation
    name = person.organisation_name
    organisation = meant(
        so_called.get(name, []),
        sector=person.sector,
        province=person.province,
    )
    if organisation:
        return organisation
    essence = essence_of(name)
    return essence if essence.whole else None


def group_of(organisation, groups):
    """The people of this organisation so far."""
    for known, people in groups:
        if is_one(organisation, known):
            return people
    return None


def is_one(one, other):
    """Whether two organisations, or essences of names, are the same."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return is_one_name(one, other)
    return one == other
