"""The settings that a server gets, read by a program of its own: the tests themselves run with the local ones."""

import json
import os
import subprocess
import sys

import pytest

from tests.templates import ROOT

SERVER = {
    "DATABASE_URL": "postgresql://bieb:geheim@127.0.0.1:1/bieb",  # nobody asks it anything
    "SECRET_KEY": "een-sleutel-van-niemand-die-lang-genoeg-is-voor-een-server-1234567890",
    "ALLOWED_HOSTS": "bieb.voorbeeld.nl",
}
NOT_OF_A_SERVER = {
    "BIEB_NETWERK_ENV",
    "DJANGO_SETTINGS_MODULE",
    "USE_HTTPS",
    "HSTS_PRELOAD",
    "TRUSTED_PROXIES",
    "DEBUG",
}
SETTINGS_AND_ANSWERS = """
import json, os
os.environ["DJANGO_SETTINGS_MODULE"] = "bieb_netwerk.settings"
import django
django.setup()
from django.conf import settings
from django.test import Client
visitor = Client(headers={"host": "bieb.voorbeeld.nl"})
plain, safe, alive = visitor.get("/robots.txt"), visitor.get("/robots.txt", secure=True), visitor.get("/livez")
proxied = visitor.get("/robots.txt", headers={"x-forwarded-proto": "https"})
style = visitor.get("/static/stijl.css", secure=True)
print(json.dumps({
    "settings": {name: getattr(settings, name) for name in dir(settings) if name.isupper()},
    "plain": [plain.status_code, plain.headers.get("Location")],
    "safe": [safe.status_code, dict(safe.headers)],
    "proxied": proxied.status_code,
    "style": [style.status_code, dict(style.headers)],
    "alive": alive.status_code,
}, default=str))
"""


