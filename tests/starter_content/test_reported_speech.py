"""No text of the starter content speaks for somebody, and nothing longer than five words is copied."""

from bieb_netwerk.starter_content import LAYOUTS
from initiatives.reported_speech import first_person_in, long_literals_in
from spreadsheets.widgets import Text
from tests.starter_content.test_rules import FILES, rows_of

THEIR_OWN_VOICE = ("bronnen.csv", "thema_vragen.csv")  # the editors about what they read, a reader in a conversation
NOT_TOLD = ("slug", "titel", "naam", "webadres", "pagina_van_herkomst", "website", "woord")  # names are what they are


def texts():
    """(file, text) of everything that is told."""
    for name in FILES:
        fields = LAYOUTS[name]().get_import_fields()
        columns = [each.column_name for each in fields if type(each.widget) is Text]
        told = [column for column in columns if column not in NOT_TOLD]
        for row in rows_of(name):
            yield from ((name, row.get(column, "")) for column in told)


def test_nothing_is_told_in_the_first_person():
    assert [each for each in texts() if each[0] not in THEIR_OWN_VOICE and first_person_in(each[1])] == []


def test_no_literal_piece_is_longer_than_five_words():
    assert [each for each in texts() if long_literals_in(each[1])] == []
