"""Following without an account: asked, confirmed from the mail, told once of what is new, and ended by one press."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from following.digests import send_digests
from following.models import Dismissal, Follow, Follower
from following.noting import note_news
from following.retention import forget_followers
from following.subjects import subject_of
from initiatives.merging import merge_initiatives
from mail.models import OutgoingMail
from mail.outgoing import send_now
from partners.merging import merge_organisations
from search.documents.catching_up import catch_up
from tests.evidence_factories import DocumentFactory
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    PartnerFactory,
    SuccessionFactory,
    ThemeFactory,
)
from tests.role_factories import national_curator
from visitors.models import RateLimit

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
ME = "directeur@voorbeeld.nl"
SUNDAY = datetime(2026, 11, 29, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def ask(client, address, email=ME):
    return client.post("/volgen/", {"address": address, "email": email})


def link_in(text, part):
    """The path of the first link with this part in a mail."""
    return re.search(rf"https?://[^/\s]+({part}[^\s\"]+)", text)[1]


def confirm_all(client):
    for waiting in OutgoingMail.objects.all():
        client.post(link_in(waiting.body, "/volgen/bevestigen/"))
    OutgoingMail.objects.all().delete()


def follow(client, *addresses, now=SUNDAY, rhythm="dag"):
    """Follow as of a moment, on which all that is there was noted before."""
    catch_up()
    for address in addresses:
        RateLimit.objects.all().delete()
        ask(client, address)
    confirm_all(client)
    Follow.objects.update(confirmed_at=now)
    Follower.objects.update(told_until=now, rhythm=rhythm)
    catch_up()
    note_news(now=now - DAY)


def digests(now):
    """The digests that are queued at this moment."""
    catch_up()
    OutgoingMail.objects.all().delete()
    send_digests(now=now)
    return list(OutgoingMail.objects.all())


def test_only_a_press_behind_the_mailed_link_follows(client):
    theme = ThemeFactory(name="Taal")
    address = theme.get_absolute_url()
    catch_up()

    first = ask(client, address, ME.upper())
    link = link_in(OutgoingMail.objects.get().body, "/volgen/bevestigen/")
    opened = client.get(link)
    assert (opened.status_code, Follow.objects.confirmed().count()) == (200, 0)
    assert "Taal" in opened.content.decode()
    own_page = client.post(link).url
    second = ask(client, address)

    assert Follow.objects.confirmed().get().follower.email == ME
    assert "Taal" in client.get(own_page).content.decode()
    assert (first.url, first.status_code) == (second.url, second.status_code)  # a stranger learns nothing
    assert OutgoingMail.objects.count() == 2


def test_what_cannot_be_followed_or_mailed_is_told(client):
    catch_up()
    wrong = {
        "Vul je e-mailadres in": {"address": "/praktijkvoorbeelden/", "email": "niet"},
        "Deze pagina kun je niet volgen. Ga terug": {"address": "/privacy/", "email": ME},
        "Deze pagina kun je niet volgen.": {"address": "https://elders.nl/x\x00", "email": ME},
        "Deze pagina kun je niet volgen. Ga": {"email": ME},
    }
    faults = []
    for told, typed in wrong.items():
        answer = client.post("/volgen/", typed)
        if answer.status_code != 422 or told not in answer.content.decode():
            faults.append((told, answer.status_code))
    assert faults == []
    client.post("/volgen/", {"address": "/zoeken/", "email": ME, "website": "spam"})
    assert OutgoingMail.objects.count() == 0

    for number in range(6):  # one address is mailed five links a day, however often somebody asks
        ask(client, f"/praktijkvoorbeelden/?q=woord{number}")
    assert OutgoingMail.objects.count() == 5


def test_everything_that_can_be_followed_brings_what_belongs_to_it(client):
    theme, place, library = ThemeFactory(name="Taal"), MunicipalityFactory(), LibraryFactory()
    partner, other = PartnerFactory(), InitiativeFactory(title="Bestaat al")
    addresses = [thing.get_absolute_url() for thing in (theme, place, library, partner, other)]
    follow(client, *addresses, f"/praktijkvoorbeelden/?thema={theme.slug}&sorteer=naam", "/zoeken/?q=koffie")
    titles = []
    for key, value in {"themes": theme, "places": place, "partners": partner}.items():
        titles.append(f"Nieuw bij {key}")
        InitiativeFactory(title=titles[-1], **{key: [value]})
    titles.append("Nieuw bij de bibliotheek")
    led = InitiativeFactory(title=titles[-1])
    led.participations.create(organisation=library, role="trekker")
    InitiativeFactory(title="Gaat over koffie")
    InitiativeFactory(title="Hoort nergens bij")
    DocumentFactory(title="Elders", url="https://krant.voorbeeld.nl/stuk").themes.add(theme)
    other.summary = "Nu met een andere samenvatting."
    other.save()

    (digest,) = digests(SUNDAY + DAY)

    for title in [*titles, "Gaat over koffie", "Bestaat al"]:
        assert digest.body.count(f"\n{title}\n") == 1, title  # also where two things that I follow have it
        assert title in digest.html
    assert "Hoort nergens bij" not in digest.body
    assert "Lees het: https://krant.voorbeeld.nl/stuk\n" in digest.body  # not behind the address of the site
    assert 'href="https://krant.voorbeeld.nl/stuk"' in digest.html
    feed = client.get(f"/zoeken/atom/?thema={theme.slug}").content.decode()
    assert 'href="https://krant.voorbeeld.nl/stuk"' in feed


def test_nothing_twice_nothing_where_nothing_is_and_in_the_rhythm_that_was_chosen(client, monkeypatch):
    theme = ThemeFactory()
    example = InitiativeFactory(title="Taalcafé", themes=[theme])
    follow(client, theme.get_absolute_url(), "/praktijkvoorbeelden/")

    example.save()  # saved, but nothing that a reader sees is another
    assert digests(SUNDAY + DAY) == []
    example.summary = "Elke week <b>koffie</b>."
    example.save()
    catch_up()
    monkeypatch.setattr("following.digests.queue_digest", broken)
    with pytest.raises(ZeroDivisionError):
        send_digests(now=SUNDAY + 2 * DAY)
    monkeypatch.undo()
    (digest,) = digests(SUNDAY + 2 * DAY)  # what died halfway is told yet

    assert "Taalcafé\nPraktijkvoorbeeld, veranderd op" in digest.body
    assert "&lt;b&gt;koffie" in digest.html
    assert digests(SUNDAY + 2 * DAY) == digests(SUNDAY + 3 * DAY) == []
    Follower.objects.update(rhythm="week")
    InitiativeFactory(title="Nieuw deze week", themes=[theme])
    days = [number for number in range(4, 16) if digests(SUNDAY + number * DAY)]
    assert days == [8]  # the next Monday


def broken(*args):
    raise ZeroDivisionError


def test_who_wants_to_hear_less_presses_once_without_cookies(client, settings):
    theme = ThemeFactory()
    example = InitiativeFactory(title="Taalcafé", themes=[theme])
    follow(client, theme.get_absolute_url(), "/praktijkvoorbeelden/")
    InitiativeFactory(title="Ander", themes=[theme])
    example.summary = "Anders."
    example.save()
    (digest,) = digests(SUNDAY + DAY)

    send_now(digest)
    (sent,) = mail.outbox
    stop = sent.extra_headers["List-Unsubscribe"].strip("<>").removeprefix(settings.SITE_ADDRESS)
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert [kind for _, kind in sent.alternatives] == ["text/html"]
    dismiss = link_in(digest.body.partition("Taalcafé")[2], "/volgen/niet-meer/")
    client.get(dismiss)
    assert Dismissal.objects.count() == 0  # opening a link does nothing
    client.post(dismiss)
    example.summary = "Weer anders."
    example.save()
    assert digests(SUNDAY + 2 * DAY) == []

    own_page = link_in(digest.body, r"/volgen/(?!niet|afm)")
    client.post(own_page, {"rhythm": "week"})
    assert Follower.objects.get().rhythm == "week"
    assert client.post(own_page, {"rhythm": "nooit"}).status_code == 422
    follows = list(Follow.objects.values_list("pk", flat=True))
    client.post(own_page, {"end": follows[0]})
    assert client.post(own_page, {"end": "x"}).status_code == 302
    assert Follow.objects.count() == 1
    assert (client.get(stop).status_code, Follower.objects.count()) == (200, 1)
    assert client.post(stop, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert (Follower.objects.count(), OutgoingMail.objects.count()) == (0, 0)
    assert client.get(own_page).status_code == client.get(dismiss).status_code == 410


def test_what_somebody_searched_for_is_not_mailed_to_an_address_that_anybody_may_fill_in(client):
    ask(client, "/zoeken/?q=KOOP+NU")

    asked = OutgoingMail.objects.get()
    texts = [asked.subject, asked.body, asked.html]
    assert [text for text in texts if "KOOP" in text] == []
    assert "KOOP NU" in client.get(link_in(asked.body, "/volgen/bevestigen/")).content.decode()


def test_what_nobody_confirms_is_forgotten_after_a_week(client):
    now = timezone.now()
    catch_up()
    ask(client, "/praktijkvoorbeelden/")

    forget_followers(now=now + timedelta(days=6))
    assert Follower.objects.count() == 1
    forget_followers(now=now + timedelta(days=8))

    assert (Follower.objects.count(), OutgoingMail.objects.count()) == (0, 0)


# --- pages that moved ---------------------------------------------------------------------------------------
def test_what_was_merged_or_ended_goes_on_being_followed_as_what_it_became():
    pairs = [(factory(), factory()) for factory in (InitiativeFactory, LibraryFactory, PartnerFactory)]
    curator = national_curator()
    merge_initiatives(kept=pairs[0][0], gone=pairs[0][1], user=curator, now=timezone.now())
    for kept, gone in pairs[1:]:
        merge_organisations(kept=kept, gone=gone, user=curator, now=timezone.now())
    ended, now = MunicipalityFactory(name="Oud", slug="oud"), MunicipalityFactory(name="Nieuw", slug="nieuw")
    SuccessionFactory(predecessor=ended, successor=now)
    type(ended).objects.filter(pk=ended.pk).update(valid_until=date(2026, 1, 1))
    pairs.append((now, ended))
    catch_up()

    found = [subject_of(gone.get_absolute_url()) for _, gone in pairs]

    assert [subject and subject.address for subject in found] == [kept.get_absolute_url() for kept, _ in pairs]
    assert [subject_of(f"/{part}/niets/") for part in ("praktijkvoorbeelden", "gemeenten", "themas")] == [None] * 3
