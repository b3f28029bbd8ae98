"""How the curators' room looks and what its menu says; grouped as a curator thinks, not as the tables are."""

from django.templatetags.static import static
from django.urls import reverse_lazy

# Reading-lamp green, from almost white to almost black; 600 is the accent of the site
ACCENT = {
    "50": "#eff8f4", "100": "#dcebe3", "200": "#b9d8c9", "300": "#8cc2a9", "400": "#4f9c7c", "500": "#1c6f55",
    "600": "#0b5d46", "700": "#0a4a39", "800": "#06382b", "900": "#06342a", "950": "#03211a",
}  # fmt: skip
GREY = {
    "50": "#f6f9f7", "100": "#eff5f1", "200": "#dbe4de", "300": "#c8d4cd", "400": "#8b9d94", "500": "#5b6b63",
    "600": "#46564e", "700": "#33433b", "800": "#20342a", "900": "#17251e", "950": "#0f1814",
}  # fmt: skip


def _may(action, model):
    """A menu item for whoever has this permission on a kind of thing."""
    app, name = model.split(".")
    return lambda request: request.user.has_perm(f"{app}.{action}_{name}")


def _list(title, model, icon):
    """The menu item of a list; those who may not view it do not see it."""
    link = reverse_lazy(f"admin:{model.replace('.', '_')}_changelist")
    return {"title": title, "icon": icon, "link": link, "permission": _may("view", model)}


def _page(title, name, icon, permission=None):
    """The menu item of a page that belongs to no single list."""
    item = {"title": title, "icon": icon, "link": reverse_lazy(name)}
    return item | {"permission": permission} if permission else item


def _is_national(request):
    return request.user.is_national_curator


