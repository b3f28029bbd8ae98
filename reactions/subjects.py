"""What can be reacted on: its word in an address, and which of that kind are on the site."""

from curation.merging import moved_to
from events.models import Event
from initiatives.models import Initiative, Theme

FIELDS = {"voorbeeld": "initiative", "thema": "theme", "bijeenkomst": "meeting"}


def on_the_site(kind):
    """Everything of a kind that the public sees; ``None`` for a word that is no kind."""
    if kind == "voorbeeld":
        return Initiative.objects.published()
    if kind == "thema":
        return Theme.objects.all()
    if kind == "bijeenkomst":
        return Event.objects.published()
    return None


def subject_called(kind, slug):
    """What an address is about, or what that was merged into; ``None`` where there is no such page."""
    public = on_the_site(kind)
    if public is None:
        return None
    subject = public.filter(slug=slug).first()
    return subject or public.filter(pk=moved_to(public.model, slug)).first()


def kind_about(reaction):
    """The word for what a reaction is about."""
    for kind, field in FIELDS.items():
        if getattr(reaction, f"{field}_id"):
            return kind
    return None


def is_on_the_site(reaction):
    """Whether the public sees what it is about."""
    public = on_the_site(kind_about(reaction))
    return public.filter(pk=reaction.about.pk).exists()
