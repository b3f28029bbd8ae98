"""What every cell of a spreadsheet can say of itself, whatever it holds."""

from collections.abc import Callable, Sequence
from typing import Any

from .choices import Meaning
from .models import ExplainedWord
from .words import SkippedRowError, UnknownWordsError, compared


class Cell:
    """What all widgets can say."""

    is_many = False  # whether a cell holds several other objects
    is_part = False  # whether it holds rows that hang under the object
    # compared word -> what a curator said that it means
    explained_words: dict[str, ExplainedWord] = {}
    remarks_on_cell: Sequence[str] = ()  # about the cell that was just read
    render: Callable[..., str]  # as the library calls it

    def shown(self, value: Any) -> str:
        """The value as text, to compare and to show side by side."""
        return self.render(value)

    def remarks(self) -> list[str]:
        """What to tell about the cell that was just read."""
        return list(self.remarks_on_cell)

    def remark(self, sentence: str) -> None:
        """Say something about the cell that is being read."""
        self.remarks_on_cell = [*self.remarks_on_cell, sentence]

    def tell_words(self, words: dict[str, ExplainedWord]) -> None:
        """Hear what a curator said that words mean, by the word as it is compared."""
        self.explained_words = words

    def key_meant(self, word: str, sentence: str) -> str:
        """The key that stands for this unknown word, or an empty text; tells so.

        Raises ``UnknownWordsError`` with the sentence where nobody explained it.
        """
        explained = self.explained_words.get(compared(word))
        if explained is None:
            raise UnknownWordsError((word, sentence))
        if explained.meaning == Meaning.SKIP:
            raise SkippedRowError(f"‘{word}’: zo’n rij sla je over.")
        if explained.meaning == Meaning.EMPTY:
            self.remark(f"‘{word}’ laat je leeg.")
            return ""
        self.remark(f"‘{word}’ lees je als {explained.shown}.")
        return explained.key

    def meanings(self) -> list[tuple[str, str]]:
        """The key, and what people call it, of all that a word can mean; none where a word means itself."""
        return []

    def options(self) -> list[str]:
        """The words to choose from; none where anything may be written."""
        return []

    def explained(self) -> str:
        """What somebody fills in here where there is nothing to choose from, for an empty spreadsheet."""
        return "tekst"
