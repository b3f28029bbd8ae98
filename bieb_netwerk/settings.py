"""The Django settings; what differs per server comes from environment.py."""

from datetime import timedelta

from bieb_netwerk.environment import BASE_DIR, VAR_DIR, read_environment
from bieb_netwerk.installed import INSTALLED_APPS, MIDDLEWARE  # noqa: F401
from bieb_netwerk.log_settings import logging_of
from bieb_netwerk.login_settings import *  # noqa: F403 who logs in, and how
from bieb_netwerk.policies import (  # noqa: F401 what browsers may load
    CONTENT_SECURITY_POLICY,
    CURATOR_CONTENT_POLICY,
    PERMISSIONS_POLICY,
)
from desk.workplace import UNFOLD  # noqa: F401 how the curators' room looks, and its menu
from replicas.connection import replica_of
from serving.absence import Connection
from serving.uploads import FILE_UPLOAD_HANDLERS  # noqa: F401 who may send files

environment = read_environment()

# --- what runs ---------------------------------------------------------------------------------
DEBUG = environment.debug
IS_LOCAL = environment.is_local
SECRET_KEY = environment.secret_key
SECRET_KEY_FALLBACKS = environment.old_secret_keys
ALLOWED_HOSTS = environment.allowed_hosts
LOGGING = logging_of(is_local=IS_LOCAL)
ROOT_URLCONF = "bieb_netwerk.urls"
WSGI_APPLICATION = "bieb_netwerk.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": [
                "wording.templatetags.wording",
                "initiatives.templatetags.trust",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- database ----------------------------------------------------------------------------------
LIMITS = f"-c statement_timeout={environment.database_seconds}s -c lock_timeout=5s"
DATABASES = {"default": environment.database}
DATABASES["default"] |= {
    "CONN_MAX_AGE": 0,  # the pool keeps the connections, and checks one before it hands it out
    "CONN_HEALTH_CHECKS": True,
}
DATABASES["default"]["OPTIONS"] = (
    DATABASES["default"].get("OPTIONS", {})
    | {
        "pool": {
            "min_size": 1,
            "max_size": environment.database_pool_size,
            "timeout": 3,
            "reconnect_timeout": 1,  # no longer and longer waits between tries: whoever comes next tries
            "connection_class": Connection,
        },
        "connect_timeout": 3,
        "options": LIMITS,
    }
)
if environment.replica:
    DATABASES["replica"] = replica_of(
        environment.replica,
        limits=LIMITS,
        pool_size=environment.database_pool_size,
    )
    DATABASE_ROUTERS = ["replicas.reading.ReplicaRouter"]
# limits and used codes are counted together by all processes
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
# bytes of pages in each process
MOST_REMEMBERED = environment.page_memory * 1024 * 1024
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- language and time -------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
LOCALE_PATHS = [BASE_DIR / "locale"]  # only what libraries lack in Dutch
FORMS_URLFIELD_ASSUME_HTTPS = True  # what Django 6 does

# --- files -------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = environment.media_dir
# for curators; readers get files through what they belong to
MEDIA_URL = "/beheer/bestanden/"
# compressing four hundred files takes ten seconds at every start, which only pays where files travel
STATIC_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"
if IS_LOCAL:
    STATIC_STORAGE = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
WHITENOISE_ALLOW_ALL_ORIGINS = False  # our own pages only
STORAGES = {
    "default": {"BACKEND": "serving.storage.WholeFileStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}
if environment.media_bucket:
    STORAGES["default"] = {
        "BACKEND": "serving.bucket.BucketStorage",
        "OPTIONS": environment.media_bucket,
    }
DATA_DIR = BASE_DIR / "data"
IMPORTS_KEPT = timedelta(days=90)  # and what they did row by row; history stays
EXPORTS_KEPT = timedelta(days=7)

# --- back-ups ------------------------------------------------------------------------------------
BACKUP_EVERY_NIGHT = environment.backup_dir is not None
BACKUP_DIR = environment.backup_dir or VAR_DIR / "backups"
BACKUP_KEY = environment.backup_key  # of age, public: who makes them cannot read them
BACKUP_DAYS = environment.backup_days

# --- who logs in -------------------------------------------------------------------------------
# an app or passkey, for whoever comes under the address of curators
SECOND_STEP_REQUIRED = not IS_LOCAL
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http"
if environment.use_https:
    ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"

# --- mail --------------------------------------------------------------------------------------
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
if IS_LOCAL:
    EMAIL_BACKEND = "mail.folder.EmailBackend"
EMAIL_FILE_PATH = environment.mail_dir
EMAIL_HOST = environment.email_host
EMAIL_PORT = environment.email_port
EMAIL_HOST_USER = environment.email_user
EMAIL_HOST_PASSWORD = environment.email_password
EMAIL_USE_TLS = environment.email_use_tls
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environment.from_email
SERVER_EMAIL = environment.from_email
EDITORS_EMAIL = environment.editors_email
SITE_ADDRESS = environment.site_address  # in mail, where no request says it

# --- who runs the site ---------------------------------------------------------------------------
PUBLISHER = environment.publisher

# --- security ----------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = environment.use_https
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]
SECURE_HSTS_SECONDS = 0
if environment.use_https:
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = environment.use_https
# browsers' own lists: hard to get off again
SECURE_HSTS_PRELOAD = environment.hsts_preload
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # asks for that list
SESSION_COOKIE_SECURE = environment.use_https
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = environment.use_https
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_NAME = "sessionid"
CSRF_COOKIE_NAME = "csrftoken"
KNOWN_BROWSER_COOKIE = "bekend"
JUST_WROTE_COOKIE = "net-verstuurd"
MESSAGES_COOKIE = "messages"
MESSAGE_STORAGE = "serving.messages.MessageStorage"
if environment.use_https:  # a browser takes these names from this very host only, over https, for all its addresses
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    KNOWN_BROWSER_COOKIE = "__Host-bekend"
    JUST_WROTE_COOKIE = "__Host-net-verstuurd"
    MESSAGES_COOKIE = "__Host-messages"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
TRUSTED_PROXIES = environment.trusted_proxies
# addresses mailed, per internet address: a library shares one
BOOKINGS_PER_HOUR = environment.bookings_per_hour
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# so that a long import or a slow website keeps no mail waiting; spreadsheets and links take turns among themselves
PROCRASTINATE_WORKER_DEFAULTS = {"concurrency": 3}
PROCRASTINATE_ON_APP_READY = "serving.background.watch_tasks"
LINK_CHECKER_MAY_VISIT_LOOPBACK = False  # only tests do
PGHISTORY_MIDDLEWARE_METHODS = ("POST",)
# (beginning of the address, field, megabytes that a request may bring) of a file that everybody may send
UPLOADS_OF_ALL = [
    ("/gespreksnotitie/", "logo", 3),
    ("/vul-aan/", "file", 11),
    ("/delen/", "photo", 22),
    ("/delen/", "document", 22),
]
# the same, of who logged in
UPLOADS_OF_MEMBERS = [
    ("/mijn/voorbeelden/", "foto-image", 21),
    ("/mijn/bestand/", "file", 6),
]
# a programme of 100 sessions, or a form with as many rows
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3_000
CSRF_FAILURE_VIEW = "serving.refusals.csrf_failure"
