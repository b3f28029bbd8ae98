"""Waiting for what happens elsewhere: in the site, in its worker, on a machine that is busy."""

import time

PATIENCE = 60  # seconds; what works takes one or two on a quiet machine


def wait_for(find, seconds=PATIENCE):
    """What ``find`` gives, as soon as that is something."""
    end = time.monotonic() + seconds
    while not (found := find()):
        if time.monotonic() > end:
            raise TimeoutError(f"Nothing after {seconds} seconds")
        time.sleep(0.1)
    return found
