"""Messages on the next page, in a cookie with a name that no other site of the domain can set."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage


class OwnCookieStorage(CookieStorage):
    """As Django's, under our name."""

    @property
    def cookie_name(self):
        return settings.MESSAGES_COOKIE


class MessageStorage(FallbackStorage):
    """In the cookie as far as they fit, else in the session."""

    storage_classes = (OwnCookieStorage, SessionStorage)
