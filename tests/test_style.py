"""What the reading of the house leans on: a name is of one class, and a file has one subject."""

from bench.style import ROOT, doubles, files_of, rooms

LONGEST_FILE = 340  # lines


def test_no_two_classes_have_one_name():
    assert doubles() == {}


def test_no_file_is_longer_than_one_subject_takes():
    too_long = {}
    for room in [*rooms(), "tests", "bench"]:
        for path in files_of(room):
            length = len(path.read_text().splitlines())
            if length > LONGEST_FILE:
                too_long[str(path.relative_to(ROOT))] = length

    assert too_long == {}
