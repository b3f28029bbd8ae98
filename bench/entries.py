"""Made-up practice examples: 120 words each, and what they are linked to."""

from datetime import date, timedelta

from bench import surroundings as around

# how many words each text gets: 120 together
TEXTS = {
    "summary": 18,
    "background": 25,
    "goal": 20,
    "approach": 30,
    "results": 15,
    "lessons": 12,
}
WORDS = sum(TEXTS.values())
PHASES = ["", "idee", "pilot", "lopend", "structureel", "gestopt"]
YEARS = range(2014, 2026)
NEXT_CHECK = date(2100, 1, 1)
FIRST_CONFIRMATION = date(2024, 1, 1)


class Entries:
    """Makes one entry after the other from a seeded source of chance."""

    def __init__(self, chance, vocabulary):
        self.chance, self.vocabulary = chance, vocabulary

    def initiative(self, n):
        """The column values of an entry."""
        words = self.vocabulary.draw(WORDS)
        written = around.WRITTEN_AT - timedelta(minutes=n)
        facts = {
            "id": n,
            "slug": f"meting-{n}",
            "title": f"Meting {n} {' '.join(words[-4:])}",
            "publication_state": "gepubliceerd",
            "phase": self.chance.choice(PHASES),
            "year": self.chance.choice(YEARS),
            "next_check_on": NEXT_CHECK,
            "created_at": written,
            "updated_at": written,
        }
        return facts | _texts(words) | self._confirmation()

    def themes(self):
        return self._some(1, around.THEMES, 3)

    def target_groups(self):
        return self._some(1, around.GROUPS, 3)

    def places(self):
        return self._some(1, around.MUNICIPALITIES, 2)

    def roles(self):
        """One library that leads, and some partners."""
        partners = self._some(around.FIRST_PARTNER, around.PARTNERS, 3)
        return [
            (self._library(), "trekker"),
            *((partner, "partner") for partner in partners),
        ]

    def _confirmation(self):
        """Half of the entries were confirmed."""
        if self.chance.random() < 0.5:
            return {}
        day = FIRST_CONFIRMATION + timedelta(days=self.chance.randrange(700))
        return {"confirmed_on": day, "confirmed_by_id": self._library()}

    def _library(self):
        return self._some(around.FIRST_LIBRARY, around.LIBRARIES, 1)[0]

    def _some(self, first, count, most):
        """One to ``most`` different numbers; the first ones come more often, as in life."""
        many = self.chance.randint(1, most)
        return list(
            dict.fromkeys(
                first + int(count * self.chance.random() ** 2) for _ in range(many)
            )
        )


def _texts(words):
    """The words spread over the fields of the story."""
    texts, start = {}, 0
    for name, count in TEXTS.items():
        texts[name] = " ".join(words[start : start + count]).capitalize() + "."
        start += count
    return texts | {"summary": texts["summary"][:300]}
