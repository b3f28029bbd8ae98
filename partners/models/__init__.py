"""Who takes part: organisations of three kinds, and what binds them."""

from .agreement import Agreement
from .contact_person import ContactPerson
from .library import Branch, Library
from .municipality import Municipality, MunicipalityAlias, Succession
from .network import Network, NetworkMember
from .organisation import Organisation
from .partner import Partner
from .province import Province

__all__ = [
    "Agreement",
    "Branch",
    "ContactPerson",
    "Library",
    "Municipality",
    "MunicipalityAlias",
    "Network",
    "NetworkMember",
    "Organisation",
    "Partner",
    "Province",
    "Succession",
]
