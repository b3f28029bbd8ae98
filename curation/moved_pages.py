"""Where the old address of something that was merged leads."""

from django.shortcuts import get_object_or_404, redirect

from .merging import moved_to


def redirect_to_kept(published, slug):
    """For good to what it was merged into; 404 for an address that nothing had, or where the public sees nothing."""
    kept = get_object_or_404(
        published,
        pk=moved_to(published.model, slug),
    )
    return redirect(kept, permanent=True)
