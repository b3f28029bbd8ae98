"""What differs per server, read from environment variables; the table of them is in docs/operations.md."""

from pathlib import Path
from types import SimpleNamespace

from environs import Env, EnvError, validate

from local.embedded_database import var_folder

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = var_folder()
LOCAL_SECRET_KEY = "dit-is-geen-geheim-maar-de-sleutel-voor-wie-de-site-op-zijn-eigen-computer-probeert"  # noqa: S105 no secret: it stands here
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]


def read_environment():
    """Typed values; stops the program with one Dutch sentence where a value is missing or impossible.

    Whoever says nothing gets production. Only ``BIEB_NETWERK_ENV=local``, which the Makefile sets, brings
    a ready-made secret key, plain http and mail in a folder.
    """
    try:
        return SimpleNamespace(**_values(Env()))
    except (EnvError, ValueError) as error:
        raise SystemExit(f"De instellingen kloppen niet: {_in_dutch(error)} Zie docs/operations.md.") from None


def _values(env):
    is_local = env.str("BIEB_NETWERK_ENV", "production", validate=validate.OneOf(["local", "production"])) == "local"
    secret_key = env.str("SECRET_KEY", LOCAL_SECRET_KEY) if is_local else env.str("SECRET_KEY")
    return {
        "is_local": is_local,
        "debug": is_local and env.bool("DEBUG", False),
        "secret_key": _long_enough(secret_key),
        "old_secret_keys": [_long_enough(key) for key in env.list("OLD_SECRET_KEYS", [])],
        "database": _postgresql(env.dj_db_url("DATABASE_URL")),
        "database_pool_size": env.int("DATABASE_POOL_SIZE", 8, validate=validate.Range(min=2, max=100)),
        "database_seconds": env.int("DATABASE_SECONDS", 15, validate=validate.Range(min=1, max=600)),
        "allowed_hosts": env.list("ALLOWED_HOSTS", ["*"] if is_local else []) + LOOPBACK,
        "use_https": env.bool("USE_HTTPS", not is_local),
        "hsts_preload": env.bool("HSTS_PRELOAD", False),
        "trusted_proxies": env.int("TRUSTED_PROXIES", 0, validate=validate.Range(min=0, max=5)),
        "media_dir": env.path("MEDIA_DIR", VAR_DIR / "media"),
        "mail_dir": env.path("MAIL_DIR", VAR_DIR / "mail") if is_local else None,
        "email_host": env.str("EMAIL_HOST", "localhost"),
        "email_port": env.int("EMAIL_PORT", 25, validate=validate.Range(min=1, max=65535)),
        "email_user": env.str("EMAIL_USER", ""),
        "email_password": env.str("EMAIL_PASSWORD", ""),
        "email_use_tls": env.bool("EMAIL_USE_TLS", False),
        "from_email": env.str("FROM_EMAIL", "Bieb Netwerk <noreply@localhost>"),
        "editors_email": env.str("EDITORS_EMAIL", "redactie@localhost"),
        "publisher": _publisher(env),
        "bookings_per_hour": env.int("BOOKINGS_PER_HOUR", 200, validate=validate.Range(min=1, max=1_000_000)),
        "site_address": env.str("SITE_ADDRESS", _site_address(env, is_local)).rstrip("/"),
    }


def _publisher(env):
    """Who runs this site and answers for what it keeps of people; without a name it is a trial installation."""
    return {
        "name": env.str("PUBLISHER_NAME", ""),
        "address": env.str("PUBLISHER_ADDRESS", ""),
        "email": env.str("PUBLISHER_EMAIL", ""),
        "supervisor": env.str("PUBLISHER_SUPERVISOR", "de Autoriteit Persoonsgegevens"),
        "legal_basis": env.str("PUBLISHER_LEGAL_BASIS", ""),
    }


def _site_address(env, is_local):
    """Where readers find the site, unless it is said: on this computer, or at the first allowed host."""
    if is_local:
        return f"http://localhost:{env.str('PORT', '') or 8000}"
    return f"https://{next(iter(env.list('ALLOWED_HOSTS', [])), 'localhost')}"


def _long_enough(secret_key):
    if len(secret_key) < 50:
        raise ValueError("SECRET_KEY is korter dan 50 tekens.")
    return secret_key


def _postgresql(database):
    if not database["ENGINE"].endswith("postgresql"):
        raise ValueError("DATABASE_URL is geen adres van PostgreSQL, zoals postgresql://naam:wachtwoord@server/bieb.")
    return database


def _in_dutch(error):
    """The library's sentences are English; its two patterns are few enough to say in Dutch."""
    sentence = str(error)
    name = sentence.split('"')[1] if '"' in sentence else ""
    if "not set" in sentence:
        return f"{name} ontbreekt."
    if "invalid" in sentence:
        return f"{name} heeft een waarde die niet kan ({sentence.split('invalid: ')[-1].rstrip('.')})."
    return sentence
