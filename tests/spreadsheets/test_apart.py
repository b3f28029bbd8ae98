"""What the process that reads somebody's file gets along."""

from spreadsheets.apart import Limits, read_apart

LIMITS = Limits(memory=400 * 1024**2, seconds=10, output=65536, too_slow="te traag", too_large="te groot")


def test_a_reader_knows_nothing_of_the_site(tmp_path, monkeypatch):
    """Whoever gets hold of it by a hostile file finds no secret."""
    monkeypatch.setenv("SECRET_KEY", "heel geheim")
    file = tmp_path / "leeg.csv"
    file.touch()

    [names] = read_apart("tests.spreadsheets.surroundings_reader", file, LIMITS)

    assert set(names) <= {"LC_CTYPE"}  # which Python itself sets
