"""What a list shows of one search document, with the words that were searched for marked."""

from .highlighting import has_match, marked, telling_line


def shown(document, terms):
    """The card of a document, with marked title and summary; and a line from its text where those do not tell why."""
    card = document.card
    title, summary = card["title"], card["summary"]
    line = "" if not terms or has_match(f"{title} {summary}", terms) else telling_line(document.text, terms)
    return card | {
        "kind": document.get_kind_display(),
        "title": marked(title, terms),
        "summary": marked(summary, terms),
        "line": marked(line, terms),
    }
