"""Who tries to log in."""

LONGEST_ADDRESS = 254  # characters


def tried_name(request, credentials=None):
    """The address with which somebody tries to log in, no longer than one can be."""
    tried = credentials or {}
    return (
        (tried.get("email") or tried.get("username") or "")
        .strip()
        .lower()[:LONGEST_ADDRESS]
    )
