"""The starter content in a database of its own, kept like those with made-up entries."""

from bench.database import BenchDatabase


class StarterDatabase(BenchDatabase):
    """The database as somebody has it who just began."""

    def __init__(self):
        super().__init__("starter")

    def _fill(self):
        self.make_empty()
        self.manage("load_content", "--verbosity=0")
