"""What somebody said is told as reported speech: nobody gets words in the mouth that they did not say."""

import re

MOST_WORDS = 5  # of an expression that stands literally, in quotation marks
FIRST_PERSON = re.compile(r"\b(?:ik|wij|we|ons|onze|mijn)\b", re.IGNORECASE)
LITERAL = re.compile(
    r"""‘(.+?)’(?!\w)          # an apostrophe inside, as in zo’n, does not end it
    |“(.+?)”
    |"(.+?)"
    |(?<!\w)'(?=\w)(.+?)'(?!\w)""",
    re.VERBOSE | re.DOTALL,
)


def first_person_in(text):
    """The first word with which a speaker means himself or herself, empty where there is none."""
    match = FIRST_PERSON.search(text)
    if match is None:
        return ""
    return match.group()


def long_literals_in(text):
    """The pieces in quotation marks of more than ``MOST_WORDS`` words."""
    pieces = ["".join(filter(None, groups)) for groups in LITERAL.findall(text)]
    return [piece for piece in pieces if len(piece.split()) > MOST_WORDS]


def objection_to(text):
    """Why this is no reported speech, in a Dutch sentence; empty where it is."""
    spoken = first_person_in(text)
    if spoken:
        return f"Vertel na wat er gezegd is, zonder ‘{spoken}’. Bijvoorbeeld: volgens haar helpt de bibliotheek."
    if long_literals_in(text):
        return f"Tussen aanhalingstekens staan hooguit {MOST_WORDS} woorden. Vertel de rest na."
    return ""
