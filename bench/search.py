"""How quick search is, beside three rivals: ``python -m bench.search``."""

import argparse
import sys
from subprocess import CalledProcessError

from bench.database import BenchDatabase
from bench.report import print_report
from local.database_user import DatabaseError
from local.embedded_database import local_database

SIZES = [10_000, 100_000]
MILLION = 1_000_000
ROUNDS = 30


def main():
    """Fill the databases where needed, measure with each, and print one table."""
    asked = _arguments()
    sizes = asked.sizes + ([MILLION] if asked.million else [])
    try:
        with local_database():
            databases = [BenchDatabase(size) for size in sizes]
            if asked.drop:
                for database in databases:
                    database.drop()
                return
            print_report({each.size: _measure(each, asked) for each in databases})
    except DatabaseError as error:
        sys.exit(str(error))
    except CalledProcessError:
        sys.exit("Het meten is mislukt; hierboven staat waarom.")


def _measure(database, asked):
    """Measure with one database, each kind of measurement in a process of its own."""
    state = database.prepare(anew=asked.anew, as_is=asked.as_is)
    database.manage("collectstatic", "--no-input", "--verbosity=0")
    print(f"Meten met {database.size} voorbeelden …", file=sys.stderr, flush=True)
    fresh = {
        "first_answer": database.call("bench.worker.first_answer"),
        "memory": database.call("bench.worker.memory"),
    }
    return (
        state
        | fresh
        | database.call(
            "bench.measure.measure", database.size, asked.rounds, not asked.alone
        )
    )


def _arguments():
    parser = argparse.ArgumentParser(
        prog="python -m bench.search", description="Meet hoe snel zoeken is."
    )
    parser.add_argument(
        "--sizes",
        type=int,
        nargs="+",
        default=SIZES,
        help="met hoeveel verzonnen voorbeelden",
    )
    parser.add_argument(
        "--million",
        action="store_true",
        help="ook met een miljoen: duurt lang, vraagt 10 GB schijf",
    )
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS, help="hoe vaak elke meting gebeurt"
    )
    parser.add_argument(
        "--alone", action="store_true", help="zonder ruwe SQL, datasette en tantivy"
    )
    parser.add_argument(
        "--anew",
        action="store_true",
        help="maak de databases opnieuw, ook als ze compleet zijn",
    )
    parser.add_argument(
        "--as-is",
        action="store_true",
        help="houd de zoekdocumenten, ook als het zoeken veranderde",
    )
    parser.add_argument(
        "--drop", action="store_true", help="gooi de databases weg, en meet niet"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