NAVIGATION = [
    {
        "items": [
            _page("Wat is er te doen?", "admin:index", "home"),
            _page("Statistiek", "curator:statistics", "bar_chart"),
        ]
    },
    {
        "title": "Praktijk",
        "items": [
            _list("Praktijkvoorbeelden", "initiatives.initiative", "lightbulb"),
            _list("Wijzigingsvoorstellen", "initiatives.changeproposal", "edit_note"),
            _list("Wie doet wat", "initiatives.participation", "handshake"),
            _list("Cijfers", "initiatives.figure", "tag"),
            _list("Citaten", "initiatives.citation", "format_quote"),
            _list("Documenten", "initiatives.document", "description"),
            _list("Foto’s", "initiatives.photo", "image"),
            _list("Erkenningen", "initiatives.recognition", "workspace_premium"),
        ],
    },
    {
        "title": "Organisaties",
        "items": [
            _list("Bibliotheken", "partners.library", "local_library"),
            _list("Vestigingen", "partners.branch", "storefront"),
            _list("Gemeenten", "partners.municipality", "location_city"),
            _list("Partners", "partners.partner", "groups"),
            _list("Contactpersonen", "partners.contactperson", "contact_page"),
            _list("Netwerken", "partners.network", "hub"),
            _list("Leden van netwerken", "partners.networkmember", "group_add"),
            _list("Overeenkomsten", "partners.agreement", "contract"),
        ],
    },
    {
        "title": "Kansen",
        "items": [
            _page("Waar nu heen?", "opportunities:region_detail", "explore"),
            _page("Beleid lezen", "curator:policy_queue", "menu_book"),
            _list("Beleidsstukken", "opportunities.policydocument", "policy"),
            _list("Passages", "opportunities.passage", "format_ink_highlighter"),
            _list("Bestaand aanbod", "opportunities.service", "home_work"),
            _list("Aanbod bekeken", "opportunities.supplycheck", "fact_check"),
            _list("Indicatoren", "opportunities.indicator", "monitoring"),
            _list("Metingen", "opportunities.measurement", "straighten"),
            _list("Cijfers van gemeenten", "opportunities.indicatorvalue", "table_chart"),
        ],
    },
    {
        "title": "Agenda",
        "items": [
            _list("Bijeenkomsten", "events.event", "event"),
            _list("Programmaonderdelen", "events.session", "view_agenda"),
            _list("Sprekers", "events.speaker", "record_voice_over"),
            _list("Deelnemers", "events.registration", "how_to_reg"),
            _list("Inzage in gegevens", "events.dataaccess", "visibility"),
            _list("Foto’s van bijeenkomsten", "events.eventphoto", "photo_library"),
        ],
    },
    {
        "title": "Onder een bijeenkomst",
        "collapsible": True,
        "items": [
            _list("Reeksen", "events.eventseries", "event_repeat"),
            _list("Dagen", "events.eventday", "today"),
            _list("Wie organiseert", "events.eventrole", "corporate_fare"),
            _list("Rollen in het programma", "events.appearance", "co_present"),
            _list("Prijzen", "events.pricetier", "euro"),
            _list("Evaluatievragen", "events.evaluationquestion", "quiz"),
        ],
    },
    {
        "title": "Thema’s",
        "collapsible": True,
        "items": [
            _list("Thema’s", "initiatives.theme", "category"),
            _list("Wat de bibliotheek kan doen", "initiatives.libraryoffer", "volunteer_activism"),
            _list("Taken van de gemeente", "initiatives.municipalduty", "gavel"),
            _list("Vragen voor het gesprek", "initiatives.conversationquestion", "forum"),
            _list("Doelgroepen", "initiatives.targetgroup", "diversity_3"),
        ],
    },
    {
        "title": "Kwaliteit",
        "items": [
            _page("Mogelijke dubbelen", "curator:doubles", "content_copy"),
            _list("Webadressen", "curation.checkedlink", "link"),
            _list("Berichten van lezers", "contact.message", "mail"),
            _list("Zoekwoorden", "search.searchedword", "search"),
            _list("Synoniemen", "search.synonym", "compare_arrows"),
            _list("Imports", "spreadsheets.importrun", "upload_file"),
            _page("Mislukte taken", "curator:failed_tasks", "error", _is_national),
        ],
    },
    {
        "title": "Basisgegevens",
        "collapsible": True,
        "items": [
            _list("Bronnen", "sources.source", "library_books"),
            _list("Provincies", "partners.province", "map"),
            _list("Andere namen van gemeenten", "partners.municipalityalias", "badge"),
            _list("Herindelingen", "partners.succession", "call_merge"),
            _list("Alle organisaties", "partners.organisation", "apartment"),
            _list("Geladen bestanden", "spreadsheets.loadedfile", "folder"),
        ],
    },
    {
        "title": "Mensen",
        "items": [
            _list("Gebruikers", "accounts.user", "person"),
            _list("Curators", "partners.curatorship", "shield_person"),
            _list("Bibliotheekleden", "partners.membership", "badge"),
        ],
    },
]

UNFOLD = {
    "SITE_TITLE": "Bieb Netwerk",
    "SITE_HEADER": "Bieb Netwerk",
    "SITE_SUBHEADER": "Beheer",
    "SITE_SYMBOL": "local_library",
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": True,
    "SHOW_BACK_BUTTON": True,
    "THEME": "light",
    "BORDER_RADIUS": "4px",
    "COLORS": {
        "base": GREY,
        "primary": ACCENT,
        "font": {
            "subtle-light": "var(--color-base-500)",
            "subtle-dark": "var(--color-base-300)",
            "default-light": "var(--color-base-700)",
            "default-dark": "var(--color-base-200)",
            "important-light": "var(--color-base-950)",
            "important-dark": "var(--color-base-100)",
        },
    },
    "DASHBOARD_CALLBACK": "desk.to_do.add_to_dos",
    "STYLES": [lambda request: static("css/curators.css")],
    "SCRIPTS": [lambda request: static("js/expressions.js"), lambda request: static("js/curators.js")],
    "SIDEBAR": {"show_search": False, "show_all_applications": False, "navigation": NAVIGATION},
}
