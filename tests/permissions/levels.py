"""Who may do what to which kind of thing, as the editors agreed it; written apart from the code that it tests."""

from tests.permissions.world import ROLES

ALL_CURATORS = {"curator_a", "curator_b", "national", "administrator"}
# everything in these tests belongs to province B, or was made by its curator
OWNERS = {"curator_b", "national", "administrator"}
NATIONAL = {"national", "administrator"}
ADMINISTRATOR = {"administrator"}
MAKER = {"curator_b"}
NOBODY = set()
INSIDERS = [role for role in ROLES if role in ALL_CURATORS]

OF_A_PROVINCE = [
    *(f"initiatives.{name}" for name in ("initiative", "participation", "figure", "citation", "photo", "recognition")),
    "initiatives.document",
    *(f"partners.{name}" for name in ("library", "municipality", "partner", "branch", "contactperson", "membership")),
    "partners.municipalityalias",
    *(f"events.{name}" for name in ("event", "eventday", "eventrole", "eventphoto", "session", "appearance")),
    *(f"events.{name}" for name in ("pricetier", "evaluationquestion")),
    *(f"opportunities.{name}" for name in ("policydocument", "passage", "service", "supplycheck", "adoptionreport")),
]
OF_THE_COUNTRY = [
    *(f"initiatives.{name}" for name in ("theme", "libraryoffer", "municipalduty", "conversationquestion")),
    "initiatives.targetgroup",
    *(f"partners.{name}" for name in ("province", "succession", "network", "networkmember", "agreement")),
    "search.synonym",
    "polls.poll",
    "events.eventseries",
    *(f"opportunities.{name}" for name in ("indicator", "measurement", "indicatorvalue")),
]
# who comes to a meeting, and what they need, chose, thought and were sent: only for who organises it
OF_ATTENDEES = [
    *(f"events.{name}" for name in ("booking", "registration", "registrationstep", "personalneeds", "sessionchoice")),
    *(f"events.{name}" for name in ("evaluationanswer", "mailing", "sententry", "toldfacts")),
]
ACCOUNTS = ["accounts.user", "partners.curatorship"]
MADE_ELSEWHERE = ["partners.organisation", "curation.checkedlink", "spreadsheets.loadedfile"]


def _levels(listed, viewed, added, changed, deleted):
    return {"list": listed, "view": viewed, "add": added, "change": changed, "delete": deleted}


LEVELS = {
    **dict.fromkeys(OF_A_PROVINCE, _levels(ALL_CURATORS, ALL_CURATORS, ALL_CURATORS, OWNERS, ADMINISTRATOR)),
    **dict.fromkeys(OF_THE_COUNTRY, _levels(ALL_CURATORS, ALL_CURATORS, NATIONAL, NATIONAL, ADMINISTRATOR)),
    **dict.fromkeys(ACCOUNTS, _levels(NATIONAL, NATIONAL, ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR)),
    **dict.fromkeys(MADE_ELSEWHERE, _levels(ALL_CURATORS, ALL_CURATORS, NOBODY, NOBODY, NOBODY)),
    # everybody who keeps entries needs new sources, and all lean on those that are there
    "sources.source": _levels(ALL_CURATORS, ALL_CURATORS, ALL_CURATORS, NATIONAL, ADMINISTRATOR),
    "events.speaker": _levels(ALL_CURATORS, ALL_CURATORS, ALL_CURATORS, NATIONAL, ADMINISTRATOR),
    **dict.fromkeys(OF_ATTENDEES, _levels(ALL_CURATORS, OWNERS, NOBODY, OWNERS, NOBODY)),
    "partners.claim": _levels(ALL_CURATORS, OWNERS, NOBODY, NOBODY, NOBODY),
    "initiatives.tip": _levels(ALL_CURATORS, OWNERS, NOBODY, NOBODY, NOBODY),
    "events.dataaccess": _levels(ALL_CURATORS, OWNERS, NOBODY, NOBODY, NOBODY),
    "polls.vote": _levels(ALL_CURATORS, NATIONAL, NOBODY, NOBODY, ADMINISTRATOR),
    "reactions.reaction": _levels(ALL_CURATORS, OWNERS, NOBODY, NOBODY, ADMINISTRATOR),
    "search.searchedword": _levels(ALL_CURATORS, ALL_CURATORS, NOBODY, NATIONAL, ADMINISTRATOR),
    # visitors write their addresses in it
    "contact.message": _levels(NATIONAL, NATIONAL, NOBODY, NATIONAL, ADMINISTRATOR),
    # decided on a page of its own; its form only shows
    "initiatives.changeproposal": _levels(ALL_CURATORS, ALL_CURATORS, ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR),
    "spreadsheets.importrun": _levels(ALL_CURATORS, OWNERS, NOBODY, NOBODY, NOBODY),
    "spreadsheets.exportrun": _levels(ALL_CURATORS, MAKER, NOBODY, NOBODY, NOBODY),
    "procrastinate.procrastinatejob": _levels(ADMINISTRATOR, ADMINISTRATOR, NOBODY, NOBODY, NOBODY),
}

# pages whose POST only shows what a GET shows, or that have a choice of their own
SHOWN_AFTER_POST = {
    "initiatives.changeproposal": ALL_CURATORS,
    "spreadsheets.importrun": OWNERS,
    "spreadsheets.exportrun": MAKER,
}

