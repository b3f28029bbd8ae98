"""A document of policy with its text, and the page on which a curator reads it."""

from tests.opportunity_factories import PolicyDocumentFactory

TEXT = "We doen iets aan eenzaamheid. Ook de straten worden mooier!\r\n\r\nIedereen telt mee."


def agreement():
    """A document in which one sentence may be about loneliness."""
    return PolicyDocumentFactory(title="Coalitieakkoord", text=TEXT)


def address(document):
    return f"/beheer/beleid/{document.pk}/lezen/"


def sentences_of(response):
    """The sentences that a page shows, in order."""
    paragraphs = [paragraph for section in response.context["sections"] for paragraph in section.paragraphs]
    return [sentence for paragraph in paragraphs for sentence in paragraph]


def mark(client, document, about, **changes):
    """Press the button at a suggestion."""
    quote = "We doen iets aan eenzaamheid."
    return client.post(address(document), {"theme": about.pk, "quote": quote, "weight": "genoemd"} | changes)
