"""A disk without room, for the process that runs the test: the system refuses to make any file longer than this."""

import resource
from contextlib import contextmanager


@contextmanager
def no_room_for(size):
    """Writing a file of this many bytes or more fails while the block runs."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size - 1, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