ORGANISER_READS = [
    *(f"<int:pk>/{page}/" for page in ("overzicht", "deelnemers", "wensen", "facturen", "evaluatie")),
    *(f"<int:pk>/{page}/bestand/" for page in ("deelnemers", "facturen", "evaluatie")),
    *(f"<int:pk>/{page}/" for page in ("naamkaartjes", "tekenlijst")),
]
ORGANISER_WRITES = [
    *(f"<int:pk>/{page}/" for page in ("kopieren", "afgelasten", "programma", "inchecken", "mailing", "achteraf")),
    *(f"<int:pk>/{page}/" for page in ("wijzigingen", "doorgaan", "inchecken/lijst")),
    *(f"<int:pk>/{page}/" for page in ("deelsessies", "afmelden", "deelnemers/toevoegen")),
    *(f"<int:pk>/{page}/" for page in ("adres", "overdragen", "met-de-hand", "terugzetten", "prijs")),
]
ORGANISER_SENDS = [f"<int:pk>/{page}/" for page in ("stand", "mail", "niet-binnen")]

# address below /beheer/<app>/<model>/: (who may GET, who may POST); a word is looked up in LEVELS
MODEL_RULES = {
    "": ("list", "list"),
    "add/": ("add", "add"),
    "import/": ("add", "add"),
    "sjabloon/": ("add", "add"),
    "woorden/": ("add", "add"),
    "export/": (NOBODY, "list"),
    "weergaven/": (NOBODY, "list"),
    "<path:object_id>/": (ALL_CURATORS, ALL_CURATORS),  # leads to the form
    "<path:object_id>/change/": ("view", "change"),
    "<path:object_id>/delete/": ("delete", "delete"),
    "<path:object_id>/open/": (NOBODY, "change"),  # who else has the form open
    "<path:object_id>/history/": ("view", "view"),
    "<path:object_id>/history/herstel/": ("change", "change"),
    "<id>/password/": (ADMINISTRATOR, ADMINISTRATOR),
    "<int:pk>/voorbeeld/": ("view", "view"),
    "<int:pk>/uitnodigen/": ("change", "change"),
    "<int:pk>/beoordelen/": ("view", "change"),
    "<int:pk>/besluiten/": (NOBODY, OWNERS),
    "<int:pk>/meegestuurd/": (OWNERS, NOBODY),
    "<int:pk>/bevestigen/": (NOBODY, OWNERS),
    "<int:pk>/blad/": (OWNERS, OWNERS),
    "<int:pk>/kolommen/": (OWNERS, OWNERS),
    "<int:pk>/woorden/": (OWNERS, OWNERS),
    "<int:pk>/stoppen/": (NOBODY, OWNERS),
    "<int:pk>/opnieuw/": (NOBODY, OWNERS),
    "<int:pk>/terugdraaien/": (OWNERS, OWNERS),
    "<int:pk>/geweigerd/": (OWNERS, OWNERS),
    "<int:pk>/bestand/": (MAKER, MAKER),
    # pages of who organises a meeting
    **dict.fromkeys(ORGANISER_READS, ("change", NOBODY)),
    **dict.fromkeys(ORGANISER_WRITES, ("change", "change")),
    **dict.fromkeys(ORGANISER_SENDS, (NOBODY, "change")),
}

# lists that no chooser shows anything of
NOT_CHOSEN_FROM = {"events.registration"}

# address below /beheer/
SITE_RULES = {
    "": (ALL_CURATORS, ALL_CURATORS),
    "login/": (ALL_CURATORS, ALL_CURATORS),
    "logout/": (NOBODY, ALL_CURATORS),
    "password_change/": (ALL_CURATORS, ALL_CURATORS),
    "password_change/done/": (ALL_CURATORS, NOBODY),
    "jsi18n/": (ALL_CURATORS, NOBODY),
    "search/": (ALL_CURATORS, ALL_CURATORS),
    "statistiek/": (ALL_CURATORS, NOBODY),
    "statistiek/csv/": (ALL_CURATORS, NOBODY),
    "dubbelen/": (ALL_CURATORS, ALL_CURATORS),
    "dubbelen/<slug:kind>/<int:one>/<int:other>/": (ALL_CURATORS, OWNERS),
    "dubbelen/samengevoegd/<int:pk>/": (ALL_CURATORS, OWNERS),
    "beleid/": (ALL_CURATORS, ALL_CURATORS),
    "beleid/<int:pk>/lezen/": (ALL_CURATORS, OWNERS),
    "veel-tegelijk/<int:pk>/": (OWNERS, OWNERS),
    "mislukt/": (NATIONAL, NATIONAL),
    "mail/": (ALL_CURATORS, ALL_CURATORS),
    "rollen/": (ALL_CURATORS, NOBODY),
    "gezondheid/": (ADMINISTRATOR, NOBODY),
    "bestanden/<path:name>": (ALL_CURATORS, NOBODY),
    "meegestuurd/<int:pk>/": (OWNERS, OWNERS),
    "meegestuurd/<int:pk>/bestand/": (OWNERS, NOBODY),
    "inchecken/<slug:code>/": (OWNERS, OWNERS),
    "autocomplete/": ("list", NOBODY),
    "r/<path:content_type_id>/<path:object_id>/": (ALL_CURATORS, ALL_CURATORS),
    "<app_label>/": ("list", "list"),
    "(?P<url>.*)$": (NOBODY, NOBODY),
}


def allowed(kind, label, method):
    """Roles that may do this; ``KeyError`` when nobody wrote down who."""
    rules = MODEL_RULES if label and kind in MODEL_RULES else SITE_RULES
    level = rules[kind][method == "POST"]
    if kind == "<path:object_id>/change/" and method == "POST" and label in SHOWN_AFTER_POST:
        return SHOWN_AFTER_POST[label]
    if kind == "autocomplete/" and label in NOT_CHOSEN_FROM:
        return NOBODY
    return LEVELS[label][level] if isinstance(level, str) else level
