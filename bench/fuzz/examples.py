"""One of everything that an address can be about, with the secret links to it."""

from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth.tokens import default_token_generator
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from contact.questions import token_of
from events.links import (
    booking_token,
    door_token,
    evaluation_token,
    place_token,
    verification_token,
)
from initiatives.freshness import confirm_token
from initiatives.models import Initiative
from opportunities.choices import ServiceState
from opportunities.models import Note
from opportunities.my_list.sharing import keeper_token as keeper_of_list
from opportunities.notes.links import keeper_token
from partners.claims import token_of as token_of_claims
from reactions.links import ANSWER, DECLINE, OWN
from tests import factories
from tests.documents import write_documents
from tests.evidence_factories import PhotoFactory
from tests.opportunity_factories import ServiceFactory, SharedListFactory
from tests.reaction_factories import AskedPersonFactory, ReactionFactory
from tests.role_factories import ClaimFactory

from .curator_examples import of_curators, with_pk
from .passkey import passkey_of
from .question import HOST

FACETS = ["thema", "partner", "gemeente", "provincie", "doelgroep"]


class Examples:
    """What can be filled in, per beginning of a route: lists of {name: value}."""

    def __init__(self, lists):
        self.lists = lists

    def of(self, random, text):
        """What goes into this route; nothing where no example is known."""
        known = [beginning for beginning in self.lists if text.startswith(beginning)]
        return random.choice(self.lists[max(known, key=len)]) if known else {}


def examples_of(world):
    """Of everything in this world; search knows it all, so that no request has to write what it does not concern."""
    lists = (
        _public(world.things)
        | _secret(world.things)
        | _of_accounts(world.users)
        | of_curators(world)
    )
    write_documents()
    return Examples(lists)


def _public(things):
    initiative, municipality = (
        things["initiatives.initiative"],
        things["partners.municipality"],
    )
    library, theme = things["partners.library"], things["initiatives.theme"]
    library.work_area.add(municipality)
    draft = factories.InitiativeFactory(
        publication_state=Initiative.PublicationState.DRAFT
    )
    factories.ParticipationFactory(
        initiative=draft, organisation=library, role="trekker"
    )
    service = ServiceFactory(
        municipality=municipality, publication_state=ServiceState.SUBMITTED
    )
    photo = PhotoFactory(initiative=initiative, image=ContentFile(b"beeld", "foto.jpg"))
    facets = [{"facet": facet} for facet in FACETS]
    return {
        "zoeken/filter/": facets,
        "praktijkvoorbeelden/filter/": facets,
        "praktijkvoorbeelden/<": [_slug(initiative), {"slug": "walk-and-talk"}],
        "themas/": [_slug(theme), {"slug": "laaggeletterdheid"}],
        "documenten/": [_slug(things["initiatives.document"])],
        "fotos/": [with_pk(photo), with_pk(things["initiatives.photo"])],
        "bibliotheken/": [_slug(library)],
        "partners/": [_slug(things["partners.partner"])],
        "netwerken/": [_slug(things["partners.network"]), {"slug": "b7"}],
        "gemeenten/": [
            {"slug": "haarlem", "theme_slug": "eenzaamheid"},
            _slug(municipality) | {"theme_slug": theme.slug},
        ],
        "kansen/": [{"kind": kind} for kind in ("csv", "xlsx", "ods")],
        "contact/": [
            {"kind": "voorbeeld"} | _slug(initiative),
            {"kind": "organisatie"} | _slug(library),
        ],
        "peilingen/": [_slug(things["polls.poll"])],
        "reacties/antwoord/": [with_pk(ReactionFactory(initiative=initiative))],
        "reacties/<": [
            {"kind": "voorbeeld"} | _slug(initiative),
            {"kind": "thema"} | _slug(theme),
            {"kind": "bijeenkomst"} | _slug(things["events.event"]),
        ],
        "vul-aan/voorbeeld/": [
            _slug(initiative) | {"field": field}
            for field in ("kosten", "wie", "aanpak")
        ],
        "vul-aan/thema/": [
            _slug(theme) | {"field": field} for field in ("taak", "bibliotheek-kan")
        ],
        "vul-aan/<slug:slug>/<slug:field>/": [
            _slug(library) | {"field": "werkgebied"},
            _slug(municipality) | {"field": "bibliotheek"},
        ],
        "vul-aan/<slug:slug>/<slug:field>/<slug:theme_slug>/": [
            _slug(municipality) | {"field": field, "theme_slug": theme.slug}
            for field in ("beleid", "aanbod")
        ],
        "gespreksnotitie/kies/": [_slug(initiative)],
        "mijn-lijst/bewaar/": [{"name": "praktijkvoorbeeld"} | _slug(initiative)],
        "mijn-lijst/wijzig/": [{"name": "praktijkvoorbeeld"} | _slug(initiative)],
        "mijn-lijst/bestand/": [{"kind": kind} for kind in ("pdf", "xlsx")],
        "agenda/": [_slug(things["events.event"])],
        "agenda/<slug:slug>/vul-aan/": [
            _slug(things["events.event"]) | {"field": field}
            for field in ("plaats", "organisator", "deelnemers")
        ],
        "agenda/maand/": [{"year": 2014, "month": 6}],
        "agenda/foto/": [with_pk(things["events.eventphoto"])],
        "mijn/voorbeelden/": [_slug(initiative), _slug(draft)],
        "mijn/aanbod/": [with_pk(service)],
    }


