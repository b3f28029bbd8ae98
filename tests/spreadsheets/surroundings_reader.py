"""A reader that tells of what it has around it, instead of what stands in the file."""

import os

from spreadsheets.apart import give, serve


def main(path):
    """The names in the environment, as one line."""
    give(sorted(os.environ))


if __name__ == "__main__":
    serve(main, ValueError, "te groot")
