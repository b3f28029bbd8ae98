"""Where the task library looks for background work; that of mail stands with the rest of sending."""

from .outgoing import send_outgoing_mail

__all__ = ["send_outgoing_mail"]
