"""Pages of the room on which something waits: with rows, decisions and folds open, on a desk and on a phone."""

import pytest

from initiatives.models import Initiative
from tests.e2e import failed_tasks
from tests.e2e.accessibility import LIGHT, SIZES, open_folds, violations_at_every_size
from tests.factories import MessageFactory
from tests.reaction_factories import ReactionFactory
from tests.review_factories import ChangeProposalFactory
from tests.role_factories import ClaimFactory

PAGES = [
    "/beheer/mail/",
    "/beheer/mislukt/",
    "/beheer/rollen/",
    "/beheer/gezondheid/",
    "/beheer/initiatives/initiative/?kolom=kosten",
    "/beheer/spreadsheets/importrun/",
    "/beheer/partners/library/woorden/",
    "/beheer/partners/claim/",
    "/beheer/reactions/reaction/",
    "/beheer/contact/message/",
    "/inloggen/sessies/",
    "/inloggen/gegevens/",
]
# words that stand on one line where nothing breaks them, on a phone too
FIND_BROKEN_WORDS = """() => [...document.querySelectorAll("#main tbody td, #main tbody th, #main button")]
  .filter((each) => each.checkVisibility() && each.clientWidth < 45 && each.textContent.trim().length > 6)
  .map((each) => each.textContent.trim())"""


@pytest.fixture
def waiting(in_site):
    """The addresses of one of each that waits for a curator."""
    with in_site():
        example = Initiative.objects.order_by("pk").first()
        things = [
            ClaimFactory(organisation=example.leads[0]),
            ChangeProposalFactory(initiative=example),
            ReactionFactory(initiative=example, state="wacht"),
            MessageFactory(),
        ]
        failed_tasks.fail("curation.tasks.check_links")
    yield [f"/beheer/{each._meta.app_label}/{each._meta.model_name}/{each.pk}/change/" for each in things]
    with in_site():
        for each in things:
            each.delete()
        failed_tasks.forget()


def test_pages_on_which_something_waits_are_accessible_and_break_no_words(administrator, waiting):
    found = {}
    for address in [*PAGES, *waiting]:
        administrator.goto(address)
        open_folds(administrator)
        told = violations_at_every_size(administrator, wide=[LIGHT], narrow=[LIGHT])
        administrator.set_viewport_size(SIZES["smal"])
        found[address] = [told or None, administrator.evaluate(FIND_BROKEN_WORDS)]

    assert {address: told for address, told in found.items() if told != [None, []]} == {}


def test_on_a_phone_a_value_is_called_what_it_is(administrator, waiting):
    proposal = next(address for address in waiting if "changeproposal" in address)
    administrator.set_viewport_size(SIZES["smal"])
    administrator.goto(proposal)

    labels = administrator.locator("#proposal td[data-label]").evaluate_all(
        "them => them.map(each => getComputedStyle(each, '::before').content)"
    )

    assert labels == ['"Nu: "', '"Voorstel: "']
