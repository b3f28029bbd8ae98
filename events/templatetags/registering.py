"""What the pages about a place say in one word."""

from django import template

from events.wording import hours_in_words

register = template.Library()
register.filter(hours_in_words)
