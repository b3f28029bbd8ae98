"""A line of the log as JSON, for a program that keeps logs, without addresses of people or of their computers."""

import json
import logging
import re
from datetime import UTC, datetime

from .request_number import current

# what the database tells of a row that it refuses: all that stands in it, names too, up to what Python or it says next
ROW = re.compile(
    r"^DETAIL: .*?(?=\n\nThe above |\n\nDuring |\n[A-Z]+: |\Z)",
    re.MULTILINE | re.DOTALL,
)
MAIL = re.compile(r"[^\s@<>\"'(),;=]+@[^\s@<>\"'(),;=]+")
COMPUTER = re.compile(
    r"\b\d{1,3}(?:\.\d{1,3}){3}\b|\b[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7}\b",
    re.IGNORECASE,
)


class JsonLines(logging.Formatter):
    """One object a line: time, level, who says it, of which request, and what; with the way to an error."""

    def format(self, record):
        text = record.getMessage()
        if record.exc_info:
            text += "\n" + self.formatException(record.exc_info)
        return line_of(
            record.created,
            level=record.levelname,
            logger=record.name,
            request=current.get(),
            text=without_people(text),
        )


def line_of(moment, **fields):
    """The line: ``moment`` in seconds, then the fields."""
    time = datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds")
    return json.dumps({"time": time, **fields}, ensure_ascii=False)


def without_people(text):
    """The same text, without mail addresses, internet addresses and rows of the database."""
    text = ROW.sub("DETAIL: [weggelaten]", text)
    text = MAIL.sub("[e-mailadres]", text)
    return COMPUTER.sub("[adres]", text)
