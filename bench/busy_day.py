"""What visitors ask for on a busy day: addresses of each kind of page, and how often a kind is asked for."""

import random

import psycopg

# kind: how many of a hundred requests; nobody counted a real day yet, so this is a guess
MIX = {
    "home": 10,
    "overview": 14,
    "example": 24,
    "theme": 10,
    "municipality": 16,
    "region": 3,
    "agenda": 8,
    "library": 6,
    "search": 7,
    "note form": 2,
}
WORDS = (
    "schulden",
    "taal",
    "jongeren",
    "gezondheid",
    "digitale vaardigheden",
    "eenzaamheid",
    "werk",
    "armoede",
)
PAGES = {
    "example": (
        "SELECT slug FROM initiatives_initiative WHERE publication_state = 'gepubliceerd'",
        "praktijkvoorbeelden",
    ),
    "theme": ("SELECT slug FROM initiatives_theme", "themas"),
    "municipality": (
        "SELECT slug FROM partners_organisation WHERE kind = 'gemeente' AND valid_until IS NULL",
        "gemeenten",
    ),
    "library": (
        "SELECT slug FROM partners_organisation WHERE kind = 'bibliotheek'",
        "bibliotheken",
    ),
}
MOST_OF_A_KIND = 200  # of many examples a few are asked for most of the time


def busy_day(database_url, seed=20):
    """``next_request()`` gives ``(kind, address)``, the same row of them for the same seed."""
    addresses = addresses_in(database_url)
    chance = random.Random(seed)  # noqa: S311 the same day every time
    kinds, weights = list(MIX), list(MIX.values())

    def next_request():
        kind = chance.choices(kinds, weights)[0]
        return kind, chance.choice(addresses[kind])

    return next_request


def addresses_in(database_url):
    """{kind: addresses} of what is in this database."""
    addresses = {
        "home": ["/"],
        "overview": [
            "/praktijkvoorbeelden/",
            "/praktijkvoorbeelden/?pagina=2",
            "/praktijkvoorbeelden/kaart/",
        ],
        "region": ["/kansen/", "/kansen/?toon=kans"],
        "agenda": ["/agenda/", "/agenda/maand/"],
        "search": [f"/zoeken/?q={word.replace(' ', '+')}" for word in WORDS],
    }
    with psycopg.connect(database_url) as connection:
        for kind, (question, folder) in PAGES.items():
            rows = connection.execute(f"{question} ORDER BY slug").fetchall()
            chosen = random.Random(kind).sample(rows, min(len(rows), MOST_OF_A_KIND))  # noqa: S311
            addresses[kind] = [f"/{folder}/{slug}/" for (slug,) in chosen]
        provinces = connection.execute(
            "SELECT slug FROM partners_province ORDER BY slug"
        ).fetchall()
    addresses["overview"] += [
        f"/praktijkvoorbeelden/?provincie={slug}" for (slug,) in provinces
    ]
    addresses["region"] += [f"/kansen/?provincie={slug}" for (slug,) in provinces]
    slugs = [address.split("/")[2] for address in addresses["municipality"]]
    addresses["note form"] = [
        f"/gespreksnotitie/maken/?gemeente={slug}" for slug in slugs
    ]
    return addresses
