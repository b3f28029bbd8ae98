"""Visitors who go on asking, or go on registering, while something happens."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from itertools import count, cycle

from bench.meeting import address_of, register
from tests.running_site import Answer, ask


@dataclass(frozen=True)
class Visit:
    """What was asked, when the answer was there, and which."""

    address: str
    ended_at: float
    answer: Answer


@contextmanager
def readers(port, number, addresses):
    """So many people who each ask one page after another; gives the list to which their visits are added."""
    visits, ended = [], threading.Event()

    def read(person):
        start = person % len(addresses)
        for address in cycle(addresses[start:] + addresses[:start]):
            if ended.is_set():
                return
            answer = ask(port, address)
            visits.append(Visit(address, time.perf_counter(), answer))
            ended.wait(0.1)

    with _people(number, read, ended):
        yield visits


@contextmanager
def writers(site, number, first):
    """So many people who register, under an address after another from number ``first``; gives those confirmed."""
    confirmed, numbers, ended = [], count(first), threading.Event()

    def write(_):
        while not ended.is_set():
            number = next(numbers)
            try:
                register(site.address, number)
            except (OSError, HTTPException):
                ended.wait(0.2)
            else:
                confirmed.append(address_of(number))

    with _people(number, write, ended):
        yield confirmed


@contextmanager
def _people(number, does, ended):
    """So many threads that do this until the block ends; what breaks one of them is raised here."""
    with ThreadPoolExecutor(number) as threads:
        working = [threads.submit(does, person) for person in range(number)]
        try:
            yield
        finally:
            ended.set()
    for each in working:
        each.result()
