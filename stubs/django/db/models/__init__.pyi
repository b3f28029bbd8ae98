from enum import EnumMeta, StrEnum
from typing import Any

class ChoicesType(EnumMeta):
    choices: list[tuple[str, str]]
    labels: list[str]
    names: list[str]
    values: list[str]

# no members: the words stand in the classes that are made of it
class TextChoices(StrEnum, metaclass=ChoicesType):  # type: ignore[misc]
    @property
    def label(self) -> str: ...
    @property
    def value(self) -> str: ...

def __getattr__(name: str) -> Any: ...
