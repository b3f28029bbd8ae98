"""A column to sort names by that gives the same order on every PostgreSQL."""

from django.db import models
from django.db.models import F, Func, Value
from django.db.models.functions import Lower

ACCENTED = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿ"
PLAIN = "AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyy"
LEADING_WORDS = r"^(de|het|een|'s|'t|stichting|ministerie van) ?[- ]"


class SortKeyField(models.GeneratedField):
    """A name in lower case, without accents and without the words nobody looks under.

    The database makes it, so that it is right after every kind of write. It is compared byte by byte
    (collation C), since the embedded database knows no Dutch order and would put *École* after *Zwolle*.
    """

    def __init__(self, source="name", **options):
        self.source = source
        plain = Func(F(source), Value(ACCENTED), Value(PLAIN), function="translate")
        super().__init__(
            expression=Func(Lower(plain), Value(LEADING_WORDS), Value(""), function="regexp_replace"),
            output_field=models.CharField(max_length=300, db_collation="C"),
            db_persist=True,
        )

    def deconstruct(self):
        name, path, _, _ = super().deconstruct()
        return name, path, [], {"source": self.source}
