"""A library takes its own examples out as a spreadsheet and brings it back: by the rules of the form of members."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from initiatives.models import ChangeProposal, Initiative
from mail.models import OutgoingMail
from tests.factories import InitiativeFactory, LibraryFactory, ParticipationFactory, ThemeFactory
from tests.queries import number_of_queries
from tests.review_factories import publishable
from tests.role_factories import library_member, province_curator

pytestmark = pytest.mark.django_db
PAGE = "/mijn/bestand/"


@pytest.fixture
def library():
    return LibraryFactory()


@pytest.fixture
def member(client, library):
    user = library_member(library)
    client.force_login(user)
    return user


def draft(library, **fields):
    initiative = InitiativeFactory(**{"publication_state": "concept", "themes": [ThemeFactory()]} | fields)
    ParticipationFactory(initiative=initiative, organisation=library, role="trekker")
    return initiative


def downloaded(client, kind="csv"):
    """The file as rows, the header first."""
    content = client.get(f"{PAGE}{kind}/").content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content), delimiter=";"))


def changed(rows, slug, column, text):
    """The same file with another text in one cell."""
    place, key = rows[0].index(column), rows[0].index("slug")
    return [[text if number == place and row[key] == slug else cell for number, cell in enumerate(row)] for row in rows]


def send(client, rows):
    """The preview of a file."""
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return client.post(PAGE, {"file": SimpleUploadedFile("terug.csv", text.getvalue().encode())})


def save(client, preview, **typed):
    return client.post(f"{PAGE}bewaar/", {"wat": preview.context["token"], **typed}, follow=True)


def test_the_file_holds_what_members_are_asked_for_of_their_own(client, member, library):
    draft(library, slug="van-ons", title="Van ons")
    publishable(LibraryFactory(), slug="van-een-ander")
    archived = draft(library, slug="oud")
    Initiative.objects.filter(pk=archived.pk).update(publication_state="gearchiveerd")

    header, *rows = downloaded(client)

    assert [row[0] for row in rows] == ["van-ons"]
    assert [
        name for name in header if name in ("publicatie", "bevestigd_door", "trekkers", "voorpagina", "bronnen")
    ] == []
    assert [name for name in ("slug", "titel", "themas", "gemeenten", "aanpak", "fase") if name not in header] == []
    answers = [client.get(f"{PAGE}{kind}/").status_code for kind in ("xlsx", "ods", "pdf")]
    assert answers == [200, 200, 404]


def test_only_members_have_it(client, library):
    initiative = draft(library)
    curator = province_curator(library.province)
    ended = library_member(library)
    ended.memberships.update(is_active=False)

    codes = {}
    for name, user in {"nobody": None, "curator": curator, "ended": ended}.items():
        client.logout()
        if user:
            client.force_login(user)
        pages = [client.get(PAGE), client.get(f"{PAGE}csv/"), client.post(f"{PAGE}bewaar/")]
        codes[name] = [page.status_code for page in pages]

    assert codes == {"nobody": [302] * 3, "curator": [403] * 3, "ended": [403] * 3}
    assert initiative.title not in str(codes)


def test_what_comes_back_unchanged_changes_nothing(client, member, library):
    draft(library, approach="Regel 1\nRegel 2", year=2024)
    publishable(library)

    preview = send(client, downloaded(client))

    read = preview.context["read"]
    assert (read.good, read.refused, read.unchanged_count, read.unused) == ([], [], 2, [])


def test_a_draft_is_changed_and_what_is_published_is_proposed_once_confirmed(client, member, library):
    province_curator(library.province)
    ours = draft(library, slug="van-ons", title="Van ons")
    public = publishable(library, slug="op-de-site", title="Oud")
    rows = changed(downloaded(client), "op-de-site", "titel", "Nieuw")

    preview = send(client, changed(rows, "van-ons", "aanpak", "Elke <b>dag</b>"))
    page = preview.content.decode()
    assert [text in page for text in ("<td>Oud</td>", "<td>Nieuw</td>", "Elke &lt;b&gt;dag&lt;/b&gt;")] == [True] * 3
    assert (ChangeProposal.objects.count(), Initiative.objects.get(pk=ours.pk).approach) == (0, ours.approach)

    answer = save(client, preview, explanation="Andere naam").content.decode()

    proposal = ChangeProposal.objects.get()
    assert (proposal.initiative, proposal.proposed_by, proposal.explanation) == (public, member, "Andere naam")
    assert proposal.values == {"title": {"old": "Oud", "new": "Nieuw"}}
    stored = Initiative.objects.get(pk=ours.pk), Initiative.objects.get(pk=public.pk)
    assert (stored[0].approach, stored[0].title, stored[1].title) == ("Elke <b>dag</b>", "Van ons", "Oud")
    assert "Bewaard: 1. Voorgesteld: 1. Een curator kijkt ernaar." in answer


def test_rows_that_may_not_or_cannot_be_are_refused_with_why(client, member, library):
    draft(library, slug="van-ons", title="B")
    draft(library, slug="oud", title="A")
    publishable(LibraryFactory(), slug="van-een-ander", title="Blijft")
    header, old, ours = downloaded(client)
    Initiative.objects.filter(slug="oud").update(publication_state="gearchiveerd")
    foreign = ["van-een-ander", *ours[1:]]
    odd = {"titel": "", "themas": "bestaat-niet", "jaar": "veel", "fase": "misschien", "begonnen_jaar": "12"}

    read = send(client, [header, old, ours, ours, foreign]).context["read"]
    unread = {}
    for column, text in odd.items():
        refused = send(client, changed([header, ours], "van-ons", column, text)).context["read"].refused
        unread[column] = [all(reason for _, reason in line.problems) for line in refused]

    assert [(line.line, line.problems[0][1].split(".")[0]) for line in read.refused] == [
        (2, "Dit voorbeeld is gearchiveerd"),
        (4, "Dit voorbeeld staat al eerder in het bestand"),
        (5, "Dit is geen voorbeeld van jullie bibliotheek"),
    ]
    assert unread == dict.fromkeys(odd, [True])
    assert Initiative.objects.get(slug="van-een-ander").title == "Blijft"


def test_columns_that_members_may_not_change_do_not_take_part(client, member, library):
    ours = draft(library)
    header, row = downloaded(client)

    read = send(client, [[*header, "publicatie", "trekkers"], [*row, "gepubliceerd", "iemand"]]).context["read"]

    assert (read.unused, read.good, read.refused) == (["publicatie", "trekkers"], [], [])
    assert Initiative.objects.get(pk=ours.pk).publication_state == "concept"


def test_a_file_that_cannot_be_taken_is_a_sentence(client, member, library):
    draft(library, slug="van-ons")
    header, row = downloaded(client)
    files = {
        "Kies een bestand.": {},
        "Dit bestand is leeg.": {"file": SimpleUploadedFile("leeg.csv", b"")},
        "geen kolom ‘slug’": {"file": SimpleUploadedFile("x.csv", b"naam;plaats\nA;B\n")},
        "geen rijen": {"file": SimpleUploadedFile("x.csv", ";".join(header).encode())},
        "meer dan 200 rijen": {"file": SimpleUploadedFile("x.csv", b"slug;titel\n" + b"a;b\n" * 201)},
        "groter dan 5 MB": {"file": SimpleUploadedFile("x.csv", b"a" * (5 * 2**20 + 1))},
    }

    answers = {sentence: client.post(PAGE, data) for sentence, data in files.items()}

    assert [(sentence, page.status_code) for sentence, page in answers.items() if page.status_code != 422] == []
    assert [sentence for sentence, page in answers.items() if sentence not in page.content.decode()] == []
    broken = client.post(PAGE, {"file": SimpleUploadedFile("x.xlsx", b"PK\x03\x04kapot")})
    assert (broken.status_code, bool(broken.context["form"].errors["file"])) == (422, True)


def test_nothing_else_is_saved_than_was_shown_and_only_to_whom(client, member, library):
    ours = draft(library, slug="van-ons", title="Van ons")
    preview = send(client, changed(downloaded(client), "van-ons", "titel", "Anders"))
    token = preview.context["token"]
    colleague = library_member(library)

    Initiative.objects.filter(pk=ours.pk).update(title="Tussendoor")
    save(client, preview)
    client.post(f"{PAGE}bewaar/", {"wat": token[:-1]})
    client.post(f"{PAGE}bewaar/")
    assert Initiative.objects.get().title == "Tussendoor"

    Initiative.objects.filter(pk=ours.pk).update(title="Van ons")
    client.force_login(colleague)
    client.post(f"{PAGE}bewaar/", {"wat": token})
    assert Initiative.objects.get().title == "Van ons"

    client.force_login(member)
    member.memberships.update(is_active=False)
    assert client.post(f"{PAGE}bewaar/", {"wat": token}).status_code == 403
    member.memberships.update(is_active=True)
    Initiative.objects.get().participations.all().delete()
    client.post(f"{PAGE}bewaar/", {"wat": token})
    assert Initiative.objects.get().title == "Van ons"


def test_a_proposal_that_waits_is_said_to_be_replaced(client, member, library):
    publishable(library, slug="op-de-site", title="Oud")
    save(client, send(client, changed(downloaded(client), "op-de-site", "titel", "Nieuw")))

    preview = send(client, changed(downloaded(client), "op-de-site", "titel", "Nieuwer"))
    assert "Je eerdere voorstel bij ‘Oud’ wacht nog." in preview.content.decode()
    save(client, preview)

    assert ChangeProposal.objects.get().values["title"]["new"] == "Nieuwer"
    assert OutgoingMail.objects.count() == 0  # nobody keeps this province


def test_rows_that_stay_as_they_are_cost_no_queries(client, member, library):
    draft(library)
    one = downloaded(client)
    for_one = number_of_queries(lambda: send(client, one))
    for _ in range(3):
        draft(library)
    four = downloaded(client)

    assert number_of_queries(lambda: send(client, four)) == for_one
