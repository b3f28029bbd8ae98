"""What a worker remembers of questions, as long as no document changes; the threads of a worker share it."""

from collections import OrderedDict
from hashlib import blake2b
from threading import Lock


class Memory:
    """The answers that were used last, by key."""

    def __init__(self, most):
        self._answers = OrderedDict()
        self._lock = Lock()
        self._most = most

    def knows(self, key):
        """Whether there is an answer with this key."""
        return key in self._answers

    def recall(self, key, find):
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

    def forget(self):
        """Let go of all answers."""
        with self._lock:
            self._answers.clear()


def fingerprint(bitmap):
    """A set of documents as a key."""
    return blake2b(bitmap.serialize(), digest_size=16).digest()
