"""Why something cannot be done."""


class RefusedError(Exception):
    """Something that cannot be done, in one Dutch sentence; ``field`` names the form field it is about."""

    def __init__(self, sentence, field=""):
        super().__init__(sentence)
        self.field = field
