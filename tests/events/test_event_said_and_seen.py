"""What stands on the page afterwards: quotes, what was discussed, photos."""

from datetime import date

import pytest

from initiatives.models import Citation, Document
from tests.event_factories import (
    EventFactory,
    EventPhotoFactory,
)
from tests.factories import (
    AgreementFactory,
    InitiativeFactory,
    NetworkFactory,
    PartnerFactory,
    SourceFactory,
    ThemeFactory,
)
from tests.markup import squeezed
from tests.strict_html import check_html

pytestmark = pytest.mark.django_db
PASSED = date(2014, 6, 19)


def page_of(client, event):
    """The text of the page, which is strict HTML."""
    text = squeezed(client.get(event.get_absolute_url()))
    check_html(text)
    return text


def test_a_quote_links_to_what_it_is_about(client):
    event = EventFactory(starts_on=PASSED, report="Een volle zaal.")
    theme = ThemeFactory()
    event.citations.add(
        Citation.objects.create(
            theme=theme, speaker="De wethouder", speaker_role="gastheer", paraphrase="Het kan.", source=SourceFactory()
        )
    )

    page = page_of(client, event)

    assert '<p>Het kan.</p><p class="small soft">De wethouder, gastheer. Over:' in page
    assert f'Over: <a href="{theme.get_absolute_url()}">' in page
    assert "Een volle zaal." in page


@pytest.mark.parametrize(
    "about",
    [
        {"organisation": {"archived_on": "2026-01-01", "name": "Nog geheim"}},
        {"network": {"archived_on": "2026-01-01", "name": "Nog geheim"}},
    ],
)
def test_a_quote_about_what_the_public_may_not_see_has_no_link(client, about):
    [(name, values)] = about.items()
    factory = {"organisation": PartnerFactory, "network": NetworkFactory}[name]
    event = EventFactory()
    quote = {"speaker": "De wethouder", "paraphrase": "Het kan.", "source": SourceFactory()}
    event.citations.add(Citation.objects.create(**{name: factory(**values)}, **quote))

    page = page_of(client, event)

    assert "De wethouder" in page
    assert "Nog geheim" not in page


def test_a_quote_about_an_example_that_is_no_longer_public_is_not_there(client):
    event, initiative = EventFactory(), InitiativeFactory(publication_state="concept")
    quote = Citation.objects.create(
        initiative=initiative, speaker="De wethouder", paraphrase="Het kan.", source=SourceFactory()
    )
    event.citations.add(quote)

    assert "De wethouder" not in page_of(client, event)


def test_what_hangs_under_it_is_shown_when_the_public_may_see_it(client):
    event = EventFactory()
    initiative = InitiativeFactory()
    event.initiatives.set([initiative, InitiativeFactory(publication_state="concept", title="Nog geheim")])
    event.documents.set(
        [
            Document.objects.create(slug="a", title="De presentatie", kind="presentatie", url="https://doc.example/"),
            Document.objects.create(slug="b", title="Nog geheim", kind="presentatie", archived_on="2026-01-01"),
        ]
    )
    event.agreements.set(
        [AgreementFactory(title="Het convenant"), AgreementFactory(title="Nog geheim", archived_on="2026-01-01")]
    )
    event.sources.add(SourceFactory(title="Het artikel"))

    page = page_of(client, event)

    assert initiative.get_absolute_url() in page
    assert "https://doc.example/" in page
    assert "Het convenant" in page
    assert "Het artikel" in page
    assert "Nog geheim" not in page


def test_a_photo_has_words_and_maker_and_can_be_seen(client):
    event = EventFactory()
    photo = EventPhotoFactory(event=event, alt_text="Een volle zaal", credit="Kim")

    page = page_of(client, event)

    assert f'src="/agenda/foto/{photo.pk}/" alt="Een volle zaal"' in page
    assert "Foto: Kim" in page
    answer = client.get(f"/agenda/foto/{photo.pk}/")
    assert (answer["Content-Type"], answer.getvalue()[:2]) == ("image/jpeg", b"\xff\xd8")
