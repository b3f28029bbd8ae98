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
    from axes.utils import reset

    from .limits import forget_log_ins

    reset(username=user.email)
    forget_log_ins(user.email)
