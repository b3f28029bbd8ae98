"""*Plak een link*: what stands at the address is read in the background, with the guard of the link checker."""

from tempfile import NamedTemporaryFile
from urllib.parse import urlsplit

from curation.fetching import fetch
from curation.links import LinkProblemError
from spreadsheets.apart import Limits, RefusedByReaderError, read_apart

from .models import Sharing

MOST_MEGABYTES = 5
TOO_SLOW = "Deze pagina kost te veel tijd om te lezen."
TOO_LARGE = "Deze pagina is te groot om te lezen."
OUR_FAULT = "Er ging bij ons iets mis."
LIMITS = Limits(
    memory=450 * 2**20,
    seconds=10,
    output=2**16,
    too_slow=TOO_SLOW,
    too_large=TOO_LARGE,
)
LONGEST_TITLE = 250
LONGEST_PUBLISHER = 100
State = Sharing.PageState
PAGE_FIELDS = (
    "page_url",
    "page_state",
    "page_title",
    "page_publisher",
    "page_problem",
)


def wait_for_page(sharing, url):
    """Let the page at this address be read; what was found at another one is forgotten."""
    forget_page(sharing)
    sharing.page_url = url
    sharing.page_state = State.WAITING
    sharing.save()


def forget_page(sharing):
    """Say nothing any more of the page that was pasted; the caller saves it."""
    for field in PAGE_FIELDS:
        setattr(sharing, field, "")


def read_page(sharing_id):
    """Read the page that a sender waits for; may be done twice."""
    waiting = Sharing.objects.filter(
        pk=sharing_id,
        page_state=State.WAITING,
    )
    sharing = waiting.first()
    if sharing is None:
        return
    same = waiting.filter(page_url=sharing.page_url)  # another may be pasted meanwhile
    try:
        title, publisher = head_of(sharing.page_url)
    except (RefusedByReaderError, LinkProblemError) as error:
        same.update(
            page_state=State.UNREADABLE,
            page_problem=str(error),
        )
        return
    except Exception:
        # a fault of ours: the sender goes on, and the task fails as any other
        same.update(
            page_state=State.UNREADABLE,
            page_problem=OUR_FAULT,
        )
        raise
    same.update(
        page_state=State.READ,
        page_title=title[:LONGEST_TITLE],
        page_publisher=publisher[:LONGEST_PUBLISHER],
    )


def head_of(url):
    """(title, publisher) of the page at this address; its host where it does not say whose it is."""
    with NamedTemporaryFile() as file:
        fetch(url, file, MOST_MEGABYTES * 2**20)
        file.flush()
        [(title, publisher)] = read_apart("initiatives.page_head", file.name, LIMITS)
    return title, publisher or urlsplit(url).hostname.removeprefix("www.")
