#!/usr/bin/env python
"""Runs a management command; locally it starts the embedded database first, and stops it after."""

import gc
import os
import sys

from local.database_user import DatabaseError
from local.embedded_database import local_database

# What a program reads at its start is no garbage: looking for it seven hundred objects apart took a tenth of a start.
OBJECTS_APART = 50_000


def main():
    """Give the command a database and run it; a mistake in the set-up is one sentence, no traceback."""
    gc.set_threshold(OBJECTS_APART)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bieb_netwerk.settings")
    from django.core.management import execute_from_command_line

    try:
        with local_database():
            execute_from_command_line(sys.argv)
    except DatabaseError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("Gestopt.")


if __name__ == "__main__":
    main()
