"""The pages of practice examples and themes."""

from django.core.files.storage import default_storage
from django.db.models import Q
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from curation.moved_pages import redirect_to_kept
from remembering.pages import remembered
from visitors.asked import readable
from visitors.private_pages import kept_private
from visitors.signed_links import LinkRefusedError

from .about import Examples, loaded
from .filters import other_kinds_query
from .freshness import (
    AlreadyConfirmedError,
    asked_by,
    confirm_by_link,
)
from .models import Document, Initiative, Photo, Theme
from .places import places_then_and_now
from .record_field import Chapter, Fact
from .record_on_page import on_page

MOST_RELATED = 3
MOST_MEETINGS = 5
MOST_ABOUT = 12  # examples on the page of a theme; the overview has them all
NOTHING_INSTEAD = {
    "neighbours": [],
    "shared_themes": [],
    "nearby": [],
    "who_may_know": [],
}
MOST_NEARBY = 4  # examples of the main theme, where a theme has none itself


@remembered()
@require_safe
def initiative_detail(request, slug):
    """One published example with all that is known about it; one that was merged leads to the other."""
    initiative = Initiative.objects.published().for_page().filter(slug=slug).first()
    if initiative is None:
        return redirect_to_kept(Initiative.objects.published(), slug)
    return detail_page(request, initiative)


def detail_page(request, initiative, **more):
    """The page of an initiative that comes from ``for_page()``; ``more`` is what a preview says besides."""
    today = timezone.localdate()
    context = {
        "initiative": initiative,
        "phase": initiative.phase_on(today),
        "facts": on_page(Fact, initiative),
        "chapters": on_page(Chapter, initiative),
        "main_theme": next(iter(initiative.themes.all()), None),
        "places": places_then_and_now(initiative, today),
        "meetings": initiative.meetings.for_mentions()[:MOST_MEETINGS],
        "brought": initiative.adoptions.brought(today).get(initiative.pk),
        "reactions": initiative.reactions.newest(),
        "related": related_to(initiative),
    }
    return render(request, "initiatives/initiative_detail.html", context | more)


def related_to(initiative):
    """Other practice examples that share most themes with it."""
    sharing = Examples().sharing_most(initiative.themes.all())
    others = []
    for document in sharing[: MOST_RELATED + 1]:
        if document.object_id != initiative.pk:
            others.append(document)
    return loaded(others[:MOST_RELATED])


@kept_private("GET", "HEAD", "POST")
def initiative_confirm(request, token):
    """Say that an initiative is still right, from a mail; only a press on the button counts, not opening the link."""
    try:
        initiative, organisation = asked_by(token)
    except LinkRefusedError as error:
        refused = {
            "problem": str(error),
            "is_done": isinstance(error, AlreadyConfirmedError),
        }
        return render(
            request,
            "initiatives/initiative_confirm.html",
            refused,
            status=410,
        )
    is_confirmed = request.method == "POST"
    if is_confirmed:
        confirm_by_link(
            initiative=initiative,
            today=timezone.localdate(),
            by=organisation,
        )
    context = {
        "initiative": initiative,
        "asked": organisation,
        "is_confirmed": is_confirmed,
    }
    return render(request, "initiatives/initiative_confirm.html", context)


@remembered()
@require_safe
def theme_list(request):
    """The six main themes with their parts, and how many examples each has."""
    themes = Theme.objects.main().prefetch_related("subthemes")
    examples = Examples()
    for theme in examples.counted(themes):
        examples.counted(theme.subthemes.all())
    return render(request, "initiatives/theme_list.html", {"themes": themes})


@remembered()
@require_safe
def theme_detail(request, slug):
    """What library and municipality can do about a theme, with examples and questions."""
    theme = get_object_or_404(
        Theme.objects.for_page(),
        slug=slug,
    )
    examples = Examples()
    practices = examples.practices_about(theme)
    others = examples.others & examples.about(theme)
    instead = NOTHING_INSTEAD
    if not practices:
        instead = without_examples(theme, examples)
    context = {
        "theme": theme,
        **instead,
        "initiatives": examples.fullest_first(practices)[:MOST_ABOUT],
        "count": len(practices),
        "other_count": len(others),
        "query_of_others": f"thema={theme.slug}&{other_kinds_query()}",
        "meetings": theme.meetings.for_mentions()[:MOST_MEETINGS],
        "reactions": theme.reactions.newest(),
        "other_themes": Theme.objects.main()
        .exclude(pk=theme.pk)
        .exclude(pk=theme.parent_id),
    }
    return render(request, "initiatives/theme_detail.html", context)


def without_examples(theme, examples):
    """Where a theme without examples leads on to."""
    neighbours = neighbours_of(theme, examples)
    shared_themes = []
    if not neighbours:
        shared_themes = themes_beside(theme, examples)
    nearby = []
    if theme.parent:
        near = examples.practices_about(theme.parent)
        nearby = loaded(examples.fullest_first(near)[:MOST_NEARBY])
    return {
        "neighbours": neighbours,
        "shared_themes": shared_themes,
        "nearby": nearby,
        "who_may_know": leads_of(nearby),
    }


def neighbours_of(theme, examples):
    """The theme it is a part of and the other parts, as far as they have practice examples."""
    if not theme.parent_id:
        return []
    family = Theme.objects.filter(Q(pk=theme.parent_id) | Q(parent=theme.parent_id))
    counted = examples.counted(family.exclude(pk=theme.pk))
    return [other for other in counted if other.initiative_count]


def themes_beside(theme, examples):
    """The other themes of what is about a theme, as far as there are practice examples about them."""
    about = Initiative.objects.published().about(theme)
    links = Initiative.themes.through.objects.filter(initiative__in=about)
    beside = Theme.objects.filter(pk__in=links.values("theme")).exclude(pk=theme.pk)
    counted = examples.counted(beside)
    return [other for other in counted if other.initiative_count]


def leads_of(initiatives):
    """Who leads these initiatives (loaded ``for_cards``), each once."""
    organisations = []
    for initiative in initiatives:
        organisations += [lead for lead in initiative.leads if lead.archived_on is None]
    return list(dict.fromkeys(organisations))


@require_safe
def document_file(request, slug):
    """The file of a document, always as a download."""
    document = get_object_or_404(
        Document.objects.published(),
        slug=slug,
    )
    if not document.file:
        raise Http404
    return FileResponse(
        document.file.open(),
        as_attachment=True,
        filename=f"{document.slug}.pdf",
    )


@require_safe
def photo_file(request, pk):
    """A photo of something the public may see."""
    photo = get_object_or_404(
        Photo.objects.published(),
        pk=pk,
    )
    return FileResponse(photo.image.open(), content_type="image/jpeg")


@require_safe
def attached_file(request, name):
    """A document or photo of something that is not on the site yet, for curators; always as a download."""
    name = readable(name)
    documents = Document.objects.filter(file=name)
    photos = Photo.objects.filter(image=name)
    if not (documents.exists() or photos.exists()):
        raise Http404
    if not default_storage.exists(name):
        raise Http404
    return FileResponse(default_storage.open(name), as_attachment=True)
