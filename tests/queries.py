"""How many queries something costs."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def number_of_queries(action):
    """Do it and count; what the first time costs is not of the action itself, so do it once before."""
    action()
    with CaptureQueriesContext(connection) as captured:
        action()
    return len(captured)
