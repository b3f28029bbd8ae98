import errno
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from accounts.models import User

ADMINISTRATOR = "beheer@localhost"
PASSWORD_FILE = settings.VAR_DIR / "wachtwoord"
STOP_SECONDS = 15
ANSWERS_AT = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 compared, not bound
NO_ADDRESS = {
    errno.EADDRINUSE: "een ander programma gebruikt die poort al",
    errno.EADDRNOTAVAIL: "dat adres is niet van deze computer",
    errno.EACCES: "voor die poort heb je meer rechten nodig",
    socket.EAI_NONAME: "die naam bestaat niet",
}
ADDRESS = """
  Bieb Netwerk draait op    http://{host}:{port}/
  Beheren kan op            http://{host}:{port}/beheer/
  Log daar in met           {email}
  en wachtwoord             {password}
  Mail komt in de map       {mail}
  Stoppen doe je met Ctrl-C
"""


class Command(BaseCommand):
    """Make everything ready on this computer and keep site and worker running until Ctrl-C."""

    help = "Start de site op je eigen computer: database, startinhoud, beheerder, site en achtergrondwerk."
    requires_system_checks = []

    def handle(self, **options):
        if not settings.IS_LOCAL:
            raise CommandError(
                "Dit is voor je eigen computer. Op een server: zie docs/operations.md."
            )
        for name in (
            signal.SIGINT,
            signal.SIGTERM,
            signal.SIGHUP,
        ):
            # also when started in the background
            signal.signal(name, signal.default_int_handler)
        self.host = os.environ.get("HOST") or "127.0.0.1"
        self.port = os.environ.get("PORT") or "8000"
        self.check_port()
        self.prepare()
        self.keep_running()

    def check_port(self):
        """Stop with a sentence, before anything starts, when the site could not have its address."""
        is_port = self.port.isdigit() and 0 < int(self.port) < 65536
        if not is_port:
            raise CommandError(
                f"PORT={self.port} kan niet: kies een getal van 1 tot en met 65535."
            )
        try:
            [first, *_] = socket.getaddrinfo(
                self.host,
                int(self.port),
                type=socket.SOCK_STREAM,
            )
            [family, *_, address] = first
            with socket.socket(family, socket.SOCK_STREAM) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(address)
        except OSError as error:
            reason = NO_ADDRESS.get(error.errno, error.strerror)
            raise CommandError(
                f"De site kan niet op {self.host}:{self.port}: {reason}. "
                "Kies een andere poort, bijvoorbeeld: make run PORT=8001"
            ) from error

    def prepare(self):
        """Bring database, content, administrator and static files up to date."""
        call_command("migrate", verbosity=0)
        self.stdout.write("De database is bij.")
        call_command("load_content")
        call_command("rebuild_search", indeling=True)
        call_command(
            "collectstatic",
            interactive=False,
            verbosity=0,
        )
        self.password = administrator_password()

    def keep_running(self):
        """Run the web server and the worker; when one stops, or at Ctrl-C, stop both."""
        processes = []
        for command in self.commands():
            processes.append(subprocess.Popen(command, start_new_session=True))
        try:
            self.wait_until_open()
            address = ADDRESS.format(
                host=self.host,
                port=self.port,
                email=ADMINISTRATOR,
                password=self.password,
                mail=settings.EMAIL_FILE_PATH,
            )
            self.stdout.write(address)
            self.stdout.flush()
            while all(process.poll() is None for process in processes):
                time.sleep(0.3)
            self.stderr.write(
                "De site of het achtergrondwerk is gestopt; de rest stopt nu ook."
            )
        except KeyboardInterrupt:
            self.stdout.write("\nDe site stopt.")
        finally:
            stop(processes)

    def commands(self):
        """The same programs as on a server, with fewer processes."""
        address = f"{self.host}:{self.port}"
        if ":" in self.host:
            address = f"[{self.host}]:{self.port}"
        site = [
            sys.executable,
            "-m",
            "gunicorn",
            "-c",
            "deploy/gunicorn.conf.py",
            "--bind",
            address,
        ]
        site += ["--access-logfile", "/dev/null", "--log-level", "error"]
        if settings.DEBUG:
            site.append("--reload")
        site.append("bieb_netwerk.wsgi")
        worker = [sys.executable, "manage.py", "procrastinate", "worker"]
        if shutil.which("nice"):  # readers go before background work
            worker.insert(0, "nice")
        return [site, worker]

    def wait_until_open(self):
        """Wait until the site answers, at most half a minute."""
        address = (ANSWERS_AT.get(self.host, self.host), int(self.port))
        for _ in range(100):
            try:
                socket.create_connection(address, timeout=1).close()
            except OSError:
                time.sleep(0.3)
            else:
                return


def administrator_password():
    """The local administrator's password, made once and kept in a file that only you can read."""
    if User.objects.filter(email=ADMINISTRATOR).exists():
        if PASSWORD_FILE.exists():
            return PASSWORD_FILE.read_text().strip()
        return "(dat je zelf koos)"
    password = secrets.token_urlsafe(12)
    PASSWORD_FILE.parent.mkdir(exist_ok=True)
    PASSWORD_FILE.touch(mode=0o600)
    PASSWORD_FILE.write_text(password + "\n")
    User.objects.create_superuser(ADMINISTRATOR, password)
    return password


def stop(processes):
    """Ask the processes to stop, and end those that have not after a while; a second Ctrl-C changes nothing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for process in processes:
        process.send_signal(signal.SIGTERM)
    for process in processes:
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
