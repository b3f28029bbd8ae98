"""Who may view, add, change and delete organisations and what binds them."""

from accounts.permissions import (
    allow,
    allow_national,
    is_administrator,
    is_curator,
    is_in_scope,
    is_national_curator,
    nobody,
)

from .models import (
    Agreement,
    Branch,
    Claim,
    ContactPerson,
    Curatorship,
    Library,
    Membership,
    Municipality,
    MunicipalityAlias,
    Network,
    NetworkMember,
    Organisation,
    Partner,
    Province,
    Succession,
)

for model in (
    Branch,
    ContactPerson,
    Library,
    Membership,
    Municipality,
    MunicipalityAlias,
    Partner,
):
    allow(model)
allow_national(Agreement, Network, NetworkMember, Province, Succession)
# per kind, on its own list
allow(
    Organisation,
    add=nobody,
    change=nobody,
    delete=nobody,
)
allow(
    Curatorship,
    view=is_national_curator,
    add=is_administrator,
    change=is_administrator,
)
# decided in its list
allow(
    Claim,
    view=is_curator & is_in_scope,
    add=nobody,
    change=nobody,
    delete=nobody,
)
