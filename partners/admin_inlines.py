"""Rows in the forms of organisations and networks."""

from accounts.permissions import is_national_curator
from curation.options import OwnedStackedInline, OwnedTabularInline

from .models import Branch, ContactPerson, MunicipalityAlias, NetworkMember, Succession


class ContactPersonInline(OwnedStackedInline):
    model = ContactPerson


class BranchInline(OwnedTabularInline):
    model = Branch
    fk_name = "library"  # a municipality is an organisation too
    fields = ["name", "slug", "address", "postcode", "place", "municipality"]
    autocomplete_fields = ["municipality"]


class AliasInline(OwnedTabularInline):
    model = MunicipalityAlias
    autocomplete_fields = ["source"]


class SuccessionInline(OwnedTabularInline):
    model = Succession
    fk_name = "predecessor"
    keeper = staticmethod(is_national_curator)
    fields = [
        "successor",
        "takes_effect_on",
        "kind",
        "is_main_part",
        "is_announced",
        "source",
    ]
    readonly_fields = ["is_announced"]
    autocomplete_fields = ["successor", "source"]


class NetworkMemberInline(OwnedTabularInline):
    model = NetworkMember
    autocomplete_fields = ["organisation", "source"]
