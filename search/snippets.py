"""What a list shows of one search document, with the words that were searched for marked."""

from .highlighting import marked, telling_line


def shown(document, terms):
    """The card of a document, with marked title and summary; and a line from its text where those do not tell why."""
    title, summary = marked(document.card["title"], terms), marked(document.card["summary"], terms)
    line = "" if not terms or "<mark>" in title + summary else telling_line(document.text, terms)
    return document.card | {
        "kind": document.kind_label,
        "title": title,
        "summary": summary,
        "line": marked(line, terms),
    }
