import pytest
from django.core.exceptions import ValidationError

from initiatives.about import Examples
from initiatives.models import Theme
from tests.documents import write_documents
from tests.factories import (
    ConversationQuestionFactory,
    InitiativeFactory,
    LibraryOfferFactory,
    MunicipalDutyFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

TWO_LEVELS = {"parent": ["Kies een hoofdthema: thema’s hebben twee lagen."]}
STAYS_MAIN = {"parent": ["Dit thema heeft zelf deelthema’s en blijft dus een hoofdthema."]}


def refusal_of(theme):
    with pytest.raises(ValidationError) as refusal:
        theme.full_clean()
    return refusal.value.message_dict


def test_main_theme_may_have_a_subtheme():
    main = ThemeFactory()

    subtheme = ThemeFactory.build(parent=main)

    assert subtheme.full_clean() is None
    assert main.full_clean() is None


def test_subtheme_may_move_to_another_main_theme():
    subtheme = ThemeFactory(parent=ThemeFactory())

    subtheme.parent = ThemeFactory()

    assert subtheme.full_clean() is None


def test_third_level_is_refused():
    subtheme = ThemeFactory(parent=ThemeFactory())

    assert refusal_of(ThemeFactory.build(parent=subtheme)) == TWO_LEVELS


def test_theme_with_subthemes_stays_a_main_theme():
    main = ThemeFactory(parent=None, placement_note="Hoort hierbij.")
    ThemeFactory(parent=main)

    main.parent = ThemeFactory()

    assert refusal_of(main) == STAYS_MAIN


@pytest.mark.parametrize("factory", [LibraryOfferFactory, MunicipalDutyFactory, ConversationQuestionFactory])
def test_line_under_a_theme_is_called_by_its_text(factory):
    assert str(factory(text="Een spreekuur")) == "Een spreekuur"


def test_theme_is_called_by_its_name():
    assert str(ThemeFactory(name="Meedoen")) == "Meedoen"


def test_page_has_the_address():
    assert ThemeFactory(slug="meedoen").get_absolute_url() == "/themas/meedoen/"


def test_main_themes_come_first_and_subthemes_in_the_order_of_their_main_theme():
    last, first = ThemeFactory(position=2), ThemeFactory(position=1)
    under_last, second, under_first = [
        ThemeFactory(parent=parent, position=position) for parent, position in ((last, 1), (first, 2), (first, 1))
    ]

    assert list(Theme.objects.all()) == [first, last, under_first, second, under_last]


def test_main_sees_no_subthemes():
    main = ThemeFactory()
    ThemeFactory(parent=main)

    assert list(Theme.objects.main()) == [main]


def test_initiative_count_tells_published_ones_of_the_theme_and_its_parts_once():
    main = ThemeFactory()
    subtheme = ThemeFactory(parent=main)
    InitiativeFactory(themes=[main, subtheme])
    InitiativeFactory(themes=[subtheme])
    InitiativeFactory(themes=[main], publication_state="concept")
    InitiativeFactory(themes=[ThemeFactory()])
    write_documents()

    found = {each.pk: each.initiative_count for each in Examples().counted(Theme.objects.all())}

    assert (found[main.pk], found[subtheme.pk]) == (2, 2)
