"""One cell ↔ one value: what is read, what is written back and what is refused in which words."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

from initiatives.choices import Phase
from sources.models import Source
from spreadsheets.moments import Day, Hour, Moment
from spreadsheets.widgets import Choice, Number, Text, YesNo
from tests.spreadsheets.cells import NO_TEXT, answer

READ_AND_WRITTEN = [
    (Text(), "Weesp", "Weesp"),
    (Text(), "", ""),
    (Text(empty=None), "", None),
    (Choice(Source.Kind), "wet", "wet"),
    (Choice(Source.Kind), "", ""),
    (Number(), "1500", 1500),
    (Number(), "0", 0),
    (Number(), "-3", -3),
    (Number(), "", None),
    (Number(decimals=True), "52.00010", Decimal("52.00010")),
    (Number(decimals=True), "0", Decimal(0)),
    (Number(decimals=True), "", None),
    (Day(), "2014-06-19", date(2014, 6, 19)),
    (Day(), "", None),
    (Number(empty=48), "24", 24),
    (Choice(["a", "b"]), "b", "b"),
    (Hour(), "14:30", time(14, 30)),
    (Hour(), "00:00", time(0)),
    (Hour(), "14:30:15", time(14, 30, 15)),
    (Hour(), "", None),
    (Moment(), "2014-06-19 11:00", datetime(2014, 6, 19, 9, tzinfo=UTC)),
    (Moment(), "2014-01-19 11:00", datetime(2014, 1, 19, 10, tzinfo=UTC)),
    (Moment(), "2026-10-25 02:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
    (Moment(), "2026-10-25 02:30 (wintertijd)", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
    (Moment(), "", None),
    (YesNo(), "ja", True),
    (YesNo(), "nee", False),
]

READ_KINDLY = [
    (Text(), "  Weesp \n", "Weesp"),
    (Text(), None, ""),
    (Choice(Source.Kind), " wet ", "wet"),
    (Number(), " 1500 ", 1500),
    (Number(), None, None),
    (Day(), " 2014-06-19 ", date(2014, 6, 19)),
    (Number(empty=48), "", 48),
    (Hour(), " 14.30 ", time(14, 30)),
    (Hour(), "9:05", time(9, 5)),
    (Hour(), "14:30:00", time(14, 30)),
    (Hour(), "1899-12-31T14:30:00", time(14, 30)),
    (Moment(), "2014-06-19T11:00:00", datetime(2014, 6, 19, 9, tzinfo=UTC)),
    (Moment(), "2014-06-19 9.05", datetime(2014, 6, 19, 7, 5, tzinfo=UTC)),
    (Choice(Source.Kind), "Wet", "wet"),
    (Choice(Source.Kind), "WET", "wet"),
    (Choice(Phase), "Loopt", "lopend"),
    (Choice(Phase), "vast aanbod", "structureel"),
    (Choice(Phase), "Niet bekend", ""),
    (Number(), "74.250", 74250),
    (Number(), "103 500", 103500),
    (Number(), "103\u00a0500", 103500),
    (Number(), "1.234.567", 1234567),
    (Number(), "€ 1.000", 1000),
    (Number(decimals=True), "52,1", Decimal("52.1")),
    (Number(decimals=True), "1.250,50", Decimal("1250.50")),
    (Number(decimals=True), "0.125", Decimal("0.125")),
    (Number(decimals=True, reaches_thousand=False), "52.109", Decimal("52.109")),
    (Number(decimals=True, reaches_thousand=False), "52,109", Decimal("52.109")),
    (Day(), "1-12-2026", date(2026, 12, 1)),
    (Day(), "01/12/2026", date(2026, 12, 1)),
    (Day(), "1-12-26", date(2026, 12, 1)),
    (Day(), "12 mei 2026", date(2026, 5, 12)),
    (Day(), "12 mrt. 2026", date(2026, 3, 12)),
    (Day(), "2026-05-12T10:30:00", date(2026, 5, 12)),
    (YesNo(), "JA", True),
    (YesNo(), "x", True),
    (YesNo(), "true", True),
    (YesNo(), "1", True),
    (YesNo(), "0", False),
    (YesNo(), "", False),
]

REFUSED = [
    (Text(), "We\x00esp", NO_TEXT),
    (Choice(Source.Kind), "wet\x00", NO_TEXT),
    (Number(), "1\x00", NO_TEXT),
    (Day(), "2014-06-19\x00", NO_TEXT),
    (YesNo(), "ja\x00", NO_TEXT),
    (Choice(Source.Kind), "Lied", "‘Lied’ kan hier niet; kies uit: artikel, reactie, dataset, wet, redactie."),
    (Choice(Source.Kind), "€", "‘€’ kan hier niet; kies uit: artikel, reactie, dataset, wet, redactie."),
    (Text(), "#N/A", "Hier staat de foutwaarde ‘#N/A’. Verbeter de cel of maak hem leeg."),
    (Number(), "#DEEL/0!", "Hier staat de foutwaarde ‘#DEEL/0!’. Verbeter de cel of maak hem leeg."),
    (Number(), "veel", "‘veel’ is geen heel getal."),
    (Number(), "12,5", "‘12,5’ is geen heel getal."),
    (Number(), "0.125", "‘0.125’ is geen heel getal."),
    (Number(), "1.00", "‘1.00’ is geen heel getal."),
    (Number(decimals=True), "1.250", "‘1.250’ kan een duizendtal zijn of een breuk. Schrijf 1250 of 1,250."),
    (Number(), "1e3", "‘1e3’ is geen heel getal."),
    (Number(), "NaN", "‘NaN’ is geen heel getal."),
    (Number(), "Infinity", "‘Infinity’ is geen heel getal."),
    (Number(), "9" * 5000, f"‘{'9' * 5000}’ is geen heel getal."),
    (Number(decimals=True), "NaN", "‘NaN’ is geen getal."),
    (Number(decimals=True), "sNaN", "‘sNaN’ is geen getal."),
    (Number(decimals=True), "-Infinity", "‘-Infinity’ is geen getal."),
    (Number(decimals=True), "1e99999999999999999999", "‘1e99999999999999999999’ is geen getal."),
    (Day(), "31-2-2026", "‘31-2-2026’ is geen datum zoals 2014-06-19."),
    (Day(), "12-31-2026", "‘12-31-2026’ is geen datum zoals 2014-06-19."),
    (Day(), "12 foo 2026", "‘12 foo 2026’ is geen datum zoals 2014-06-19."),
    (Day(), "2014-02-30", "‘2014-02-30’ is geen datum zoals 2014-06-19."),
    (Day(), "morgen", "‘morgen’ is geen datum zoals 2014-06-19."),
    (Hour(), "14:30\x00", NO_TEXT),
    (Hour(), "24:00", "‘24:00’ is geen tijd zoals 14:30."),
    (Hour(), "14:60", "‘14:60’ is geen tijd zoals 14:30."),
    (Hour(), "14", "‘14’ is geen tijd zoals 14:30."),
    (Hour(), "half drie", "‘half drie’ is geen tijd zoals 14:30."),
    (Hour(), "14,5", "‘14,5’ is geen tijd zoals 14:30."),
    (Moment(), "2014-06-19\x00", NO_TEXT),
    (Moment(), "2014-06-19", "‘2014-06-19’ is geen moment zoals 2014-06-19 14:30."),
    (Moment(), "2014-02-30 11:00", "‘2014-02-30 11:00’ is geen moment zoals 2014-06-19 14:30."),
    (Moment(), "2014-06-19 25:00", "‘2014-06-19 25:00’ is geen moment zoals 2014-06-19 14:30."),
    (Moment(), "0000-01-01 10:00", "‘0000-01-01 10:00’ is geen moment zoals 2014-06-19 14:30."),
    (Moment(), "2027-03-28 02:30", "‘2027-03-28 02:30’ bestaat niet: die nacht gaat de klok van 2 naar 3 uur."),
    (YesNo(), "misschien", "‘misschien’ kan hier niet; schrijf ja of nee."),
]

GUESSED = [
    (Number(), "1_000", "‘1_000’ is geen heel getal."),
    (Number(), "١٢", "‘١٢’ is geen heel getal."),
    (Number(decimals=True), "5_2.1", "‘5_2.1’ is geen getal."),
    (Hour(), "1430", "‘1430’ is geen tijd zoals 14:30."),
    (Hour(), "١٤:٣٠", "‘١٤:٣٠’ is geen tijd zoals 14:30."),
    (Day(), "20140619", "‘20140619’ is geen datum zoals 2014-06-19."),
    (Day(), "2014-W25-4", "‘2014-W25-4’ is geen datum zoals 2014-06-19."),
]


def test_a_cell_is_read_and_written_back_the_same():
    wrong = []
    for widget, cell, value in READ_AND_WRITTEN:
        read = widget.clean(cell)
        if (read, type(read), widget.render(read)) != (value, type(value), cell):
            wrong.append((type(widget), cell, read, widget.render(read)))

    assert wrong == []


def test_spaces_capitals_and_missing_cells_are_no_mistake():
    read = [(type(widget), cell, widget.clean(cell)) for widget, cell, _ in READ_KINDLY]

    assert read == [(type(widget), cell, value) for widget, cell, value in READ_KINDLY]


def test_a_cell_that_means_nothing_is_refused_in_dutch():
    told = [(type(widget), cell, answer(widget, cell)) for widget, cell, _ in REFUSED]

    assert told == [(type(widget), cell, sentence) for widget, cell, sentence in REFUSED]


def test_a_cell_in_another_notation_is_refused_and_not_guessed():
    told = [(type(widget), cell, answer(widget, cell)) for widget, cell, _ in GUESSED]

    assert told == [(type(widget), cell, sentence) for widget, cell, sentence in GUESSED]


def test_a_zero_that_is_already_a_number_is_zero():
    assert [Number().clean(0), Number(decimals=True).clean(0)] == [0, 0]


def test_a_very_small_and_a_very_large_number_are_written_without_exponent():
    widget = Number(decimals=True)

    assert [widget.render(Decimal(text)) for text in ["1E+5", "1E-5"]] == ["100000", "0.00001"]