def run(*arguments, **variables):
    """Run Python as on a server; its output."""
    inherited = {name: value for name, value in os.environ.items() if name not in NOT_OF_A_SERVER}
    environment = inherited | SERVER | variables
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    ).stdout


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The settings and some answers of a server that is told no more than it must be."""
    folder = tmp_path_factory.mktemp("server")
    (folder / "static").mkdir()
    (folder / "static/stijl.css").write_text("p { color: red }")
    return json.loads(run("-c", SETTINGS_AND_ANSWERS, VAR_DIR=str(folder)))


def test_the_framework_has_nothing_to_warn_of(tmp_path):
    run("manage.py", "check", "--deploy", "--fail-level=WARNING", VAR_DIR=str(tmp_path))


def test_what_makes_a_server_safe(server):
    safe = {
        "DEBUG": False,
        "IS_LOCAL": False,
        "SECOND_STEP_REQUIRED": True,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
        "SECURE_HSTS_PRELOAD": False,
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "same-origin",
        "SECURE_PROXY_SSL_HEADER": None,
        "SESSION_COOKIE_NAME": "__Host-sessionid",
        "SESSION_COOKIE_PATH": "/",
        "SESSION_COOKIE_DOMAIN": None,
        "SESSION_COOKIE_SECURE": True,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "CSRF_COOKIE_NAME": "__Host-csrftoken",
        "CSRF_COOKIE_PATH": "/",
        "CSRF_COOKIE_DOMAIN": None,
        "KNOWN_BROWSER_COOKIE": "__Host-bekend",
        "JUST_WROTE_COOKIE": "__Host-net-verstuurd",
        "MESSAGES_COOKIE": "__Host-messages",
        "CSRF_COOKIE_SECURE": True,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Lax",
        "X_FRAME_OPTIONS": "DENY",
        "ALLOWED_HOSTS": ["bieb.voorbeeld.nl", "localhost", "127.0.0.1", "[::1]"],
        "PASSWORD_RESET_TIMEOUT": 3600,
        "ACCOUNT_PREVENT_ENUMERATION": True,
        "ACCOUNT_DEFAULT_HTTP_PROTOCOL": "https",
        "AXES_FAILURE_LIMIT": 5,
        "AXES_COOLOFF_TIME": "0:15:00",
        "AXES_LOCKOUT_PARAMETERS": [["username", "ip_address"]],
        "ACCOUNT_LOGIN_BY_CODE_TIMEOUT": 15 * 60,
        "ACCOUNT_LOGIN_TIMEOUT": 20 * 60,
        "ACCOUNT_EMAIL_NOTIFICATIONS": True,
        "ACCOUNT_RATE_LIMITS": {
            "request_login_code": None,
            "reset_password": None,
            "login_failed": None,
        },
        "MFA_TOTP_TOLERANCE": 1,
        "EMAIL_TIMEOUT": 20,
        "FILE_UPLOAD_HANDLERS": [
            "serving.uploads.OnlyFromCurators",
            "django.core.files.uploadhandler.MemoryFileUploadHandler",
            "django.core.files.uploadhandler.TemporaryFileUploadHandler",
        ],
        "LINK_CHECKER_MAY_VISIT_LOOPBACK": False,
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "SITE_ADDRESS": "https://bieb.voorbeeld.nl",
        "TRUSTED_PROXIES": 0,
        "BACKUP_EVERY_NIGHT": False,
        "BACKUP_DAYS": 14,
    }

    assert {name: server["settings"][name] for name in safe} == safe


def test_passwords_are_hashed_slowly_and_asked_to_be_long(server):
    validators = {}
    for validator in server["settings"]["AUTH_PASSWORD_VALIDATORS"]:
        validators[validator["NAME"].rsplit(".", 1)[1]] = validator.get("OPTIONS")

    assert server["settings"]["PASSWORD_HASHERS"][0].endswith("PBKDF2PasswordHasher")
    assert validators == {
        "UserAttributeSimilarityValidator": None,
        "MinimumLengthValidator": {"min_length": 12},
        "CommonPasswordValidator": None,
    }


def test_log_in_is_looked_at_in_this_order(server):
    assert server["settings"]["AUTHENTICATION_BACKENDS"] == [
        "axes.backends.AxesStandaloneBackend",
        "rules.permissions.ObjectPermissionBackend",
        "allauth.account.auth_backends.AuthenticationBackend",
    ]


def test_whoever_comes_without_https_is_sent_to_it(server):
    assert server["plain"] == [301, "https://bieb.voorbeeld.nl/robots.txt"]


def test_whoever_watches_the_server_is_answered_without_https(server):
    assert server["alive"] == 200


def test_a_query_is_broken_off(server):
    options = server["settings"]["DATABASES"]["default"]["OPTIONS"]["options"]

    assert options == "-c statement_timeout=15s -c lock_timeout=5s"


def test_a_visitor_cannot_say_that_a_proxy_of_ours_had_https(server):
    assert server["proxied"] == 301


def test_every_answer_says_what_browsers_may_do(server):
    status, headers = server["safe"]
    said = {
        "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    policy = sorted(part.strip() for part in headers["Content-Security-Policy"].split(";"))

    assert status == 200
    assert {name: headers.get(name) for name in said} == said
    assert policy == [
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self'",
        "manifest-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
    ]
    assert headers["Permissions-Policy"] == (
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
    )


def test_a_style_is_for_our_own_pages_and_says_the_same(server):
    page, (status, style) = server["safe"][1], server["style"]
    said = ["Strict-Transport-Security", "X-Content-Type-Options", "Permissions-Policy"]

    assert status == 200
    assert {name: style.get(name) for name in said} == {name: page[name] for name in said}
    assert "frame-ancestors 'none'" in style["Content-Security-Policy"]
    assert "Access-Control-Allow-Origin" not in style


def test_behind_a_proxy_of_ours_its_word_counts(tmp_path):
    program = "from bieb_netwerk import settings; print(settings.SECURE_PROXY_SSL_HEADER)"

    said = run("-c", program, TRUSTED_PROXIES="1", VAR_DIR=str(tmp_path))

    assert said.strip() == "('HTTP_X_FORWARDED_PROTO', 'https')"
