"""Mail to curators about what was sent in: at once or every morning, as each of them chose."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from accounts.choices import WorkMail
from accounts.models import User
from mail.outgoing import about_user, mail_text, queue_mails, subject_line


@dataclass(frozen=True)
class WorkLine:
    """One thing that waits: in words, and where somebody decides about it."""

    says: str
    path: str

    @property
    def address(self):
        """The page as a mail has it."""
        return settings.SITE_ADDRESS + self.path

    @property
    def in_one_line(self):
        """A title with a new line in it could write a link of its own in the mail."""
        return subject_line(self.says)


def curators_mailed(when):
    """Who keeps something and chose to be mailed then; an administrator keeps everything."""
    users = User.objects.filter(is_active=True, work_mail=when)
    keeps_something = Q(is_superuser=True) | Q(curatorships__isnull=False)
    return users.filter(keeps_something).distinct()


def provinces_looked_after():
    """Numbers of the provinces with a curator of their own who is mailed."""
    mailed = User.objects.filter(is_active=True).exclude(work_mail=WorkMail.NEVER)
    of_province = mailed.filter(curatorships__province__isnull=False)
    return set(of_province.values_list("curatorships__province", flat=True))


def waiting_for(user, rows, looked_after):
    """Those of these things that this curator is mailed about.

    That is what belongs to a province of theirs; for national curators what no curator of a province is mailed about.
    """
    every = rows.model._default_manager.order_by()
    own = every.of_provinces(user.curated_province_ids - {None})
    wanted = Q(pk__in=own.values("pk"))
    if user.is_national_curator:
        of_others = every.of_provinces(looked_after)
        wanted |= ~Q(pk__in=of_others.values("pk"))
    return rows.filter(wanted)


def tell_curators(*, row, line, by=None):
    """Mail at once who chose that and keeps this thing; whoever did it themselves knows already."""
    this = type(row)._default_manager.filter(pk=row.pk)
    looked_after = provinces_looked_after()
    mails = []
    for user in curators_mailed(WorkMail.AT_ONCE):
        if user != by and waiting_for(user, this, looked_after).exists():
            mails.append(work_mail(user, line.in_one_line, [line]))
    queue_mails(mails)


def work_mail(user, subject, lines):
    """The mail to one curator, as ``queue_mails`` takes it."""
    site = settings.SITE_ADDRESS
    context = {
        "lines": lines,
        "start": site + reverse("admin:index"),
        "choice": site + reverse("curator:work_mail"),
        "site": site,
    }
    body = mail_text("curation/email/work.txt", context)
    return user.email, subject, body, about_user(user)
