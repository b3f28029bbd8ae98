"""What the measurements ask of the search engine itself."""

from dutch.analysis import prepare
from search.documents.catching_up import catch_up
from search.keeping import current_index
from search.meaning.vectors import vector_of_question

__all__ = ["catch_up", "forget_queries", "prepare"]


def forget_queries():
    """Empty what this worker remembers of questions, as after a change."""
    index = current_index()
    index.memory.forget()
    index.pages.forget()
    vector_of_question.cache_clear()
