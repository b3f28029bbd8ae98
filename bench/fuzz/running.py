"""Asks so many requests of one seed, and keeps what was answered and what is wrong with it."""

from collections import Counter
from random import Random

from .generating import Generator
from .judging import fault_of
from .routes import all_routes, route_of
from .shrinking import smallest


class Run:
    """``statuses`` and ``asked`` (per route) count answers; ``faults`` is {fault: [times, smallest request]}."""

    def __init__(self, site, examples, seed):
        self.seed = seed
        self.random = Random(seed)
        self.site = site
        self.routes = all_routes()
        self.generator = Generator(self.random, examples, self.ask)
        self.statuses, self.asked, self.faults = Counter(), Counter(), {}

    def go_through(self, count):
        """Ask at least this many requests, route after route and again; each time another one is odd."""
        order = self.random.sample(self.routes, len(self.routes))
        place = 0
        while self.statuses.total() < count:
            self.ask(self.generator.hostile(order[place % len(order)]))
            place += 1

    def ask(self, question):
        """The answer to one request, counted and judged."""
        answer = self.site.ask(question)
        self.statuses[answer.status] += 1
        self.asked[route_of(question.path)] += 1
        fault = fault_of(question, answer)
        if fault in self.faults:
            self.faults[fault][0] += 1
        elif fault:
            self.faults[fault] = [
                1,
                smallest(question, lambda each: self._fault_of(each) == fault),
            ]
        return answer

    @property
    def not_asked(self):
        """Routes to which no request led."""
        return [route.text for route in self.routes if not self.asked[route.text]]

    def _fault_of(self, question):
        return fault_of(question, self.site.ask(question))
