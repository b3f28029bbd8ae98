"""The menu of the curators' room; grouped as a curator thinks, not as the tables are."""

from functools import cache

from django.apps import apps
from django.urls import reverse

START = "admin:index"  # below which all other pages stand


def may_open_list(model):
    """A menu item for whoever may open this list: the list itself says who."""

    def permission(request):
        # settings import this module before there are models
        from django.contrib import admin

        listed = apps.get_model(model)
        return admin.site.get_model_admin(listed).has_view_permission(request)

    return permission


def list_item(title, model, icon):
    """The menu item of a list; those who may not view it do not see it."""
    name = f"admin:{model.replace('.', '_')}_changelist"
    return page_item(title, name, icon, may_open_list(model))


def page_item(title, name, icon, permission=None):
    """The menu item of a page, by the name of its address."""
    return {
        "title": title,
        "name": name,
        "icon": icon,
        "permission": permission,
    }


def menu(request):
    """What whoever asks may open, and where they are.

    Unfold would ask each item too, and look up its address twice: a fifth of what a small page takes.
    """
    groups = []
    for group in NAVIGATION:
        items = []
        for item in group["items"]:
            if item["permission"] is None or item["permission"](request):
                items.append(shown_item(item, request.path))
        groups.append(group | {"items": items})
    return groups


def shown_item(item, path):
    """A menu item as Unfold draws it, for who is at this path."""
    link = address_of(item["name"])
    if item["name"] == START:
        is_here = path == link
    else:
        is_here = path.startswith(link)
    return {
        "title": item["title"],
        "icon": item["icon"],
        "link": link,
        "active": is_here,
    }


@cache
def address_of(name):
    """The address of a page, which stays the same while the site runs."""
    return reverse(name)


def is_national(request):
    """Whether whoever asks is curator of the whole country."""
    return request.user.is_national_curator


def may_manage(request):
    """Whether whoever asks is an administrator."""
    # settings import this module before there are apps
    from accounts.permissions import is_administrator

    return is_administrator(request.user)


