"""What made-up entries refer to: themes, target groups, provinces and organisations, in the numbers of the country."""

from datetime import UTC, datetime

THEMES, MAIN_THEMES = 40, 6
GROUPS = 15
PROVINCES = 12
MUNICIPALITIES, LIBRARIES, PARTNERS = 342, 150, 2000
OFFICES_UNDER = 8  # of ten partners, two are an office of another
FIRST_LIBRARY = MUNICIPALITIES + 1
FIRST_PARTNER = FIRST_LIBRARY + LIBRARIES
ICONS = ["mentaal", "participatie", "leren", "sociaal", "informatie", "veiligheid"]
SECTORS = [
    "uitvoeringsorganisatie",
    "ministerie",
    "sociale-dienst",
    "zorg-en-welzijn",
    "zorgverzekeraar",
    "vereniging",
    "taal-en-lezen",
    "bibliotheekondersteuning",
    "gemeentekoepel",
    "bedrijf",
]
LEVELS = ["lokaal", "regionaal", "provinciaal", "landelijk"]
WRITTEN_AT = datetime(2026, 1, 1, tzinfo=UTC)


def themes():
    """Six main themes; the others each a part of one."""
    return [_theme(n) for n in range(1, THEMES + 1)]


def _theme(n):
    is_main = n <= MAIN_THEMES
    return {
        "id": n,
        "slug": f"thema-{n}",
        "name": f"Thema {n}",
        "parent_id": None if is_main else 1 + n % MAIN_THEMES,
        "position": n,
        "icon": ICONS[n % len(ICONS)],
        "placement_note": "" if is_main else "Verzonnen voor een meting.",
    }


def target_groups():
    return [
        {"id": n, "slug": f"doelgroep-{n}", "name": f"Doelgroep {n}"}
        for n in range(1, GROUPS + 1)
    ]


def provinces():
    return [
        {
            "id": n,
            "code": f"PV{n + 19}",
            "slug": f"provincie-{n}",
            "name": f"Provincie {n}",
        }
        for n in range(1, PROVINCES + 1)
    ]


def organisations():
    """Municipalities first, then libraries, then partners; a number tells which kind one is."""
    rows = [_municipality(n) for n in range(1, FIRST_LIBRARY)]
    rows += [_library(n) for n in range(FIRST_LIBRARY, FIRST_PARTNER)]
    return rows + [_partner(n) for n in range(FIRST_PARTNER, FIRST_PARTNER + PARTNERS)]


def _organisation(n, kind, name):
    return {
        "id": n,
        "kind": kind,
        "slug": f"{kind}-{n}",
        "name": f"{name} {n}",
        "updated_at": WRITTEN_AT,
    }


def _municipality(n):
    where = {"cbs_code": f"GM{n:04}", "province_id": 1 + n % PROVINCES}
    return _organisation(n, "gemeente", "Gemeente") | where


def _library(n):
    return _organisation(n, "bibliotheek", "Bibliotheek") | {
        "province_id": 1 + n % PROVINCES
    }


def _partner(n):
    number = n - FIRST_PARTNER
    is_office = number % 10 >= OFFICES_UNDER
    return _organisation(n, "partner", "Partner") | {
        "sector": SECTORS[number % len(SECTORS)],
        "level": LEVELS[number % len(LEVELS)],
        "parent_id": n - number % 10 if is_office else None,
    }
