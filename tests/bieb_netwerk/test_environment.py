"""Each mistake in the environment is one Dutch sentence; production needs its own secrets."""

import pytest

from bieb_netwerk.environment import read_environment

GOOD = {"DATABASE_URL": "postgresql://u:p@localhost/bieb", "SECRET_KEY": "x" * 50}


@pytest.fixture
def environment(monkeypatch):
    """Read the settings of exactly these variables."""

    def read(**variables):
        for name in ("BIEB_NETWERK_ENV", "DATABASE_URL", "SECRET_KEY", "DEBUG", "USE_HTTPS", "ALLOWED_HOSTS"):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return read_environment()

    return read


def refusal(environment, **variables):
    with pytest.raises(SystemExit) as stopped:
        environment(**variables)
    return str(stopped.value)


def test_production_is_what_you_get_and_it_is_strict(environment):
    values = environment(**GOOD, DEBUG="true", ALLOWED_HOSTS="biebnetwerk.nl", BACKUP_DIR="", MEDIA_DIR="")

    assert (values.backup_dir, values.media_dir.name) == (None, "media")
    assert (values.is_local, values.debug, values.use_https, values.mail_dir) == (False, False, True, None)
    assert values.allowed_hosts == ["biebnetwerk.nl", "localhost", "127.0.0.1", "[::1]"]


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"SECRET_KEY": "x" * 50}, "DATABASE_URL ontbreekt."),
        ({"DATABASE_URL": GOOD["DATABASE_URL"]}, "SECRET_KEY ontbreekt."),
        (GOOD | {"SECRET_KEY": "kort"}, "SECRET_KEY is korter dan 50 tekens."),
        (GOOD | {"DATABASE_URL": "onzin"}, "DATABASE_URL heeft een waarde die niet kan (Not a valid database URL)."),
        (
            GOOD | {"DATABASE_URL": "sqlite:///x"},
            "DATABASE_URL is geen adres van PostgreSQL, zoals postgresql://naam:wachtwoord@server/bieb.",
        ),
        (
            GOOD | {"DATABASE_REPLICA_URL": "sqlite:///x"},
            "DATABASE_REPLICA_URL is geen adres van PostgreSQL, zoals postgresql://naam:wachtwoord@server/bieb.",
        ),
        (GOOD | {"USE_HTTPS": "misschien"}, "USE_HTTPS heeft een waarde die niet kan (Not a valid boolean)."),
        (GOOD | {"BIEB_NETWERK_ENV": "test"}, "BIEB_NETWERK_ENV heeft een waarde die niet kan"),
        (GOOD | {"TRUSTED_PROXIES": "-1"}, "TRUSTED_PROXIES heeft een waarde die niet kan"),
    ],
)
def test_a_mistake_is_one_sentence(environment, variables, sentence):
    said = refusal(environment, **variables)

    assert said.startswith(f"De instellingen kloppen niet: {sentence}")
    assert said.count("\n") == 0


def test_locally_only_the_database_is_needed(environment):
    values = environment(BIEB_NETWERK_ENV="local", DATABASE_URL=GOOD["DATABASE_URL"])

    assert (values.is_local, values.use_https, values.mail_dir.name) == (True, False, "mail")


def test_uploaded_files_are_in_a_bucket_where_one_is_named(environment, monkeypatch):
    there = environment(**GOOD, MEDIA_BUCKET="bieb", MEDIA_BUCKET_ENDPOINT="https://s3.example")
    monkeypatch.setattr("bieb_netwerk.environment.find_spec", lambda name: None)

    assert environment(**GOOD, MEDIA_BUCKET="").media_bucket is None
    assert (there.media_bucket["bucket_name"], there.media_bucket["endpoint_url"]) == ("bieb", "https://s3.example")
    assert "requirements-s3.txt" in refusal(environment, **GOOD, MEDIA_BUCKET="bieb")
