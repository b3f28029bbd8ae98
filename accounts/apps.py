from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "Gebruikers"

    def ready(self):
        """Listen to the log-in library."""
        from allauth.account.signals import password_reset

        password_reset.connect(end_waiting_time, dispatch_uid="end_waiting_time")


def end_waiting_time(request, user, **kwargs):
    """A new password ends the waiting time after wrong ones: whoever reads the mail is who they say."""
    from allauth.account.adapter import get_adapter
    from axes.utils import reset

    reset(username=user.email)
    get_adapter()._delete_login_attempts_cached_email(request, email=user.email)  # its own count has no other door