def _secret(things):
    """Links from mails: whoever has one needs no account."""
    registration, booking = things["events.registration"], things["events.booking"]
    note = make_note()
    asked = AskedPersonFactory()
    keeper = [{"token": keeper_token(note)}]
    shared = SharedListFactory(
        entries=[{"kind": "thema", "slug": "eenzaamheid", "note": "Lezen"}]
    )
    choice = {
        "token": place_token(registration),
        "choice": things["events.sessionchoice"].pk,
    }
    return {
        "aanvraag/": [{"token": token_of_claims([ClaimFactory(state="onbevestigd")])}],
        "klopt-nog/": [{"token": confirm_token(things["initiatives.initiative"])}],
        "contact/vraag/": [
            {
                "token": token_of(
                    factories.QuestionFactory(
                        slug=things["initiatives.initiative"].slug
                    )
                )
            }
        ],
        "gespreksnotitie/beheer/": keeper,
        "gespreksnotitie/wijzigen/": keeper,
        "gespreksnotitie/verwijderen/": keeper,
        "gespreksnotitie/<": [{"token": note.token}],
        "mijn-lijst/gedeeld/<str:token>/<": [
            {"token": shared.token, "kind": kind} for kind in ("pdf", "xlsx")
        ],
        "mijn-lijst/gedeeld/": [{"token": shared.token}],
        "mijn-lijst/beheer/": [{"token": keeper_of_list(shared)}],
        "^gespreksnotitie/": [
            {"token": note.token, "kind": kind} for kind in ("pdf", "docx")
        ],
        "reacties/van-mij/": [{"token": OWN.sign(things["reactions.reaction"].pk)}],
        "reacties/vraag/": [{"token": ANSWER.sign(asked.pk)}],
        "reacties/geen-vragen/": [{"token": DECLINE.sign(asked.pk)}],
        "agenda/boeking/": [{"token": booking_token(booking)}],
        "agenda/boeking/<str:token>/bevestigen/": [
            {"token": verification_token(booking)}
        ],
        "agenda/plek/": [choice],
        "agenda/deur/": [
            {"token": door_token(registration.event, timezone.localdate())}
        ],
        "agenda/evaluatie/": [{"token": evaluation_token(registration)}],
    }


def make_note():
    """A note about a municipality of the starter content, made as a reader makes one."""
    typed = {
        "gemeente": "haarlem",
        "thema": ["eenzaamheid"],
        "publiek": "wethouder",
        "stap": "bewaar",
    }
    Client(SERVER_NAME=HOST).post(
        reverse("opportunities:note_create"), typed, secure=True
    )
    return Note.objects.get()


def _of_accounts(users):
    member = users["member"]
    reset = {
        "uidb36": user_pk_to_url_str(member),
        "key": default_token_generator.make_token(member),
    }
    return {
        "inloggen/wachtwoord/nieuw/": [reset],
        "inloggen/beveiliging/sleutels/": [with_pk(passkey_of(member))],
    }


def _slug(thing):
    return {"slug": thing.slug}
