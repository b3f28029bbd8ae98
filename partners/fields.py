"""Columns that the database makes from a name, the same on every PostgreSQL."""

import re

from django.db import models
from django.db.models import F, Func, Value
from django.db.models.functions import Lower

ACCENTED = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿ"
PLAIN = "AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyy"
WITHOUT_ACCENTS = str.maketrans(ACCENTED, PLAIN)
LEADING_WORDS = r"^(de|het|een|['’]s|['’]t|stichting|ministerie van)( |-)+"


def plain(expression):
    """The expression in lower case and without accents; the embedded database has no ``unaccent``."""
    translated = Func(
        expression,
        Value(ACCENTED),
        Value(PLAIN),
        function="translate",
    )
    return Lower(translated)


def sort_key_of(name):
    """A name as ``SortKeyField`` would make it, for what has no such column."""
    name = re.sub(LEADING_WORDS, "", name, flags=re.IGNORECASE)
    return name.translate(WITHOUT_ACCENTS).lower()


def replaced(expression, pattern, by, flags):
    """The expression with what matches the pattern replaced."""
    return Func(
        expression,
        Value(pattern),
        Value(by),
        Value(flags),
        function="regexp_replace",
    )


class GeneratedFromName(models.GeneratedField):
    """A text that the database makes from a name, so that it is right after every kind of write."""

    def __init__(self, source="name", **options):
        self.source = source
        output_field = models.CharField(max_length=300, db_collation="C")
        super().__init__(
            expression=self.made_from(F(source)),
            output_field=output_field,
            db_persist=True,
        )

    def deconstruct(self):
        name, path, _, _ = super().deconstruct()
        return name, path, [], {"source": self.source}


class SortKeyField(GeneratedFromName):
    """A name in lower case, without accents and without the words nobody looks under.

    It is compared byte by byte (collation C), since the embedded database knows no Dutch order and would put
    *École* after *Zwolle*.
    """

    def made_from(self, name):
        """Strip the first words before the accents go: *Één loket* keeps its number."""
        without_leading_words = replaced(name, LEADING_WORDS, "", "i")
        return plain(without_leading_words)


class SlugKeyField(GeneratedFromName):
    """A name as it would be in an address; the same as Django's ``slugify`` for names of places."""

    def made_from(self, name):
        """Drop what is no letter, number or space, and make spaces hyphens."""
        letters = replaced(plain(name), r"[^a-z0-9\s-]", "", "g")
        hyphenated = replaced(letters, r"[\s-]+", "-", "g")
        return replaced(hyphenated, r"^-|-$", "", "g")
