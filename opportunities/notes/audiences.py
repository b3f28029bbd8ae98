"""The words that go with an audience of a note; the library changes them as it likes."""

from opportunities.choices import Audience

PROPOSAL = (
    "We kiezen samen één wijk en één groep inwoners die nu te weinig in beeld is.",
    "De bibliotheek regelt plek, ontvangst en programma. Jullie verwijzen mensen door.",
    "Na een half jaar bekijken we wat het oplevert. Na een jaar beslissen we over het vervolg.",
)
MUNICIPAL_ASKS = (
    "Een vaste contactpersoon in het sociaal domein",
    "Hulp bij het bereiken van inwoners",
    "Een bijdrage aan de kosten, voor één jaar",
    "Een plek in het volgende beleidsplan als het werkt",
)
PARTNER_ASKS = (
    "Een vaste contactpersoon",
    "Doorverwijzen van mensen die hier iets aan hebben",
    "Af en toe samen een ochtend of avond aanwezig zijn",
    "Delen wat jullie weten over deze groep",
)
ASKS = {
    Audience.ALDERMAN: MUNICIPAL_ASKS,
    Audience.OFFICIAL: MUNICIPAL_ASKS,
    Audience.COUNCIL: (
        "Aandacht voor dit thema in de raad",
        "Ruimte voor een proef van één jaar",
        "Een bezoek aan de bibliotheek",
    ),
    Audience.UWV: (
        "Een vast spreekuur in de bibliotheek",
        "Doorverwijzen van werkzoekenden die hier iets aan hebben",
        "Werkgevers die willen meedoen",
        "Samen bijhouden wie werk vindt",
    ),
}  # all others: PARTNER_ASKS


def default_texts(audience: str) -> dict[str, str]:
    """{name of the field: text} for the fields for own words, as they are at first."""
    asks = ASKS.get(audience, PARTNER_ASKS)
    return {"voorstel": "\n".join(PROPOSAL), "vraag": "\n".join(asks)}
