"""What templates compare with: a word to choose from has its home in ``choices.py``, and is named, never spelled."""

import re
from collections import defaultdict

from django.apps import apps

from bench.style import ROOT

SPELLED = re.compile(r"\.(\w+) (?:==|!=) \"([\w-]+)\"")
NAMED = re.compile(r"\.([A-Z][a-z]\w*)\.([A-Z_]+)\b")


def templates():
    """The text of every template, by its name."""
    texts = {}
    for path in sorted((ROOT / "templates").rglob("*.*")):
        texts[str(path.relative_to(ROOT))] = path.read_text()
    return texts


def words_by_field():
    """{name of a field: the words that a row may have there}."""
    words = defaultdict(set)
    for model in apps.get_models():
        for field in model._meta.get_fields():
            for word, _ in getattr(field, "flatchoices", ()):
                words[field.name].add(word)
    return words


def test_no_template_spells_a_word_to_choose_from():
    words = words_by_field()
    spelled = []

    for name, text in templates().items():
        for field, word in SPELLED.findall(text):
            if word in words[field]:
                spelled.append((name, field, word))

    assert spelled == []


def test_what_a_template_names_is_there():
    """Django says nothing of a name that is not there: what is compared with it is then simply not so."""
    missing = []

    for name, text in templates().items():
        for choices, member in NAMED.findall(text):
            kinds = [getattr(model, choices, None) for model in apps.get_models()]
            if not any(hasattr(kind, member) for kind in kinds):
                missing.append((name, choices, member))

    assert missing == []
