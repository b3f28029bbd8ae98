"""Why something cannot be done."""


class RefusedError(Exception):
    """Something that cannot be done, in one Dutch sentence; ``field`` names the form field it is about.

    Of several people on one form, ``number`` counts from 0 who it is about.
    """

    def __init__(self, sentence: str, field: str = "", number: int = 0) -> None:
        super().__init__(sentence)
        self.field = field
        self.number = number
