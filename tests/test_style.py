"""What the reading of the house leans on: a name is of one class."""

from bench.style import doubles


def test_no_two_classes_have_one_name():
    assert doubles() == {}
