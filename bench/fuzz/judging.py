"""What is wrong with an answer, in one line that is the same for the same fault."""

import traceback
from pathlib import Path

SLOW = 10  # seconds of processor
ENGLISH = (
    "Not Found",
    "Bad Request",
    "Forbidden",
    "Method Not Allowed",
    "Server Error",
    "CSRF verification",
)
ROOT = Path(__file__).resolve().parents[2]


def fault_of(question, answer):
    """What is wrong, or an empty text."""
    if answer.status == 0 or answer.status >= 500:
        return f"{answer.status} {_told(answer.error)}"
    if answer.seconds > SLOW:
        return f"duurt langer dan {SLOW} seconden"
    if 400 <= answer.status < 500:
        return _fault_of_refusal(question, answer)
    return ""


def _fault_of_refusal(question, answer):
    if answer.writes:
        return f"{answer.status} en toch geschreven: {answer.writes[0][:60]}"
    if question.method == "HEAD":
        return ""
    english = [words for words in ENGLISH if words in answer.text]
    if english:
        return f"{answer.status} in het Engels: {english[0]}"
    if not question.asks_for_a_fragment and not _is_our_page(answer):
        return f"{answer.status} zonder pagina van ons: {answer.headers.get('Content-Type', '')} {answer.body[:60]!r}"
    return ""


def _is_our_page(answer):
    """A whole page in Dutch with our name on it."""
    return (
        answer.is_html
        and '<html lang="nl"' in answer.text
        and "Bieb Netwerk" in answer.text
    )


def _told(error):
    """An error and where it was raised: the last line of ours, and the last one."""
    if error is None:
        return "zonder fout"
    frames = traceback.extract_tb(error.__traceback__)
    ours = [
        frame
        for frame in frames
        if Path(frame.filename).is_relative_to(ROOT)
        and "site-packages" not in frame.filename
    ]
    places = [
        f"{Path(frame.filename).name}:{frame.lineno}"
        for frame in [*ours[-1:], *frames[-1:]]
    ]
    return f"{type(error).__name__} {' … '.join(dict.fromkeys(places))}"
