"""A new version behind nginx: one web server starts anew while the other goes on, and nobody gets an error."""

import re
import shutil
import subprocess
import threading
from contextlib import ExitStack, contextmanager

import pytest
from django.conf import settings

from tests import templates
from tests.collected import collected_in
from tests.running_site import ask, environment_of, free_port, running_site, until_well

pytestmark = pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not on this machine; CI installs it")
PROXY = (settings.BASE_DIR / "deploy/nginx.conf").read_text()
AROUND = """
user root;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    {site}
}}
"""


def test_nginx_itself_finds_no_mistake_in_the_file(tmp_path):
    certificate = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=biebnetwerk.example"]
    files = {"fullchain": tmp_path / "fullchain.pem", "privkey": tmp_path / "privkey.pem"}
    subprocess.run(
        [*certificate, "-keyout", files["privkey"], "-out", files["fullchain"]], check=True, capture_output=True
    )
    site = PROXY.replace("/etc/letsencrypt/live/biebnetwerk.example", str(tmp_path))
    (tmp_path / "nginx.conf").write_text(AROUND.format(folder=tmp_path, site=site))

    checked = subprocess.run(
        ["nginx", "-t", "-c", tmp_path / "nginx.conf"], capture_output=True, text=True, check=False
    )

    assert "test is successful" in checked.stderr, checked.stderr


def as_tried_here(folder, port, one, other):
    """Our file, without https and on ports that are free."""
    site = PROXY.replace("127.0.0.1:8000", f"127.0.0.1:{one}").replace("127.0.0.1:8001", f"127.0.0.1:{other}")
    plain, _, safe = site.partition("listen 443 ssl;")
    upstream = plain[: plain.index("server {\n    listen 80;")]
    safe = re.sub(r"^ *(ssl_certificate.*|listen \[::\]:443 ssl;)\n", "", safe, flags=re.MULTILINE)
    safe = re.sub(r"error_log [^;]+;", "", safe)
    site = f"{upstream}\nserver {{\n    listen 127.0.0.1:{port};{safe}"
    path = folder / "nginx.conf"
    path.write_text(AROUND.format(folder=folder, site=site))
    return path


@contextmanager
def readers(port):
    """Visitors who ask for a page all the time; gives the list of what they were told."""
    answers = []
    done = threading.Event()

    def read():
        while not done.wait(0.05):  # longer than an answer takes, so that the servers get on too
            answers.append(ask(port, "/over/").status)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    try:
        yield answers
    finally:
        done.set()
        for thread in threads:
            thread.join()


@contextmanager
def running_nginx(path, port):
    """The proxy, until the block ends."""
    with subprocess.Popen(["nginx", "-c", path, "-g", "daemon off;"]) as nginx:
        try:
            until_well(port, "/readyz")
            yield
        finally:
            nginx.terminate()


def test_nobody_notices_that_web_servers_start_anew_one_by_one(tmp_path):
    name = templates.copy("migrated", "rolling")
    environment = environment_of(templates.address_of(name), tmp_path, WEB_WORKERS="1")
    collected_in(tmp_path)
    port, one, other = free_port(), free_port(), free_port()
    path = as_tried_here(tmp_path, port, one, other)

    with ExitStack() as first, ExitStack() as second:
        first.enter_context(running_site(environment, one))
        (tmp_path / "static" / "nieuw.css").write_text("p { color: red }")  # which the first does not know
        second.enter_context(running_site(environment, other))
        with running_nginx(path, port), readers(port) as answers:
            styles = [ask(port, "/static/nieuw.css").status for _ in range(4)]
            first.close()
            first.enter_context(running_site(environment, one))
            second.close()
            second.enter_context(running_site(environment, other))
    templates.drop(name)

    assert styles == [200] * 4
    assert len(answers) > 20
    assert [status for status in answers if status != 200] == []
