"""What a worker remembers of questions, as long as no document changes; the threads of a worker share it."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from hashlib import blake2b
from threading import Lock
from typing import Any, TypeVar

from pyroaring import BitMap

Answer = TypeVar("Answer")


class Memory:
    """The answers that were used last, by key."""

    def __init__(self, most: int) -> None:
        """``most`` is how many answers there is room for; the one that was not used longest goes first."""
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()
        self._most = most

    def knows(self, key: Hashable) -> bool:
        """Whether there is an answer with this key."""
        return key in self._answers

    def recall(
        self,
        key: Hashable,
        find: Callable[[], Answer],
    ) -> Answer:
        """The answer with this key; ``find()`` gives it where it is not remembered."""
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
        answer = find()  # without the lock: another thread may look for something else
        with self._lock:
            self._answers[key] = answer
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return answer

    def forget(self) -> None:
        """Let go of all answers."""
        with self._lock:
            self._answers.clear()


def fingerprint(bitmap: BitMap) -> bytes:
    """A set of documents as a key, in 16 bytes however large the set is."""
    content = bitmap.serialize()
    return blake2b(content, digest_size=16).digest()