NAVIGATION = [
    {
        "items": [
            page_item("Wat is er te doen?", START, "home"),
            page_item("Statistiek", "curator:statistics", "bar_chart"),
        ]
    },
    {
        "title": "Praktijk",
        "items": [
            list_item("Praktijkvoorbeelden", "initiatives.initiative", "lightbulb"),
            list_item(
                "Wijzigingsvoorstellen",
                "initiatives.changeproposal",
                "edit_note",
            ),
            list_item("Reacties van lezers", "reactions.reaction", "forum"),
            list_item("Tips van lezers", "initiatives.tip", "tips_and_updates"),
            list_item("Peilingen", "polls.poll", "ballot"),
            list_item("Motieven bij peilingen", "polls.vote", "how_to_vote"),
            list_item("Wie doet wat", "initiatives.participation", "handshake"),
            list_item("Cijfers", "initiatives.figure", "tag"),
            list_item("Uitspraken", "initiatives.citation", "format_quote"),
            list_item("Documenten", "initiatives.document", "description"),
            list_item("Foto’s", "initiatives.photo", "image"),
            list_item("Erkenningen", "initiatives.recognition", "workspace_premium"),
        ],
    },
    {
        "title": "Organisaties",
        "items": [
            list_item("Bibliotheken", "partners.library", "local_library"),
            list_item("Vestigingen", "partners.branch", "storefront"),
            list_item("Gemeenten", "partners.municipality", "location_city"),
            list_item("Partners", "partners.partner", "groups"),
            list_item("Contactpersonen", "partners.contactperson", "contact_page"),
            list_item("Netwerken", "partners.network", "hub"),
            list_item("Leden van netwerken", "partners.networkmember", "group_add"),
            list_item("Overeenkomsten", "partners.agreement", "contract"),
        ],
    },
    {
        "title": "Kansen",
        "items": [
            page_item("Waar nu heen?", "opportunities:region_detail", "explore"),
            page_item("Beleid lezen", "curator:policy_queue", "menu_book"),
            list_item("Beleidsstukken", "opportunities.policydocument", "policy"),
            list_item("Passages", "opportunities.passage", "format_ink_highlighter"),
            list_item("Bestaand aanbod", "opportunities.service", "home_work"),
            list_item("Wat het bracht", "opportunities.adoptionreport", "monitoring"),
            list_item("Aanbod bekeken", "opportunities.supplycheck", "fact_check"),
            list_item("Indicatoren", "opportunities.indicator", "monitoring"),
            list_item("Metingen", "opportunities.measurement", "straighten"),
            list_item(
                "Cijfers van gemeenten",
                "opportunities.indicatorvalue",
                "table_chart",
            ),
        ],
    },
    {
        "title": "Agenda",
        "items": [
            list_item("Bijeenkomsten", "events.event", "event"),
            list_item("Programmaonderdelen", "events.session", "view_agenda"),
            list_item("Sprekers", "events.speaker", "record_voice_over"),
            list_item("Deelnemers", "events.registration", "how_to_reg"),
            list_item("Inzage in gegevens", "events.dataaccess", "visibility"),
            list_item("Foto’s van bijeenkomsten", "events.eventphoto", "photo_library"),
        ],
    },
    {
        "title": "Onder een bijeenkomst",
        "collapsible": True,
        "items": [
            list_item("Reeksen", "events.eventseries", "event_repeat"),
            list_item("Dagen", "events.eventday", "today"),
            list_item("Wie organiseert", "events.eventrole", "corporate_fare"),
            list_item("Rollen in het programma", "events.appearance", "co_present"),
            list_item("Prijzen", "events.pricetier", "euro"),
            list_item("Evaluatievragen", "events.evaluationquestion", "quiz"),
        ],
    },
    {
        "title": "Thema’s",
        "collapsible": True,
        "items": [
            list_item("Thema’s", "initiatives.theme", "category"),
            list_item(
                "Wat de bibliotheek kan doen",
                "initiatives.libraryoffer",
                "volunteer_activism",
            ),
            list_item("Taken van de gemeente", "initiatives.municipalduty", "gavel"),
            list_item(
                "Vragen voor het gesprek",
                "initiatives.conversationquestion",
                "forum",
            ),
            list_item("Doelgroepen", "initiatives.targetgroup", "diversity_3"),
        ],
    },
    {
        "title": "Kwaliteit",
        "items": [
            page_item("Mogelijke dubbelen", "curator:doubles", "content_copy"),
            list_item("Webadressen", "curation.checkedlink", "link"),
            list_item("Berichten van lezers", "contact.message", "mail"),
            list_item("Zoekwoorden", "search.searchedword", "search"),
            list_item("Synoniemen", "search.synonym", "compare_arrows"),
            list_item("Imports", "spreadsheets.importrun", "upload_file"),
            page_item("Mislukte taken", "curator:failed_tasks", "error", is_national),
            page_item("Gezondheid", "curator:health", "monitor_heart", may_manage),
        ],
    },
    {
        "title": "Basisgegevens",
        "collapsible": True,
        "items": [
            list_item("Bronnen", "sources.source", "library_books"),
            list_item("Provincies", "partners.province", "map"),
            list_item(
                "Andere namen van gemeenten",
                "partners.municipalityalias",
                "badge",
            ),
            list_item("Herindelingen", "partners.succession", "call_merge"),
            list_item("Alle organisaties", "partners.organisation", "apartment"),
            list_item("Geladen bestanden", "spreadsheets.loadedfile", "folder"),
        ],
    },
    {
        "title": "Mensen",
        "items": [
            list_item("Gebruikers", "accounts.user", "person"),
            list_item("Curatoren", "partners.curatorship", "shield_person"),
            list_item("Bibliotheekleden", "partners.membership", "badge"),
            list_item("Aanvragen", "partners.claim", "how_to_reg"),
        ],
    },
]
