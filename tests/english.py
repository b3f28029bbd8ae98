"""English of a library on a page: what Django, Unfold, import-export and allauth say where nobody translated it.

The ground is what stands in their sources to be translated, not a list of ours; and the names that Django makes of its
own accord for fields without a Dutch one.
"""

import html
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from django.apps import apps
from django.utils.translation import trans_real

PACKAGES = ["django", "unfold", "import_export", "allauth"]
ALSO_DUTCH = {
    "filter",
    "filters",
    "type",
    "status",
    "test",
    "code",
    "over",
    "model",
    "data",
    "contact",
    "home",
    "slug",
    "import",
    "export",
}
# "…" or '…', several after each other, first thing between the brackets of gettext in any of its forms
IN_PYTHON = re.compile(r"""\b(?:_|n?p?gettext(?:_lazy|_noop)?)\(\s*((?:(?:"[^"\n]*"|'[^'\n]*')\s*)+)""")
LITERAL = re.compile(r""""([^"\n]*)"|'([^'\n]*)'""")
IN_TEMPLATE = re.compile(r"""{%-?\s*trans(?:late)?\s+(?:"([^"]*)"|'([^']*)')""")
BLOCK = re.compile(r"{%-?\s*blocktrans(?:late)?[^%]*%}(.*?){%-?\s*endblocktrans", re.DOTALL)
FILLED_IN = re.compile(r"%\(\w+\)\w|%\w|{{.*?}}|{%.*?%}|{\w*}|<[^>]*>|\n\n", re.DOTALL)
UNSEEN = re.compile(r"<(script|style|svg|pre)\b.*?</\1>|<!--.*?-->", re.DOTALL)
ICON = re.compile(r'<span[^>]*class="[^"]*material-symbols[^>]*>[^<]*</span>')
SPOKEN = re.compile(
    r"""\b(?:title|alt|placeholder|aria-label|data-confirm)="([^"]*)"|type="submit"[^>]*value="([^"]*)\""""
)
NUMBER = re.compile(r"\d+")
TEXT = re.compile(r">([^<>]+)<")
SHORTEST = 3  # letters: *of* and *is* are Dutch too


def texts_of(page):
    """Everything that somebody reads or hears on a page, piece by piece."""
    seen = ICON.sub("", UNSEEN.sub("", page))
    pieces = [*TEXT.findall(seen)]
    for title, value in SPOKEN.findall(seen):
        pieces.append(title or value)
    return {normal(html.unescape(piece)) for piece in pieces} - {""}


def english_among(pages):
    """What of ``{text: page}`` is English of a library, as ``page: text``."""
    whole, pieces = english_of_libraries()
    found = {f"{page}: {text}" for text, page in pages.items() if text in whole}
    everything = "\n".join(pages)
    for piece in pieces:
        if piece in everything:
            found |= {f"{page}: {text}" for text, page in pages.items() if is_said_in(piece, text)}
    return sorted(found)


def is_said_in(piece, text):
    """Whether the words of the piece stand in the text as words."""
    return re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", text) is not None


@cache
def english_of_libraries():
    """(what is English where it stands alone, what is wherever it stands), in small letters."""
    whole, pieces = names_of_fields(), set()
    for sentence in sentences_in_sources():
        if is_the_same_in_dutch(sentence):
            continue
        for part in FILLED_IN.split(sentence):
            part = normal(part)
            if len(part) < SHORTEST or part in ALSO_DUTCH:
                continue
            whole.add(part)
            if " " in part:
                pieces.add(part)
    return whole, pieces


def sentences_in_sources():
    """Everything that these packages offer to be translated, as they write it."""
    sentences = set()
    for path in sources():
        text = path.read_text(errors="replace")
        for literals in IN_PYTHON.findall(text):
            sentences.add("".join(one or other for one, other in LITERAL.findall(literals)))
        for one, other in IN_TEMPLATE.findall(text):
            sentences.add(one or other)
        sentences.update(BLOCK.findall(text))
    return sentences


def sources():
    """The files of the packages in which something can be translated."""
    for package in PACKAGES:
        folder = Path(find_spec(package).origin).parent
        for ending in ("*.py", "*.html"):
            yield from folder.rglob(ending)


def names_of_fields():
    """What Django calls our fields where nobody gave them a Dutch name: of two words or more, so surely English."""
    names = set()
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if "_" in field.name:
                names.add(field.name.replace("_", " "))
    return names


def is_the_same_in_dutch(sentence):
    """Whether a Dutch translator chose these very words."""
    translated = trans_real.translation("nl")._catalog.get(sentence)
    return translated is not None and translated.lower() == sentence.lower()


def normal(text):
    """Small letters, single spaces, no numbers, and no signs around it."""
    return " ".join(NUMBER.sub(" ", text).split()).lower().strip(' .:,;!?…()*"')
