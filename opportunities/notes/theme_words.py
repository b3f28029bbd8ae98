"""How one speaks of a theme in a proposal: with whom it begins, what one does, and what one asks afterwards."""

from dataclasses import dataclass

from initiatives.models import Theme
from opportunities.choices import Audience


@dataclass(frozen=True)
class ThemeWords:
    """``group`` and ``activity`` stand inside a sentence; ``asked`` is what participants are asked afterwards."""

    group: str
    activity: str
    asked: str


# slug of what an audience is there for
THEME_OF: dict[str, str] = {Audience.UWV: "werk-en-inkomen"}
ANY_THEME = ThemeWords(
    group="inwoners die nu te weinig in beeld zijn",
    activity="één vaste activiteit, elke week op dezelfde tijd",
    asked="Wat heb je hieraan gehad?",
)
WORDS = {
    "mentale-functies-en-beleving": ThemeWords(
        group="inwoners die het mentaal zwaar hebben",
        activity="een leesgroep en een gespreksgroep, elke week op dezelfde tijd",
        asked="Voel je je beter dan een half jaar geleden?",
    ),
    "eigen-regie": ThemeWords(
        group="inwoners die meer zelf willen regelen",
        activity="een inloop waar mensen leren hun zaken zelf te regelen",
        asked="Regel je nu meer zelf dan eerst?",
    ),
    "mantelzorg": ThemeWords(
        group="mantelzorgers die nog geen hulp vragen",
        activity="een ochtend voor mantelzorgers, met informatie en tijd voor elkaar",
        asked="Houd je de zorg nu beter vol?",
    ),
    "gezondheid": ThemeWords(
        group="inwoners die zich niet gezond voelen",
        activity="een spreekuur over gezondheid, samen met de GGD of de huisarts",
        asked="Weet je nu beter wat je zelf voor je gezondheid kunt doen?",
    ),
    "maatschappelijke-participatie": ThemeWords(
        group="inwoners die nu langs de kant staan",
        activity="plekken waar mensen meehelpen in de bibliotheek, met begeleiding",
        asked="Doe je nu meer buitenshuis dan eerst?",
    ),
    "werk-en-inkomen": ThemeWords(
        group="mensen die al langer zonder werk zitten",
        activity="een groep die elke week samen naar werk zoekt",
        asked="Heb je een stap gezet: een cursus, een sollicitatie of een baan?",
    ),
    "dagbesteding": ThemeWords(
        group="mensen met een beperking die een vaste plek zoeken",
        activity="drie plekken voor dagbesteding in de bibliotheek, met begeleiding",
        asked="Ben je op je plek, en wat leer je?",
    ),
    "vrijwilligers": ThemeWords(
        group="inwoners die wel willen helpen, maar nog niet weten waar",
        activity="een vast punt waar inwoners en vrijwilligerswerk elkaar vinden",
        asked="Heb je vrijwilligerswerk gevonden dat bij je past?",
    ),
    "startende-ondernemers": ThemeWords(
        group="inwoners die een eigen zaak willen beginnen",
        activity="een spreekuur voor starters, elke maand",
        asked="Weet je nu wat je volgende stap is?",
    ),
    "nieuwkomers": ThemeWords(
        group="nieuwkomers die al een beetje Nederlands spreken",
        activity="een taalcafé waar nieuwkomers en buurtbewoners elkaar leren kennen",
        asked="Spreek je nu vaker Nederlands, en met wie?",
    ),
    "onderwijs-en-een-leven-lang-leren": ThemeWords(
        group="volwassenen die na school weinig meer leerden",
        activity="een leerplein waar volwassenen met hulp kunnen oefenen",
        asked="Wat kun je nu dat je eerst niet kon?",
    ),
    "laaggeletterdheid": ThemeWords(
        group="volwassenen die moeite hebben met lezen en schrijven",
        activity="een inloop voor taal, met een vaste medewerker en getrainde vrijwilligers",
        asked="Lees en schrijf je nu makkelijker dan bij de start?",
    ),
    "mediawijsheid": ThemeWords(
        group="inwoners die op internet de weg kwijtraken",
        activity="een reeks bijeenkomsten over echt en nep op internet",
        asked="Zie je nu beter wat echt is en wat nep?",
    ),
    "leesbevordering": ThemeWords(
        group="gezinnen waar weinig wordt gelezen",
        activity="voorlezen en boeken kiezen, samen met scholen en de voorschool",
        asked="Lezen jullie thuis meer dan eerst?",
    ),
    "digitale-vaardigheden": ThemeWords(
        group="inwoners die vastlopen met computer of telefoon",
        activity="een gratis cursus en een inloop om te oefenen",
        asked="Wat kun je nu zelf met je computer of telefoon?",
    ),
    "sociale-contacten-en-sociale-cohesie": ThemeWords(
        group="buurtbewoners die elkaar nu niet spreken",
        activity="een vaste tafel waar buren elkaar ontmoeten, elke week op dezelfde tijd",
        asked="Ken je meer mensen in je buurt dan eerst?",
    ),
    "eenzaamheid": ThemeWords(
        group="mensen die zich eenzaam voelen en weinig buiten komen",
        activity="een vaste koffietafel, elke week op dezelfde tijd, en een manier om mensen op te halen",
        asked="Ken je meer mensen dan eerst, en voel je je minder alleen?",
    ),
    "ontmoeting-in-de-wijk": ThemeWords(
        group="buurtbewoners die alleen wonen",
        activity="een huiskamer voor de wijk in één vestiging, op vaste tijden open",
        asked="Kom je terug, en wie leerde je hier kennen?",
    ),
    "informatie-over-voorzieningen": ThemeWords(
        group="inwoners die niet weten waar ze hulp kunnen krijgen",
        activity="een vast spreekuur in de bibliotheek, samen met de loketten van de gemeente",
        asked="Kwam je op de goede plek terecht?",
    ),
    "digitale-overheid": ThemeWords(
        group="inwoners die vastlopen op formulieren van de overheid",
        activity="een punt voor vragen over de digitale overheid, op vaste tijden open",
        asked="Is je zaak geregeld, en lukt het de volgende keer zelf?",
    ),
    "schulden": ThemeWords(
        group="inwoners met geldzorgen die nog geen hulp vragen",
        activity="een geldspreekuur in de bibliotheek, samen met de schuldhulp",
        asked="Heb je nu hulp bij je geldzorgen?",
    ),
    "wegwijs-in-voorzieningen": ThemeWords(
        group="inwoners die bij het verkeerde loket uitkomen",
        activity="een vast spreekuur in de bibliotheek, samen met welzijn en cliëntondersteuning",
        asked="Kwam je op de goede plek terecht?",
    ),
    "veiligheid-leefomgeving": ThemeWords(
        group="inwoners die zich in hun buurt of op internet minder veilig voelen",
        activity="een avond per maand over veiligheid, samen met politie en gemeente",
        asked="Voel je je veiliger dan eerst?",
    ),
    "cybersecurity": ThemeWords(
        group="inwoners die bang zijn voor oplichting op internet",
        activity="een reeks bijeenkomsten over veilig internet, samen met de politie",
        asked="Weet je wat je doet als iemand je wil oplichten?",
    ),
}


def words_for(theme: Theme) -> ThemeWords:
    """The words of a theme; a theme that curators added later is spoken of in words that fit any."""
    return WORDS.get(theme.slug, ANY_THEME)
