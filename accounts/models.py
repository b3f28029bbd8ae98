"""Who can log in."""

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property

from .choices import WorkMail


class UserManager(BaseUserManager):
    """Makes users from an e-mail address; how it is written does not matter."""

    use_in_migrations = True

    def editable_by(self, user):
        """Accounts are for administrators."""
        return self.all() if user.is_active and user.is_superuser else self.none()

    def create_user(self, email, password=None, **fields):
        """Make a user who can do nothing yet."""
        if not email:
            raise ValueError("Een gebruiker heeft een e-mailadres.")
        user = self.model(
            email=self.normalize_email(email),
            **fields,
        )
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """Make an administrator, who may do everything."""
        return self.create_user(
            email,
            password,
            **{**fields, "is_staff": True, "is_superuser": True},
        )

    @classmethod
    def normalize_email(cls, email):
        """Addresses are kept in small letters; the log-in library looks for exactly those."""
        return (email or "").strip().lower()

    def get_by_natural_key(self, email):
        """Find the user by address, in capitals or not."""
        return self.get(email__iexact=email)


class User(AbstractUser):
    """Someone who can log in; the e-mail address is the name."""

    username = None
    first_name = None
    last_name = None
    email = models.EmailField("e-mailadres", max_length=254)
    name = models.CharField("naam", max_length=200, blank=True)
    # seen at night
    ended_on = models.DateField(
        "niet meer actief sinds",
        null=True,
        blank=True,
        editable=False,
    )

    work_mail = models.CharField(
        "mail over wat wacht",
        max_length=10,
        choices=WorkMail,
        default=WorkMail.DAILY,
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []
    objects = UserManager()

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        ordering = ["email"]
        constraints = [
            models.UniqueConstraint(
                fields=["email"],
                name="user_email_unique",
                violation_error_message="Er is al een gebruiker met dit e-mailadres.",
            ),
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")),
                name="user_email_in_small_letters",
                violation_error_message="Schrijf het e-mailadres in kleine letters.",
            ),
        ]

    def __str__(self):
        return self.name or self.email

    @cached_property
    def curated_province_ids(self):
        """Ids of the provinces this user looks after; ``None`` among them stands for the whole country."""
        return (
            set(self.curatorships.values_list("province", flat=True))
            if self.is_active
            else set()
        )

    @property
    def is_national_curator(self):
        """Whether this user keeps everything; an administrator does too."""
        return self.is_active and (
            self.is_superuser or None in self.curated_province_ids
        )

    @property
    def is_curator(self):
        """Whether this user keeps something."""
        return self.is_national_curator or bool(self.curated_province_ids)

    @cached_property
    def general_permissions(self):
        """``{permission: whether}`` of what was asked about no thing in particular."""
        return {}

    def has_perm(self, perm, obj=None):
        """Whether this user may; a page of the curators’ room asks three hundred times, mostly the same.

        A request loads its user anew, so nothing that is remembered here outlives a change of roles.
        """
        if obj is not None:
            return super().has_perm(perm, obj)
        if perm not in self.general_permissions:
            self.general_permissions[perm] = super().has_perm(perm)
        return self.general_permissions[perm]

    @property
    def name_in_chooser(self):
        """Name and address: two people may have one name."""
        if self.name:
            return f"{self.name} ({self.email})"
        return self.email

    def get_full_name(self):
        return str(self)

    def get_short_name(self):
        return str(self)
