"""Which rows a curator may change; the one place where provinces are turned into rows is each queryset here."""

from django.db.models import Q, QuerySet

from . import kinds


class ScopedQuerySet(QuerySet):
    """Rows of the whole country: only national curators change them, unless a subclass says whose they are."""

    def editable_by(self, user):
        """Rows this user may change: all for a national curator, else those of the provinces they look after."""
        if user.is_national_curator:
            return self.all()
        if not user.curated_province_ids:
            return self.none()
        every = self.model._default_manager.order_by()
        mine = every.of_provinces(user.curated_province_ids)
        return self.filter(pk__in=mine.values("pk"))

    def of_provinces(self, province_ids):
        """Rows that belong to these provinces."""
        return self.none()


class OwnedQuerySet(ScopedQuerySet):
    """Rows that hang under another one, and belong to whatever province that belongs to.

    ``OWNERS`` of the model names the foreign keys that may hold the other one.
    """

    def of_provinces(self, province_ids):
        owned = Q(pk__in=[])
        for name in self.model.OWNERS:
            owner = kinds.field_of(self.model, name).related_model
            every_owner = owner._default_manager.order_by()
            theirs = every_owner.of_provinces(province_ids)
            owned |= Q(**{f"{name}__in": theirs.values("pk")})
        return self.filter(owned)


def owners_are_editable(row, user):
    """Whether everything that this row hangs under may be changed by the user, before the row itself says anything."""
    for name in getattr(row, "OWNERS", ()):
        key = kinds.field_of(row, name)
        owner_id = getattr(row, key.attname)
        editable = key.related_model._default_manager.editable_by(user)
        if owner_id and not editable.filter(pk=owner_id).exists():
            return False
    return True


def hidden_fields(rows, user):
    """{key: names of fields} that this user may not see of these rows: ``PRIVATE_FIELDS`` are for who may change one.

    Asks the database only about kinds of things that have such fields.
    """
    names = getattr(rows.model, "PRIVATE_FIELDS", ())
    if not names:
        return {}
    every = rows.model._default_manager.order_by()
    editable = every.editable_by(user)
    foreign = rows.exclude(pk__in=editable.values("pk"))
    return dict.fromkeys(
        foreign.values_list("pk", flat=True),
        names,
    )
