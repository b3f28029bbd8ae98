"""Mail to who shared an example or gave a tip without an account: as text, and the same with its looks."""

from mail.outgoing import mail_html, queue_mail


def mail_sender_of(*, email, subject, body):
    """Mail them soon."""
    html = mail_html("mail/letter.html", {"title": subject, "body": body.strip()})
    queue_mail(to=email, subject=subject, body=body, html=html)
