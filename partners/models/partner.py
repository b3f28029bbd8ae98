from django.core.exceptions import ValidationError

from partners.querysets import PartnerQuerySet, of_kind

from .organisation import Organisation


class Partner(Organisation):
    """An organisation that works with libraries or might; an office hangs under the organisation it belongs to."""

    KIND = Organisation.Kind.PARTNER
    objects = of_kind(PartnerQuerySet)

    class Meta:
        proxy = True
        verbose_name = "partner"
        verbose_name_plural = "partners"

    def clean(self):
        """Keep it at two levels, so that whoever filters on a partner gets all of it."""
        if self.parent and self.parent.parent_id:
            raise ValidationError(
                {
                    "parent": "Kies de organisatie zelf: een vestiging heeft geen vestigingen."
                }
            )
        if self.parent and self.pk and self.offices.exists():
            raise ValidationError(
                {
                    "parent": "Deze partner heeft zelf vestigingen en is dus geen vestiging."
                }
            )
