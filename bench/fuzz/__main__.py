"""``python -m bench.fuzz``: hostile requests to the site as it runs on a server, on a database of its own."""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys

from bench.database import ROOT
from bieb_netwerk.environment import LOCAL_SECRET_KEY
from tests import database, templates

FOLDER = ROOT / "var" / "fuzz"
LIKE_A_SERVER = {
    "BIEB_NETWERK_ENV": "production",
    "SECRET_KEY": LOCAL_SECRET_KEY,
    "ALLOWED_HOSTS": "bieb.voorbeeld.nl",
    "TRUSTED_PROXIES": "1",
    "VAR_DIR": str(FOLDER),
    "MEDIA_DIR": str(FOLDER / "media"),
}


def main():
    """Make the database, ask in a process that knows nothing of tests, and end as that does."""
    asked = _arguments()
    database.start()
    name = templates.copy("content", "fuzz")
    try:
        environment = (
            os.environ | LIKE_A_SERVER | {"DATABASE_URL": templates.address_of(name)}
        )
        manage = [sys.executable, "manage.py", "collectstatic", "--no-input", "-v0"]
        subprocess.run(manage, cwd=ROOT, env=environment, check=True)
        fuzz = [
            sys.executable,
            "-m",
            "bench.fuzz.report",
            str(asked.seed),
            str(asked.requests),
        ]
        # who breaks off is answered by that process
        signal.signal(signal.SIGINT, lambda *_: None)
        ended = subprocess.run(fuzz, cwd=ROOT, env=environment, check=False)
    finally:
        templates.drop(name)
        database.stop()
        shutil.rmtree(FOLDER / "media", ignore_errors=True)
    sys.exit(ended.returncode)


def _arguments():
    parser = argparse.ArgumentParser(
        prog="python -m bench.fuzz", description="Stuurt de site vijandige verzoeken."
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=random.randrange(1_000_000),
        help="waarmee het toeval begint",
    )
    parser.add_argument("--requests", type=int, default=4_000, help="hoeveel verzoeken")
    return parser.parse_args()


if __name__ == "__main__":
    main()
