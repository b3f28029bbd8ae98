"""How tables of others name things, and how we name what they bring."""

from django.utils.text import slugify

from wording.numbers import counted

MOST_NAMED = 20  # in one sentence


def free_slug(name, province, taken, place=""):
    """An address that nothing has yet; with the place or province where the bare name is taken."""
    bare = slugify(name)
    with_place = slugify(f"{name} {place or province or ''}")
    slug = bare or with_place
    number = 1
    while not slug or slug in taken:
        slug = with_place
        if number > 1:
            slug = f"{with_place}-{number}"
        number += 1
    taken.add(slug)
    return slug


def named(names, one, many):
    """A sentence that counts the names, goes on with the words for one or for more, and lists the first."""
    sentence = counted(len(names), one, many)
    if not names:
        return f"{sentence}."
    listed = ", ".join(sorted(names)[:MOST_NAMED])
    left_out = len(names) - MOST_NAMED
    if left_out > 0:
        listed = f"{listed} en nog {left_out}"
    return f"{sentence}: {listed}."
