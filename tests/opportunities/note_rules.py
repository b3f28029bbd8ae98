"""What a rule about notes needs to know of one."""

from datetime import timedelta


def broken(notes, rule):
    """The notes that break a rule, with what is wrong."""
    return [(str(note), wrong) for note in notes for wrong in rule(note)]


def confirmed(note, example):
    """Whether somebody said within three years that the example is so."""
    since = note.material.today - timedelta(days=3 * 365)
    return example.phase != "gestopt" and bool(example.confirmed_on) and example.confirmed_on > since


def rows(note):
    return [note.material.matrix.row_of(theme) for theme in note.values["thema"]]


def strongest(note):
    """The row of the highest need that is furthest from the middle; of UWV that of work, where that is high."""

    def distance(row):
        spread = row.figure.spread
        further = (row.figure.value - spread.median) / (spread.high_from - spread.low_until)
        return -further if row.figure.indicator.direction == "laag" else further

    high = [row for row in rows(note) if row.need == "hoog"]
    if note.values["publiek"] == "uwv":
        high = [row for row in high if row.theme.slug == "werk-en-inkomen"] or high
    around = [row for row in rows(note) if row.need == "gemiddeld"]
    return max(high or around, key=distance, default=None)


def in_law(note):
    law, article = note.content["duties"][0]["place"].rsplit(", ", 1)
    return f"De {law} ({article})"
