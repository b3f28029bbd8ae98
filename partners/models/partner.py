from partners.querysets import PartnerQuerySet, of_kind

from .organisation import Organisation


class Partner(Organisation):
    """An organisation that works with libraries; an office hangs under the organisation it belongs to."""

    KIND = Organisation.Kind.PARTNER
    objects = of_kind(PartnerQuerySet)

    class Meta:
        proxy = True
        verbose_name = "partner"
        verbose_name_plural = "partners"
