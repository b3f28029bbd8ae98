"""The words of a query string → the question that they ask, and which documents answer it."""

from functools import cached_property
from typing import Any

from pyroaring import BitMap

from .addresses import Addresses
from .codes import code
from .facets import Facet
from .forms import SearchForm
from .groups import WordGroup
from .index import Index
from .joining import with_joined, with_word_alone
from .matching import Match, find_together, match
from .meaning.joined import with_meaning
from .named import KindAtPlace, kind_at_place
from .names import names_to_narrow_by
from .places import with_places
from .prefixes import with_last_word_grown
from .question import SearchQuestion, read_question, terms_of
from .saying import with_further_meanings
from .spelling import Corrections, corrected, corrections, may_replace
from .split_verbs import with_verbs_whole


class TypedWords(Addresses):
    """What a ``SearchFilter`` knows of the words that somebody typed.

    Words are looked for in all documents of the page, whichever of them the facets leave.
    """

    kind: str | None = None  # of the documents of the page; of every kind without one
    # facet name -> the option keys that are chosen until somebody chooses
    chosen_unasked: dict[str, list[str]] = {}
    facet_names: tuple[str, ...]
    form: SearchForm
    index: Index

    # --- what is asked -------------------------------------------------------------------------------
    @cached_property
    def _parameters(self) -> dict[str, Any]:
        """What the query string asks for, without what cannot be read."""
        self.form.is_valid()
        return self.form.cleaned_data

    def chosen(self, name: str) -> list[str]:
        """The chosen option keys of a facet."""
        return self._parameters.get(name) or self.chosen_unasked.get(name, [])

    def is_unasked(self, name: str) -> bool:
        """Whether of this facet only what counts as chosen anyway is chosen."""
        return self.chosen(name) == self.chosen_unasked.get(name)

    @property
    def words(self) -> str:
        """The words asked for, empty where they cannot be searched for."""
        return self._parameters.get("q", "")

    @property
    def words_problem(self) -> str:
        """Why the words cannot be searched for, in one sentence, or nothing."""
        problems = self.form.errors.get("q", [])
        return " ".join(problems)

    @cached_property
    def question(self) -> SearchQuestion:
        """What was typed."""
        return self._question_of(self.words)

    def _question_of(self, text: str) -> SearchQuestion:
        """A text as words, phrases and exclusions; a last word that nobody wrote may be the beginning of one."""
        question = read_question(text, self.index.synonyms)
        question = with_verbs_whole(question, self.index)
        question = with_word_alone(question)
        find_together(self.index, question)
        question = with_further_meanings(question, self.index, self._whole)
        question = with_places(question, names_to_narrow_by(self))
        question = with_last_word_grown(question, self.index)
        return with_joined(question, self.index)

    # --- which documents have the words --------------------------------------------------------------
    @cached_property
    def _whole(self) -> BitMap:
        """The documents that this page is about, before anything is asked."""
        if not self.kind:
            return self.index.everything
        return self.index.with_code(code("soort", self.kind))

    @cached_property
    def _sought(self) -> BitMap:
        """The documents that readers see as long as they choose nothing: a question is to find something in those."""
        sought = self._whole
        for name, keys in self.chosen_unasked.items():
            facet = Facet(name, self.index, self.kind, keys)
            sought = sought & facet.having_chosen
        return sought

    @cached_property
    def _literal_match(self) -> Match:
        """Which documents have the words as they were typed."""
        return self._match_of(self.question)

    def _match_of(self, question: SearchQuestion) -> Match:
        return match(
            question,
            self.index,
            among=self._whole,
            sought=self._sought,
        )

    @cached_property
    def match(self) -> Match:
        """Which documents have the words, or else what may have been meant."""
        by_words = self._literal_match
        if self.is_corrected:
            by_words = self._match_of(self._used_question)
        if self.kind_at_place:
            return by_words.led_by(self.kind_at_place.leading(self.index))
        return with_meaning(
            by_words,
            self._used_question,
            self.index,
            among=self._whole,
        )

    @cached_property
    def kind_at_place(self) -> KindAtPlace | None:
        """What all words together name, as "welke bibliotheek hoort bij Vaals"; nothing in a list of one kind."""
        if self.kind:
            return None
        return kind_at_place(self)

    @property
    def nothing_at_place(self) -> str:
        """What the page says where there is none of what was asked for at a place."""
        named = self.kind_at_place
        if not named or named.documents(self.index):
            return ""
        return named.nothing_there

    # --- what may have been meant --------------------------------------------------------------------
    @property
    def found_nowhere(self) -> tuple[WordGroup, ...]:
        """The groups of words, as they were typed, that no document of this page has."""
        return self._literal_match.dropped

    @property
    def words_in_vain(self) -> set[str]:
        """The words that found nothing by themselves, whichever filters are chosen."""
        words: set[str] = set()
        for group in self.found_nowhere:
            words.update(group.words)
        return words

    @cached_property
    def correction(self) -> str:
        """What may have been meant, where words are in no document."""
        return corrected(
            self.words,
            self._corrections,
            self.index,
            self._whole,
        )

    @cached_property
    def _corrections(self) -> Corrections:
        """The nearest known word to each that is in no document."""
        if not self.found_nowhere:
            return {}
        return corrections(self.question, self.index, self._whole)

    @property
    def is_corrected(self) -> bool:
        """Whether what may have been meant is shown, since nobody knows the words themselves."""
        if not self.correction:
            return False
        return may_replace(
            self.question,
            self._corrections,
            self.index,
            self._whole,
        )

    @property
    def corrected_query(self) -> str:
        """The query string with what may have been meant."""
        return self.query_with(q=self.correction)

    @cached_property
    def _used_question(self) -> SearchQuestion:
        """The question that is answered: the corrected one where that is shown."""
        if self.is_corrected:
            return self._question_of(self.correction)
        return self.question

    @cached_property
    def marked_terms(self) -> frozenset[str]:
        """The terms of words that were found, and of other ways to say them, to mark those in the results."""
        return self._used_question.terms_to_mark | terms_of(self.match.other_words)
