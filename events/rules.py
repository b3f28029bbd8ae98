"""Who may: curators of the provinces of the organisers; who comes, and who looked, is only for them to see."""

from accounts.permissions import allow, allow_national, is_curator, is_in_scope, nobody

from .models import (
    Appearance,
    Booking,
    DataAccess,
    EvaluationAnswer,
    EvaluationQuestion,
    Event,
    EventDay,
    EventPhoto,
    EventRole,
    EventSeries,
    Mailing,
    PersonalNeeds,
    PriceTier,
    Registration,
    RegistrationStep,
    SentEntry,
    Session,
    SessionChoice,
    Speaker,
    ToldFacts,
)

for model in (
    Appearance,
    EvaluationQuestion,
    Event,
    EventDay,
    EventPhoto,
    EventRole,
    PriceTier,
    Session,
):
    allow(model)
allow_national(EventSeries)
allow(Speaker, add=is_curator)  # people speak everywhere: whoever needs one may add one
# written by actions only, and seen by who organises
for model in (
    Booking,
    PersonalNeeds,
    Registration,
    RegistrationStep,
    SentEntry,
    SessionChoice,
    EvaluationAnswer,
    Mailing,
    ToldFacts,
):
    allow(
        model,
        view=is_curator & is_in_scope,
        add=nobody,
        change=is_curator & is_in_scope,
        delete=nobody,
    )
allow(
    DataAccess,
    view=is_curator & is_in_scope,
    add=nobody,
    change=nobody,
    delete=nobody,
)
