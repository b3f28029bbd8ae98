"""What the reading of the house leans on: a name is of one class, a file has one subject, a function does one thing."""

import ast
import re

from bench.style import COMPREHENSIONS, FUNCTIONS, ROOT, doubles, files_of, long_template_lines, rooms

LONGEST_FILE = 250  # lines
MOST_OF_PROJECT = 1_000  # lines of the project's own room: settings, addresses, front page, health
LONGEST_FUNCTION = 30  # lines, in the rooms
# what Django knows of a model is asked in one place; a layout of django-import-export has a _meta of its own
MAY_ASK_META = ("accounts/kinds.py", "spreadsheets/resources.py")


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


def test_the_room_of_the_project_stays_small():
    lengths = [len(path.read_text().splitlines()) for path in files_of("bieb_netwerk")]

    assert sum(lengths) <= MOST_OF_PROJECT


def test_words_to_choose_from_have_one_home():
    elsewhere = []
    for room in rooms():
        for path in files_of(room):
            is_home = path.name == "choices.py"
            if not is_home and re.search(r"class \w+\(.*(Text|Integer)Choices\)", path.read_text()):
                elsewhere.append(str(path.relative_to(ROOT)))

    assert elsewhere == []


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


def test_a_line_says_one_thing():
    crowded = []
    for room in rooms():
        for path in files_of(room):
            text = path.read_text()
            for node in ast.walk(ast.parse(text)):
                if is_crowded(node):
                    crowded.append(f"{path.relative_to(ROOT)}: {ast.get_source_segment(text, node)}")

    assert crowded == []


def test_one_module_asks_what_django_knows_of_a_model():
    asking = []
    for room in rooms():
        for path in files_of(room):
            name = str(path.relative_to(ROOT))
            if name not in MAY_ASK_META and "._meta" in path.read_text():
                asking.append(name)

    assert asking == []


def is_crowded(node):
    """Whether this does two things at once: two assignments, a choice within arguments, two loops or conditions."""
    if isinstance(node, ast.Assign):
        return len(node.targets) > 1 or is_several(node)
    if isinstance(node, ast.Call):
        values = [*node.args, *(keyword.value for keyword in node.keywords)]
        return any(isinstance(value, ast.IfExp) for value in values)
    if isinstance(node, COMPREHENSIONS):
        [loop, *others] = node.generators
        has_two_conditions = len(loop.ifs) > 1 or any(isinstance(condition, ast.BoolOp) for condition in loop.ifs)
        return bool(others) or has_two_conditions
    return False


def is_several(node):
    """Whether several names get values of their own; two values that change places do so at once."""
    if not isinstance(node.targets[0], ast.Tuple) or not isinstance(node.value, ast.Tuple):
        return False
    targets = [ast.unparse(target) for target in node.targets[0].elts]
    values = [ast.unparse(value) for value in node.value.elts]
    return sorted(targets) != sorted(values)


def test_most_lines_of_templates_are_short():
    too_long, lines = long_template_lines()

    assert too_long / lines <= 0.03


def test_nothing_lies_in_the_house_that_belongs_elsewhere():
    """What somebody made while trying something (a picture, a spreadsheet, a PDF) is easily kept by mistake."""
    made_by_the_site = {".docx", ".jpg", ".ods", ".pdf", ".png", ".xlsx"}
    left_behind = [file.name for file in ROOT.iterdir() if file.suffix in made_by_the_site]

    assert left_behind == []
