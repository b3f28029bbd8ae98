"""What is kept of people: nothing here. Remembered pages are those that everybody gets, in memory and never stored."""

from retention.schedule import holds_nothing_personal

from .models import ContentVersion, UncommittedChange

holds_nothing_personal(ContentVersion, UncommittedChange)
