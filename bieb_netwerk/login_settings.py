"""Who logs in, with what, and how often one may try; what differs per server is in settings.py."""

from datetime import timedelta

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: it refuses before a password is looked at
    "rules.permissions.ObjectPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
CURATOR_ADDRESS = "/beheer/"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "members:overview"
LOGOUT_REDIRECT_URL = "home"
PASSWORD_RESET_TIMEOUT = 3600
ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
# without these the log-in form asks no password
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator gave the address
ACCOUNT_PREVENT_ENUMERATION = True
# the adapter turns that mail into work for nobody
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_TIMEOUT = 20 * 60
# Django's own: the library's would keep a second list of addresses beside that of users
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = (
    "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
)
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {
    "request_login_code": "accounts.forms.CodeForm",
    "reset_password": "accounts.forms.NewPasswordForm",
}
ACCOUNT_RATE_LIMITS = {
    # these, and passwords, are counted in accounts/limits.py
    "request_login_code": None,
    "reset_password": None,
    "login_failed": None,
}
MFA_FORMS = {
    "authenticate": "accounts.second_step_forms.SecondStepForm",
    "reauthenticate": "accounts.second_step_forms.ConfirmingForm",
    "activate_totp": "accounts.second_step_forms.NewAppForm",
    "authenticate_webauthn": "accounts.second_step_forms.PasskeyStepForm",
    "reauthenticate_webauthn": "accounts.second_step_forms.ConfirmingPasskeyForm",
}
MFA_ADAPTER = "accounts.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Bieb Netwerk"
MFA_TOTP_TOLERANCE = 1
MFA_ALLOW_UNVERIFIED_EMAIL = True
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
# not the address alone: a library shares one
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "accounts.tries.tried_name"
AXES_CLIENT_IP_CALLABLE = "visitors.addresses.counted_address"
AXES_LOCKOUT_TEMPLATE = "account/lockout.html"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = [
    "username",
    "ip_address",
    "login",
    "next",
    "csrfmiddlewaretoken",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
