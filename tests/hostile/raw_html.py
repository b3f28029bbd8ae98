"""Finds every place in our Python, templates and scripts where text becomes HTML or a script without being escaped."""

import ast
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = {"tests", "bench", "var", "node_modules", "migrations"}
MARKS_AS_SAFE = {"mark_safe", "SafeString", "SafeText", "SafeData", "html_safe", "Markup", "__html__"}
BY_FORMAT = {"format_html": 0, "format_html_join": 1}  # where the text is that is not escaped
ANSWERS = {"HttpResponse", "StreamingHttpResponse"}
# attributes that Alpine, htmx or the browser would run; a value in them that a template fills in may be text of people
RUNS = r"x-[\w:.-]+|@[\w.:-]+|:[\w-]+|(?:data-)?hx-[\w:-]+|on\w+|style|srcdoc"
IN_TEMPLATES = {
    "|safe": r"\|\s*safe(seq)?\b",
    "autoescape off": r"autoescape\s+off",
    "json_script": r"\|\s*json_script",
    "escapejs": r"\|\s*escapejs",
    "script in the page": r"<script(?![^>]*\bsrc=)",
    "attribute of a script": rf"""\s(?:{RUNS})=["'][^"']*\{{[{{%]""",
}
IN_SCRIPTS = {
    "HTML": r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|parseFromString|srcdoc",
    "eval": r"\beval\(|new Function",
}


def raw_places():
    """``{(path, what): how often}`` of the whole site."""
    found = Counter()
    for path in _ours("*.py"):
        found.update((path, what) for what in _in_python(ROOT / path))
    for path in [*_ours("*.html"), *_ours("*.txt")]:
        found.update((path, what) for what in _in_text(ROOT / path, IN_TEMPLATES))
    for path in _ours("*.js"):
        found.update((path, what) for what in _in_text(ROOT / path, IN_SCRIPTS))
    return dict(found)


def _ours(pattern):
    for path in sorted(ROOT.glob(f"[!.]*/**/{pattern}")):
        place = path.relative_to(ROOT)
        if NOT_OURS.isdisjoint(place.parts):
            yield str(place)


def _in_text(path, kinds):
    text = path.read_text()
    for what, pattern in kinds.items():
        yield from [what] * len(re.findall(pattern, text))


def _in_python(path):
    tree = ast.parse(path.read_text())
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name in MARKS_AS_SAFE:
            yield node.name
        if isinstance(node, ast.Call):
            yield from _in_call(node, _name_of(node.func))


def _in_call(call, name):
    named = {keyword.arg for keyword in call.keywords}
    if name in MARKS_AS_SAFE:
        yield name
    if name in BY_FORMAT and not isinstance(call.args[BY_FORMAT[name]], ast.Constant):
        yield name
    if name in ANSWERS and call.args and "content_type" not in named:
        yield f"{name} as HTML"
    if named & {"is_safe", "needs_autoescape", "autoescape"}:
        yield "filter that says what is safe"


def _name_of(function):
    return getattr(function, "attr", getattr(function, "id", ""))
