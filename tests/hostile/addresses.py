"""Every address that shows what people typed: those under ``/beheer/`` from the URLconf, the others from here."""

from urllib.parse import urlencode

from events import links
from opportunities.notes.links import keeper_token
from reactions.links import ANSWER, DECLINE, OWN
from tests.permissions.staff_urls import staff_addresses

SEARCHED = ["/zoeken/", "/praktijkvoorbeelden/", "/praktijkvoorbeelden/kaart/", "/zoeken/suggesties/", "/partners/"]
SEARCHED += ["/bibliotheken/", "/gemeenten/", "/agenda/", "/agenda/organisaties/", "/klopt-er-iets-niet/", "/kansen/"]
SEARCHED += ["/inloggen/", "/rekenhulp/", "/vergelijk/gemeenten/", "/vergelijk/voorbeelden/", "/gespreksnotitie/maken/"]
PARAMETERS = ["q", "zoek", "thema", "provincie", "gemeente", "voorbeeld", "pagina", "next", "partner", "kosten", "open"]
TELLING = ["initiatives.initiative", "events.event", "partners.library", "spreadsheets.importrun"]
OF_MEMBERS = ["/mijn/", "/mijn/aanbod/", "/mijn/aanbod/nieuw/", "/mijn/voorbeelden/nieuw/", "/inloggen/beveiliging/"]
OF_MEMBERS += ["/mijn/bestand/", "/mijn/overdragen/"]


def public_addresses(world):
    """What anybody can read, and what stands behind a link in a mail."""
    of = {label.partition(".")[2]: thing for label, thing in world.things.items()}
    registration, note = of["registration"], world.note
    place, booking = links.place_token(registration), links.booking_token(registration.booking)
    shown = {thing.get_absolute_url() for thing in world.things.values() if hasattr(thing, "get_absolute_url")}
    return [
        "/",
        *sorted(address for address in shown if not address.startswith("/beheer/")),
        "/zoeken/?q=pwn",
        "/zoeken/?q=script",
        "/zoeken/suggesties/?q=pwn",
        "/praktijkvoorbeelden/?q=pwn",
        "/praktijkvoorbeelden/kaart/",
        "/zoeken/filter/partner/",
        "/praktijkvoorbeelden/filter/gemeente/",
        "/themas/",
        "/gemeenten/",
        f"/gemeenten/{of['municipality'].slug}/?open={of['theme'].slug}",
        f"/gemeenten/{of['municipality'].slug}/?vul={of['theme'].slug}&weet-{of['theme'].slug}-beleid=genoemd",
        f"/gemeenten/{of['municipality'].slug}/achtergrond/",
        f"/gemeenten/{of['municipality'].slug}/{of['theme'].slug}/",
        "/bibliotheken/",
        "/partners/",
        "/netwerken/",
        "/kansen/",
        f"/kansen/?netwerk={of['network'].slug}&themas=alle",
        f"/vergelijk/gemeenten/?gemeente={of['municipality'].slug}",
        f"/vergelijk/voorbeelden/?voorbeeld={of['initiative'].slug}&voorbeeld={world.double.one.slug}",
        f"/gespreksnotitie/maken/?gemeente={of['municipality'].slug}",
        note.get_absolute_url(),
        *(f"/gespreksnotitie/{page}/{keeper_token(note)}/" for page in ("beheer", "wijzigen", "verwijderen")),
        "/agenda/",
        f"/agenda/maand/{of['event'].starts_on:%Y-%m}/",
        "/agenda/organisaties/?q=pwn",
        f"/agenda/{of['event'].slug}/inschrijven/",
        f"/agenda/boeking/{booking}/",
        f"/agenda/evaluatie/{links.evaluation_token(registration)}/",
        *(f"/agenda/plek/{place}/{page}" for page in ("", "wijzigen/", "deelsessies/", "afmelden/")),
        *reaction_addresses(of),
    ]


def reaction_addresses(of):
    """All reactions on one thing, answering one, and the pages behind the links in mails."""
    return [
        f"/reacties/bijeenkomst/{of['event'].slug}/",
        f"/reacties/bijeenkomst/{of['event'].slug}/schrijf/",
        f"/reacties/antwoord/{of['question'].pk}/",
        f"/reacties/van-mij/{OWN.sign(of['question'].pk)}/",
        f"/reacties/van-mij/{OWN.sign(of['reaction'].pk)}/",
        f"/reacties/vraag/{ANSWER.sign(of['asked'].pk)}/",
        f"/reacties/geen-vragen/{DECLINE.sign(of['asked'].pk)}/",
    ]


def asked_addresses(payload):
    """Pages with this text in all that their address can ask."""
    asked = urlencode(dict.fromkeys(PARAMETERS, payload))
    return [f"{address}?{asked}" for address in SEARCHED]


def member_addresses(world):
    initiative = world.things["initiatives.initiative"].slug
    service = world.things["opportunities.service"].pk
    own = [f"/mijn/voorbeelden/{initiative}/{page}" for page in ("", "insturen/", "klopt-nog/")]
    return [*OF_MEMBERS, *own, f"/mijn/aanbod/{service}/"]


def curator_addresses(world):
    """Everything under ``/beheer/``, with what it needs to be asked."""
    return list(_kinds_by_address(world))


def curator_kinds(world):
    """The first address of every kind of page; a form and a history look as their model does, and have several."""
    kinds = _kinds_by_address(world)
    first = {kind: address for address, kind in reversed(kinds.items())}
    telling = [f"/beheer/{label.replace('.', '/')}/{world.things[label].pk}/change/" for label in TELLING]
    return [*first.values(), *telling]


def _kinds_by_address(world):
    found = {}
    for address in staff_addresses(world):
        query = f"?{urlencode(address.query)}" if address.query else ""
        found[f"{address.path}{query}"] = address.kind
    return found
