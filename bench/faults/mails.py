"""What is in the mails that went out."""

import email
from collections import defaultdict


def numbers_by_address(texts):
    """``{address: [Message-ID, …]}`` of these mails."""
    numbers = defaultdict(list)
    for text in texts:
        mail = email.message_from_string(text)
        numbers[mail["To"]].append(mail["Message-ID"])
    return numbers


def sent_twice(numbers):
    """Addresses that had a mail more than once."""
    return [address for address, each in numbers.items() if len(each) > 1]


def sent_with_two_numbers(numbers):
    """Addresses that had it more than once, in a way that their mail program cannot tell."""
    return [address for address, each in numbers.items() if len(set(each)) > 1]
