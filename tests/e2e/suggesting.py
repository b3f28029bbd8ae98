"""Typing a question until suggestions are shown."""

from playwright.sync_api import expect

SEARCH = "/zoeken/"


def suggested(page):
    """The open list; the select beside the results has options too."""
    return page.get_by_role("listbox", name="Suggesties")


def type_until_suggested(page, text, address=SEARCH):
    """All letters at once: between two of them a busy machine asks, and shows, what belongs to those before."""
    page.goto(address)
    page.locator("#q").fill(text)
    expect(suggested(page)).to_be_visible()
