"""Who takes part: organisations of three kinds, and what binds them."""

from history.tracking import track_history

from .agreement import Agreement
from .claim import Claim
from .contact_person import ContactPerson
from .double import OrganisationDouble
from .library import Branch, Library
from .municipality import Municipality, MunicipalityAlias, Succession
from .network import Network, NetworkMember
from .organisation import Organisation
from .partner import Partner
from .province import Province
from .roles import Curatorship, Membership

__all__ = [
    "Agreement",
    "Branch",
    "Claim",
    "ContactPerson",
    "Curatorship",
    "Library",
    "OrganisationDouble",
    "Membership",
    "Municipality",
    "MunicipalityAlias",
    "Network",
    "NetworkMember",
    "Organisation",
    "Partner",
    "Province",
    "Succession",
]

# contact persons and claims are not among them: a history would keep their data past their term
track_history(
    Agreement,
    Branch,
    Curatorship,
    Membership,
    MunicipalityAlias,
    Network,
    NetworkMember,
    Organisation,
    Province,
    Succession,
)
