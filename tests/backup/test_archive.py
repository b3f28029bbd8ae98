"""The file itself: every damage is seen before anything is read from it, and ``age`` keeps it for one key."""

import pytest

from backup.archive import DUMP, check, pack, read_manifest, unpack
from backup.encrypting import check_key, decrypt, encrypted, is_encrypted
from backup.programs import BackupError
from tests.backup.keys import needs_age, new_key


@pytest.fixture
def packed(tmp_path):
    """A back-up of a made-up database and one photo."""
    (tmp_path / DUMP).write_bytes(b"tabellen" * 1000)
    (tmp_path / "media" / "2026").mkdir(parents=True)
    (tmp_path / "media" / "2026" / "foto.jpg").write_text("foto")
    path = tmp_path / "backup.tar"
    with open(path, "wb") as stream:
        list(pack(stream, {"format": 1}, tmp_path / DUMP, tmp_path / "media"))
    return path


def is_refused(path):
    try:
        check(path)
    except BackupError:
        return True
    return False


def test_a_whole_file_gives_back_what_went_in(packed, tmp_path):
    check(packed)
    list(unpack(packed, tmp_path / "again"))

    assert read_manifest(packed) == {"format": 1}
    assert (tmp_path / "again" / DUMP).read_bytes() == b"tabellen" * 1000
    assert (tmp_path / "again" / "media" / "2026" / "foto.jpg").read_text() == "foto"


def test_every_damage_is_seen(packed, tmp_path):
    whole = packed.read_bytes()
    middle = len(whole) // 2
    damages = {
        "empty": b"",
        "cut off": whole[:middle],
        "one bit": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "without its checksum": whole[:-73],
        "longer": whole + b"\n",
    }
    passed = []
    for name, data in damages.items():
        packed.write_bytes(data)
        if not is_refused(packed):
            passed.append(name)

    assert passed == []


@needs_age
def test_only_the_secret_key_reads_what_was_encrypted(packed, tmp_path):
    key, other = tmp_path / "key", tmp_path / "other"
    public = new_key(key)
    new_key(other)
    secret = tmp_path / "secret.tar.age"

    check_key(public)
    with encrypted(secret, public) as stream:
        stream.write(packed.read_bytes())
    decrypt(secret, tmp_path / "plain.tar", key)

    assert is_encrypted(secret)
    assert not is_encrypted(packed)
    assert (tmp_path / "plain.tar").read_bytes() == packed.read_bytes()
    with pytest.raises(BackupError, match="kan niet gelezen worden"):
        decrypt(secret, tmp_path / "none.tar", other)
    with pytest.raises(BackupError, match="Zeg met --geheim"):
        decrypt(secret, tmp_path / "none.tar", None)


@needs_age
def test_a_key_that_is_none_is_refused_at_once():
    with pytest.raises(BackupError, match="Met de sleutel age1fout kan niet versleuteld worden"):
        check_key("age1fout")


def test_without_the_program_a_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "/nergens")

    with pytest.raises(BackupError, match="apt install age"):
        check_key("age1sleutel")
