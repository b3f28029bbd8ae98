"""One cell of a spreadsheet ↔ one value; a cell that means nothing is refused in Dutch, never guessed.

Every widget raises ``ValueError`` with a Dutch sentence; the file gives texts, so ``original`` takes away what
protected a text against being run as a formula. Days and hours are in ``moments``, other objects in ``references``.
"""

from decimal import Decimal, InvalidOperation

from import_export import widgets

from .choices import Meaning
from .formulas import UNSEEN, is_escaped, original
from .numbers import in_plain_notation, is_unsure
from .refusing import FORMULA_WITHOUT_VALUE
from .tables import plain
from .words import SkippedRowError, UnknownWordsError, compared

YES = ("ja", "j", "x", "true", "waar", "1")
NO = ("nee", "n", "false", "onwaar", "0", "")
# what Excel and LibreOffice show where a formula goes wrong, in English and in Dutch
ERROR_VALUES = (
    *("#N/A", "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!"),
    *("#N/B", "#LEEG!", "#DEEL/0!", "#WAARDE!", "#VERW!", "#NAAM?", "#GETAL!"),
)


class Cell:
    """What all widgets can say."""

    is_many = False  # whether a cell holds several other objects
    is_part = False  # whether it holds rows that hang under the object
    explained_words: dict = {}  # compared word -> what a curator said that it means
    told = ()  # remarks about the cell that was just read

    def shown(self, value):
        """The value as text, to compare and to show side by side."""
        return self.render(value)

    def remarks(self):
        """What to tell about the cell that was just read."""
        return list(self.told)

    def tell_words(self, words):
        """Hear what a curator said that words mean: {compared word: its ``ExplainedWord``}."""
        self.explained_words = words

    def key_meant(self, word, sentence):
        """The key that stands for this unknown word, or an empty text; tells so.

        Raises ``UnknownWordsError`` with the sentence where nobody explained it.
        """
        explained = self.explained_words.get(compared(word))
        if explained is None:
            raise UnknownWordsError((word, sentence))
        if explained.meaning == Meaning.SKIP:
            raise SkippedRowError(f"‘{word}’: zo’n rij sla je over.")
        if explained.meaning == Meaning.EMPTY:
            self.told = [*self.told, f"‘{word}’ laat je leeg."]
            return ""
        self.told = [*self.told, f"‘{word}’ lees je als {explained.shown}."]
        return explained.key

    def meanings(self):
        """[(key, what people call it)] of all that a word can mean; none where a word means itself."""
        return []

    def options(self):
        """The words to choose from; none where anything may be written."""
        return []

    def explained(self):
        """What somebody fills in here where there is nothing to choose from, for an empty spreadsheet."""
        return "tekst"


class Text(Cell, widgets.Widget):
    """A text; spaces around it are dropped. ``empty`` is what an empty cell becomes: ``""`` or ``None``."""

    def __init__(self, empty=""):
        super().__init__()
        self.empty = empty

    def clean(self, value, row=None, **kwargs):
        if value is None:
            return self.empty
        text = str(value)
        if is_escaped(text):
            text = original(text)
        else:
            text = text.strip()
        if "\x00" in text:
            raise ValueError("Er staat een teken in dat geen tekst is.")
        refuse_errors(text)
        return text or self.empty

    def render(self, value, obj=None, **kwargs):
        return value or ""

    def shown(self, value):
        """Without what a file cannot keep: how lines end, spaces after the text, letters that nobody sees."""
        text = self.render(value)
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return UNSEEN.sub("", text).rstrip()


def refuse_errors(text):
    """Refuse a cell that shows a mistake in a formula, or a formula of which the file does not say the outcome."""
    if text == FORMULA_WITHOUT_VALUE:
        raise ValueError(
            "Hier staat een formule zonder uitkomst. Bewaar het bestand opnieuw in Excel of LibreOffice."
        )
    if text in ERROR_VALUES:
        raise ValueError(
            f"Hier staat de foutwaarde ‘{text}’. Verbeter de cel of maak hem leeg."
        )


class Choice(Text):
    """One of a short list of words: an enumeration, also by what the screen says, or the words themselves."""

    def __init__(self, choices):
        super().__init__()
        words = getattr(choices, "values", choices)
        labels = getattr(choices, "labels", words)
        self.choices = [str(word) for word in words]
        self.labels = [str(label) for label in labels]
        self.by_plain_word = {}
        for word, label in zip(self.choices, self.labels, strict=True):
            self.by_plain_word[plain(label)] = word
        for word in self.choices:  # which says more than what another one is called
            self.by_plain_word[plain(word)] = word
        self.by_plain_word.pop("", None)  # a sign without letters says nothing

    def clean(self, value, row=None, **kwargs):
        self.told = []
        text = super().clean(value)
        if text == "" or text in self.choices:
            return text
        if plain(text) in self.by_plain_word:
            return self.by_plain_word[plain(text)]
        words = ", ".join(filter(None, self.choices))
        return self.key_meant(text, f"‘{text}’ kan hier niet; kies uit: {words}.")

    def options(self):
        return self.labels

    def meanings(self):
        pairs = zip(self.choices, self.labels, strict=True)
        return [(word, label) for word, label in pairs if word]


class Number(Text):
    """A whole number, or one with decimals when ``decimals``, as the Dutch or computers write it.

    Empty is unknown, or the number ``empty``; of a percentage the number before the sign counts. Where no value reaches
    a thousand, a point is always a decimal one: ``reaches_thousand`` is False.
    """

    def __init__(
        self,
        decimals=False,
        empty=None,
        reaches_thousand=True,
    ):
        super().__init__(empty=empty)
        self.decimals = decimals
        self.reaches_thousand = reaches_thousand

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        if text == self.empty:
            return self.empty
        text = text.removesuffix("%").rstrip()
        if self.decimals and self.reaches_thousand and is_unsure(text):
            thousand = text.replace(".", "")
            fraction = text.replace(".", ",")
            raise ValueError(
                f"‘{text}’ kan een duizendtal zijn of een breuk. Schrijf {thousand} of {fraction}."
            )
        number = self.number_in(text)
        if number is not None:
            return number
        if self.decimals:
            raise ValueError(f"‘{text}’ is geen getal.")
        raise ValueError(f"‘{text}’ is geen heel getal.")

    def number_in(self, text):
        """The number that the text is; ``None`` where it is none."""
        notation = in_plain_notation(text, decimals=self.decimals)
        try:
            if self.decimals:
                return Decimal(notation)
            return int(notation)
        except (ValueError, InvalidOperation):
            return None

    def explained(self):
        if self.decimals:
            return "een getal, zoals 1250 of 12,5"
        return "een heel getal, zoals 1250"

    def render(self, value, obj=None, **kwargs):
        if value is None:
            return ""
        if self.decimals:
            return f"{value:f}"
        return str(value)

    def shown(self, value):
        """50 and 50.00 are the same number."""
        text = self.render(value)
        if "." in text:
            return text.rstrip("0").rstrip(".")
        return text


class YesNo(Text):
    """``ja`` or ``nee``, also as a cross, a 1 or what Excel writes; empty is ``nee``."""

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value).lower()
        if text not in (*YES, *NO):
            raise ValueError(f"‘{text}’ kan hier niet; schrijf ja of nee.")
        return text in YES

    def options(self):
        return ["ja", "nee"]

    def render(self, value, obj=None, **kwargs):
        if value:
            return "ja"
        return "nee"
