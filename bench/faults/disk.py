"""A full disk, a real one of a few megabytes: people are told, readers go on, and later it works again."""

import os
import subprocess
import sys
import urllib.error
from contextlib import contextmanager

import psycopg

from bench.database import ROOT
from bench.faults.goals import Goal, left_out, none_of
from bench.meeting import address_of, register
from local.database_user import make_folder
from tests.running_site import ask, ask_together

SIZE = 6 * 1024**2  # bytes
FIRST, MOST = 5_000_000, 400  # numbers of nobody else; people who try
PAGES = ["/", "/themas/", "/agenda/", "/readyz"]
TABLE = "events_registration"
STORED = "SELECT count(*) FROM events_booking WHERE email = ANY(%s)"
TOKEN = "T" * 32
IMPORT = "/beheer/sources/source/import/"
CURATOR = """
from allauth.mfa.models import Authenticator
from django.test import Client
from accounts.models import User
user = User.objects.create_superuser("meting@voorbeeld.nl", "een lang wachtwoord")
Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})
client = Client()
client.force_login(user)
print(client.session.session_key)
"""


def measure(site):
    """Fill the disk of the database, and that of uploaded files."""
    if os.geteuid() != 0:
        yield left_out("schijf vol", "alleen root mag een kleine schijf maken")
        return
    yield from _database(site)
    yield from _uploads(site)


@contextmanager
def small_disk(folder):
    """A disk of its own at this folder."""
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder], check=True
    )
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


# --- the database ------------------------------------------------------------------------------------
def _database(site):
    folder = make_folder(site.database.folder.parent / "small-disk", None)
    with small_disk(folder), _table_on(site, folder), _nothing_left(folder):
        confirmed, refusal = _register_until_refused(site)
        pages = ask_together(site.port, PAGES)
    again = register(site.address, FIRST + MOST)
    [(stored,)] = site.rows(STORED, [confirmed])
    yield Goal(
        "database vol: wie zich inschrijft krijgt", "507", str(refusal), refusal == 507
    )
    yield none_of(
        "database vol: bevestigd en niet bewaard",
        range(len(confirmed) - stored),
        f" van {len(confirmed)}",
    )
    yield none_of(
        "database vol: lezers zonder pagina",
        [page for page in pages if page.status != 200],
    )
    yield Goal("weer ruimte: inschrijven lukt", "ja", "ja", bool(again))


@contextmanager
def _table_on(site, folder):
    """Let the registrations be on this disk; they end on the other one."""
    owner = site.database.user
    if owner:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    with psycopg.connect(site.url, autocommit=True) as connection:
        connection.execute(f"CREATE TABLESPACE small LOCATION '{folder}'")
        connection.execute(f"ALTER TABLE {TABLE} SET TABLESPACE small")
        try:
            yield
        finally:
            connection.execute(f"ALTER TABLE {TABLE} SET TABLESPACE pg_default")
            connection.execute("DROP TABLESPACE small")


@contextmanager
def _nothing_left(folder):
    """Take what room there is."""
    ballast = folder / "ballast"
    with open(ballast, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
    try:
        yield
    finally:
        ballast.unlink()


def _register_until_refused(site):
    """The addresses that were confirmed, and the status of the first refusal; 0 where nobody was refused."""
    confirmed = []
    for number in range(FIRST, FIRST + MOST):
        try:
            register(site.address, number)
        except urllib.error.HTTPError as error:
            return confirmed, error.code
        confirmed.append(address_of(number))
    return confirmed, 0


# --- uploaded files ----------------------------------------------------------------------------------
def _uploads(site):
    session = _session_of_curator(site)
    media = site.folder / "media"
    media.mkdir(exist_ok=True)
    with small_disk(media):
        refused = _upload(site, session)
        left = [path for path in media.rglob("*") if path.is_file()]
    accepted = _upload(site, session)
    yield Goal(
        "map met bestanden vol: wie een import stuurt krijgt",
        "507",
        str(refused),
        refused == 507,
    )
    yield none_of("map met bestanden vol: halve bestanden", left)
    yield Goal(
        "weer ruimte: een import sturen lukt", "302", str(accepted), accepted == 302
    )


def _session_of_curator(site):
    command = [sys.executable, "manage.py", "shell", "-v0", "--command", CURATOR]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=site.environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout.split()[-1]


def _upload(site, session):
    """Send an import that is larger than the small disk; the status of the answer."""
    form = f'--rand\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{TOKEN}\r\n'
    form += '--rand\r\nContent-Disposition: form-data; name="file"; filename="bronnen.csv"\r\n\r\nkenmerk;titel\n'
    body = form.encode() + b"a;A\n" * (SIZE // 2) + b"\r\n--rand--\r\n"
    cookies = f"sessionid={session}; csrftoken={TOKEN}"
    headers = {"Cookie": cookies, "Content-Type": "multipart/form-data; boundary=rand"}
    return ask(site.port, IMPORT, body, headers).status
