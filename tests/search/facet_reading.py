"""What the filter form says: counts beside values, and tick boxes."""

from html.parser import HTMLParser

from tests.documents import write_documents


def shown_counts(facet):
    """``{key: count}`` of every value of a facet, parts too."""
    return {value.key: value.count for whole in facet.values for value in (whole, *whole.parts)}


class Boxes(HTMLParser):
    """``{(name, value): attributes}`` of every tick box, and the hidden fields of each form that asks."""

    def __init__(self, page):
        super().__init__()
        self.boxes, self.forms = {}, []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.is_asking = attributes.get("method") == "get"
            self.forms += [[]] if self.is_asking else []
        if tag == "input" and attributes.get("type") == "checkbox":
            self.boxes[attributes["name"], attributes["value"]] = attributes
        if tag == "input" and attributes.get("type") == "hidden" and self.is_asking:
            self.forms[-1].append((attributes["name"], attributes["value"]))


def boxes(client, address, **query):
    write_documents()
    return Boxes(client.get(address, query).content.decode())
