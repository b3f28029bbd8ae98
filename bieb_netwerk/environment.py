"""What differs per server, read from environment variables; the table of them is in docs/operations.md."""

from importlib.util import find_spec
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
        values = values_in(Env())
    except (EnvError, ValueError) as error:
        raise SystemExit(
            f"De instellingen kloppen niet: {in_dutch(error)} Zie docs/operations.md."
        ) from None
    return SimpleNamespace(**values)


def values_in(env):
    """All values by name, checked."""
    known_kind = validate.OneOf(["local", "production"])
    kind = env.str("BIEB_NETWERK_ENV", "production", validate=known_kind)
    if kind == "local":
        own = local_values(env)
    else:
        own = server_values(env)
    return (
        own
        | database_values(env)
        | mail_values(env)
        | {
            "old_secret_keys": [
                long_enough(key) for key in env.list("OLD_SECRET_KEYS", [])
            ],
            "page_memory": between(env, "PAGE_MEMORY", 0, 4096, default=64),
            "hsts_preload": env.bool("HSTS_PRELOAD", False),
            "trusted_proxies": between(env, "TRUSTED_PROXIES", 0, 5, default=0),
            "media_dir": folder(env, "MEDIA_DIR", VAR_DIR / "media"),
            "media_bucket": media_bucket(env),
            "backup_dir": folder(env, "BACKUP_DIR", None),
            "backup_key": env.str("BACKUP_KEY", ""),
            "backup_days": between(env, "BACKUP_DAYS", 1, 30, default=14),
            "publisher": publisher(env),
            "bookings_per_hour": between(
                env, "BOOKINGS_PER_HOUR", 1, 1_000_000, default=200
            ),
        }
    )


def between(env, name, least, most, *, default):
    """A whole number from the least to the most."""
    return env.int(
        name,
        default,
        validate=validate.Range(min=least, max=most),
    )


def folder(env, name, default):
    """The path that is given; nothing behind the name means the default, and not the folder where we are."""
    if not env.str(name, ""):
        return default
    return env.path(name)


def database_values(env):
    """Where the data are, and how long a page may wait for them."""
    return {
        "database": postgresql(env.dj_db_url("DATABASE_URL")),
        "replica": replica(env),
        "database_pool_size": between(env, "DATABASE_POOL_SIZE", 2, 100, default=8),
        "database_seconds": between(env, "DATABASE_SECONDS", 1, 600, default=15),
    }


def mail_values(env):
    """Which server sends mail, and from whom."""
    return {
        "email_host": env.str("EMAIL_HOST", "localhost"),
        "email_port": between(env, "EMAIL_PORT", 1, 65535, default=25),
        "email_user": env.str("EMAIL_USER", ""),
        "email_password": env.str("EMAIL_PASSWORD", ""),
        "email_use_tls": env.bool("EMAIL_USE_TLS", False),
        "from_email": env.str("FROM_EMAIL", "Bieb Netwerk <noreply@localhost>"),
        "editors_email": env.str("EDITORS_EMAIL", "redactie@localhost"),
    }


def local_values(env):
    """What is ready-made on a computer of your own."""
    port = env.str("PORT", "") or "8000"
    return {
        "is_local": True,
        "debug": env.bool("DEBUG", False),
        "secret_key": long_enough(env.str("SECRET_KEY", LOCAL_SECRET_KEY)),
        "allowed_hosts": env.list("ALLOWED_HOSTS", ["*"]) + LOOPBACK,
        "use_https": env.bool("USE_HTTPS", False),
        "mail_dir": folder(env, "MAIL_DIR", VAR_DIR / "mail"),
        "site_address": env.str("SITE_ADDRESS", f"http://localhost:{port}").rstrip("/"),
    }


def server_values(env):
    """The same on a server, where a key must be given and the first host is where readers find the site."""
    hosts = env.list("ALLOWED_HOSTS", [])
    first_host = next(iter(hosts), "localhost")
    return {
        "is_local": False,
        "debug": False,
        "secret_key": long_enough(env.str("SECRET_KEY")),
        "allowed_hosts": hosts + LOOPBACK,
        "use_https": env.bool("USE_HTTPS", True),
        "mail_dir": None,
        "site_address": env.str("SITE_ADDRESS", f"https://{first_host}").rstrip("/"),
    }


def publisher(env):
    """Who runs this site and answers for what it keeps of people; without a name it is a trial installation."""
    return {
        "name": env.str("PUBLISHER_NAME", ""),
        "address": env.str("PUBLISHER_ADDRESS", ""),
        "email": env.str("PUBLISHER_EMAIL", ""),
        "supervisor": env.str("PUBLISHER_SUPERVISOR", "de Autoriteit Persoonsgegevens"),
        "legal_basis": env.str("PUBLISHER_LEGAL_BASIS", ""),
    }


def replica(env):
    """The database that pages for who is not logged in are read from; ``None`` without."""
    if not env.str("DATABASE_REPLICA_URL", ""):
        return None
    return postgresql(env.dj_db_url("DATABASE_REPLICA_URL"), "DATABASE_REPLICA_URL")


def media_bucket(env):
    """The bucket for uploaded files, as options of its storage; ``None`` keeps them in a folder."""
    name = env.str("MEDIA_BUCKET", "")
    if not name:
        return None
    if not find_spec("storages"):
        raise ValueError("MEDIA_BUCKET vraagt de bibliotheken van requirements-s3.txt.")
    return {
        "bucket_name": name,
        "endpoint_url": env.str("MEDIA_BUCKET_ENDPOINT", None),
        "region_name": env.str("MEDIA_BUCKET_REGION", None),
        "access_key": env.str("MEDIA_BUCKET_KEY", None),
        "secret_key": env.str("MEDIA_BUCKET_SECRET", None),
    }


def long_enough(secret_key):
    """The same key; refuse one that can be guessed."""
    if len(secret_key) < 50:
        raise ValueError("SECRET_KEY is korter dan 50 tekens.")
    return secret_key


def postgresql(database, name="DATABASE_URL"):
    """The same database; refuse another kind than the site is made for."""
    if not database["ENGINE"].endswith("postgresql"):
        raise ValueError(
            f"{name} is geen adres van PostgreSQL, zoals postgresql://naam:wachtwoord@server/bieb."
        )
    return database


def in_dutch(error):
    """The library's sentences are English; its two patterns are few enough to say in Dutch."""
    sentence = str(error)
    _, _, after_quote = sentence.partition('"')
    name, _, _ = after_quote.partition('"')
    if "not set" in sentence:
        return f"{name} ontbreekt."
    if "invalid" in sentence:
        _, _, reason = sentence.rpartition("invalid: ")
        return f"{name} heeft een waarde die niet kan ({reason.rstrip('.')})."
    return sentence
