"""Which browser somebody uses, in words; a mail when it is one from which they never logged in before."""

from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from mail.outgoing import about_user, mail_text, queue_mail

# first that fits: browsers name each other
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "Chrome": "Chrome",
    "CriOS": "Chrome",
    "Safari": "Safari",
}
DEVICES = {
    "iPhone": "een iPhone",
    "iPad": "een iPad",
    "Android": "Android",
    "CrOS": "een Chromebook",
    "Windows": "Windows",
    "Macintosh": "een Mac",
    "Linux": "Linux",
}
SALT = "accounts.known_browser"
KNOWN_FOR = timedelta(days=365)
MOST_ACCOUNTS = 5  # of one browser; the first is forgotten


def browser_in_words(user_agent):
    """What a browser says of itself, such as *Firefox op Windows*; nothing where that tells us nothing."""
    browser = first_named(BROWSERS, user_agent)
    device = first_named(DEVICES, user_agent)
    if browser and device:
        return f"{browser} op {device}"
    return browser


def first_named(names, text):
    """The word for the first of these signs that is in a text, or nothing."""
    for sign, word in names.items():
        if sign in text:
            return word
    return ""


def know_browser(request, response, *, user):
    """Mail a user who logs in with a browser that is new to the account, and have the browser remember it."""
    mark = mark_of(user)
    marks = marks_in(request)
    if mark in marks:
        marks.remove(mark)
    else:
        tell_of_new_browser(
            user,
            request.META.get("HTTP_USER_AGENT", ""),
        )
    response.set_signed_cookie(
        settings.KNOWN_BROWSER_COOKIE,
        ".".join([*marks, mark][-MOST_ACCOUNTS:]),
        salt=SALT,
        max_age=KNOWN_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def mark_of(user):
    """What a browser keeps of an account: nobody can read whose it is, and another password makes it another one."""
    return salted_hmac(
        SALT,
        f"{user.pk} {user.password}",
        algorithm="sha256",
    ).hexdigest()[:32]


def marks_in(request):
    """Of which accounts this browser is known."""
    try:
        kept = request.get_signed_cookie(
            settings.KNOWN_BROWSER_COOKIE,
            default="",
            salt=SALT,
            max_age=KNOWN_FOR,
        )
    except BadSignature:
        return []
    return kept.split(".") if kept else []


def tell_of_new_browser(user, user_agent):
    """Mail that somebody logged in, and where to end it."""
    context = {
        "browser": browser_in_words(user_agent),
        "at": timezone.localtime(),
        "sessions": settings.SITE_ADDRESS + reverse("account_sessions"),
        "new_password": settings.SITE_ADDRESS + reverse("account_reset_password"),
    }
    body = mail_text("account/email/new_browser.txt", context)
    queue_mail(
        to=user.email,
        subject="Er is ingelogd op je account",
        body=body,
        about=about_user(user),
    )
