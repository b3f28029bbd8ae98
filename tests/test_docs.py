"""What the documents of the repository point to is there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("*/*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)\s#]*)(?:#([^)\s]*))?\)")
HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)


def anchor(heading):
    """The name by which a link finds this heading."""
    kept = re.sub(r"[^\w\- ]", "", heading.lower())
    return kept.replace(" ", "-")


def headings(document, level=""):
    """The headings of a document; of one level where ``level`` says ``##``."""
    return [text for marks, text in HEADING.findall(document.read_text()) if level in ("", marks)]


def test_every_link_leads_somewhere():
    dead = []
    for document in DOCUMENTS:
        for path, name in LINK.findall(document.read_text()):
            target = document.parent / path if path else document
            if not target.exists():
                dead.append((document.name, path))
            elif name and name not in map(anchor, headings(target)):
                dead.append((document.name, f"{path}#{name}"))

    assert dead == []


def test_the_contents_of_the_decisions_are_all_of_them_in_order():
    decisions = ROOT / "docs" / "decisions.md"

    named = re.findall(r"^- \[(.+)\]\(#(.+)\)$", decisions.read_text(), re.MULTILINE)

    expected = [(heading, anchor(heading)) for heading in headings(decisions, "##") if heading != "Contents"]
    assert named == expected
