"""Texts that are nearly equal, found among many without comparing all of them with each other."""

from collections import defaultdict

PIECE = 3  # letters


class NearlyEqual:
    """Which of these texts ({key: text}) can be as alike as ``at_least`` (0 to 100), by the pieces they share.

    A letter that differs is in three pieces at most. So of the pieces of a text all but a few are in a text that is
    nearly equal, and one of its rarest is there for certain.
    """

    def __init__(self, texts, at_least):
        self.at_least = at_least
        self.with_piece = defaultdict(set)
        for key, text in texts.items():
            for piece in pieces_of(text):
                self.with_piece[piece].add(key)

    def candidates(self, text):
        """The keys of all texts that can be nearly equal to this one, and of some that are not."""
        rarest_first = sorted(
            pieces_of(text),
            key=self.frequency,
        )
        enough = self.most_lost(text) + 1  # of so many at least one is shared
        keys = set()
        for piece in rarest_first[:enough]:
            keys |= self.with_piece.get(piece, set())
        return keys

    def frequency(self, piece):
        """In how many texts this piece is."""
        return len(self.with_piece.get(piece, ()))

    def most_lost(self, text):
        """How many pieces of this text a nearly equal one can lack.

        Alike is twice the letters in common, of the letters of both: the longer text has at most so many more.
        """
        part = self.at_least / 100
        longest_other = len(text) * (2 - part) / part
        different = (1 - part) * (len(text) + longest_other)
        return PIECE * int(different)


def pieces_of(text):
    """Every three letters that follow each other; of a shorter text itself."""
    last = max(len(text) - PIECE, 0)
    pieces = set()
    for start in range(last + 1):
        end = start + PIECE
        pieces.add(text[start:end])
    return pieces
