"""What was loaded from files, and what curators bring in and take out."""

from .explained_word import ExplainedWord
from .export_run import ExportRun
from .import_run import ImportRow, ImportRun
from .loaded_file import LoadedFile

__all__ = ["ExplainedWord", "ExportRun", "ImportRow", "ImportRun", "LoadedFile"]
