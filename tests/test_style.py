"""What the reading of the house leans on: a name is of one class, a file has one subject, a function does one thing."""

import ast

from bench.style import FUNCTIONS, ROOT, doubles, files_of, rooms

LONGEST_FILE = 250  # lines
LONGEST_FUNCTION = 30  # lines, in the rooms


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


def test_no_function_is_longer_than_one_reads_at_once():
    too_long = {}
    for room in rooms():
        for path in files_of(room):
            for node in ast.walk(ast.parse(path.read_text())):
                if not isinstance(node, FUNCTIONS):
                    continue
                length = node.end_lineno - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    too_long[f"{path.relative_to(ROOT)}: {node.name}"] = length

    assert too_long == {}
