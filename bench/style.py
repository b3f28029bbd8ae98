"""Prints how dense the code of each room is: ``python -m bench.style``. The reading is what counts."""

import ast
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FRAMEWORK_NAMES = {"Command"}  # classes that Django finds by this name
LONGEST_TEMPLATE_LINE = 120  # characters
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
# "bare" is the nodes a line without annotations, to compare rooms that have them with those that have none
HEADER = f"{'room':<16}{'lines':>7}{'nodes':>7}{'bare':>7}{'compr.':>8}{'tern.':>7}{'private':>9}"


@dataclass
class Count:
    """What was counted in the files of a room."""

    lines: int = 0
    nodes: int = 0
    in_annotations: int = 0
    comprehensions: int = 0
    ternaries: int = 0
    functions: int = 0
    private: int = 0

    def add(self, text):
        """Count one file; empty lines are no lines."""
        self.lines += sum(bool(line.strip()) for line in text.splitlines())
        for node in ast.walk(ast.parse(text)):
            self.nodes += 1
            self.in_annotations += nodes_in_annotations(node)
            self.comprehensions += isinstance(node, COMPREHENSIONS)
            self.ternaries += isinstance(node, ast.IfExp)
            if isinstance(node, FUNCTIONS):
                self.functions += 1
                self.private += node.name.startswith("_") and not node.name.startswith(
                    "__"
                )

    def row(self, name):
        """Nodes a line, comprehensions and ternaries per 1,000 lines, and the share of private functions."""
        lines = max(self.lines, 1)
        per_thousand = 1_000 / lines
        bare = self.nodes - self.in_annotations
        return (
            f"{name:<16}{self.lines:>7}{self.nodes / lines:>7.2f}{bare / lines:>7.2f}"
            f"{self.comprehensions * per_thousand:>8.1f}{self.ternaries * per_thousand:>7.1f}"
            f"{self.private / max(self.functions, 1):>9.0%}"
        )


def nodes_in_annotations(node):
    """How many nodes the annotations right at this one take."""
    annotations = [getattr(node, "annotation", None), getattr(node, "returns", None)]
    return sum(
        len(list(ast.walk(annotation))) for annotation in annotations if annotation
    )


def rooms():
    """The rooms of the site, as the linter knows them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return settings["tool"]["importlinter"]["root_packages"]


def files_of(room):
    """The files of a room that somebody wrote."""
    return [
        path
        for path in sorted((ROOT / room).rglob("*.py"))
        if "migrations" not in path.parts
    ]


def classes_in(path):
    """The names of the classes that a file begins at its left edge."""
    return [
        node.name
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.ClassDef)
    ]


def doubles():
    """{name: files} of classes of which the house has more than one."""
    files = defaultdict(list)
    for room in rooms():
        for path in files_of(room):
            for name in classes_in(path):
                files[name].append(str(path.relative_to(ROOT)))
    return {
        name: paths
        for name, paths in files.items()
        if len(paths) > 1 and name not in FRAMEWORK_NAMES
    }


def long_template_lines():
    """How many lines of templates are too long, and how many there are."""
    lines = []
    for path in (ROOT / "templates").rglob("*.html"):
        lines += path.read_text().splitlines()
    too_long = [line for line in lines if len(line) > LONGEST_TEMPLATE_LINE]
    return len(too_long), len(lines)


def main():
    """Print a row for each room, the densest first, and one for the whole."""
    counts = {}
    whole = Count()
    for room in rooms():
        counts[room] = Count()
        for path in files_of(room):
            text = path.read_text()
            counts[room].add(text)
            whole.add(text)
    print(HEADER)
    for room, count in sorted(
        counts.items(), key=lambda item: -item[1].nodes / max(item[1].lines, 1)
    ):
        print(count.row(room))
    print(whole.row("together"))
    too_long, all_lines = long_template_lines()
    print(
        f"template lines over {LONGEST_TEMPLATE_LINE} characters: {too_long} of {all_lines}, {too_long / all_lines:.1%}"
    )
    for name, paths in sorted(doubles().items()):
        print(f"more than one {name}: {', '.join(paths)}")


if __name__ == "__main__":
    main()
