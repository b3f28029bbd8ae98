"""What every factory starts from."""

from factory.django import DjangoModelFactory


class NumberedFactory(DjangoModelFactory):
    """Numbers what it makes with numbers that nobody asks for.

    A search finds the number of a "Provincie 2016" that another test made: which number that was depended on the tests
    before it.
    """

    class Meta:
        abstract = True

    @classmethod
    def _setup_next_sequence(cls):
        return 100_001
