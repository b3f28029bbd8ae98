#!/usr/bin/env python
"""Runs a management command; locally it starts the embedded database first, and stops it after."""

import os
import sys

from local.database_user import DatabaseError
from local.embedded_database import local_database


def main():
    """Give the command a database and run it; a mistake in the set-up is one sentence, no traceback."""
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
