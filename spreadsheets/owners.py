"""Which rows a curator may bring in: a row belongs to provinces, and so does what it hangs under."""

from django.core.exceptions import ValidationError
from django.db.models import Model

from accounts import kinds
from accounts.models import User

NOT_YOURS = "Dit hoort niet bij een provincie waar jij curator van bent."


class Owners:
    """What ``user`` may change of a model; ``None`` is the program itself, which may all."""

    def __init__(
        self,
        model: type[Model],
        user: User | None,
    ) -> None:
        self.model = model
        self.user = user
        self.editable = None
        self.may_change = None  # numbers
        # per foreign key in OWNERS: numbers of what the curator may change
        self.editable_owners: dict[str, set[int]] = {}
        if user is not None:
            self.editable = model._default_manager.editable_by(user)
            numbers = self.editable.values_list("pk", flat=True)
            self.may_change = set(numbers)

    def is_foreign(self, instance: Model) -> bool:
        """Whether this object, which is in the database, is not the curator's to change."""
        if self.may_change is None:
            return False
        return instance.pk not in self.may_change

    def hides(self, attribute: str, instance: Model) -> bool:
        """Whether the curator may not see this attribute of an object that is there."""
        private = getattr(self.model, "PRIVATE_FIELDS", ())
        return attribute in private and self.is_foreign(instance)

    def check_owners(self, instance: Model) -> None:
        """A row may only hang under what the curator may change; else hanging it there would make that theirs."""
        if self.user is None:
            return
        for name in getattr(self.model, "OWNERS", ()):
            column = kinds.field_of(self.model, name).attname
            owner_id = getattr(instance, column)
            if owner_id and owner_id not in self.ids_of_owners(name):
                raise ValidationError({name: NOT_YOURS})

    def ids_of_owners(self, name: str) -> set[int]:
        """What the curator may change of the model that this foreign key leads to."""
        if name not in self.editable_owners:
            owner = kinds.field_of(self.model, name).related_model
            editable = owner._default_manager.editable_by(self.user)
            numbers = editable.values_list("pk", flat=True)
            self.editable_owners[name] = set(numbers)
        return self.editable_owners[name]

    def check_written(self, keys: set[int]) -> None:
        """What was written must still belong to the curator; raises ``ValidationError`` so that it is taken back."""
        if self.editable is None:
            return
        still_editable = self.editable.all().filter(pk__in=keys)
        still_theirs = set(still_editable.values_list("pk", flat=True))
        if keys - still_theirs:
            raise ValidationError(NOT_YOURS)
