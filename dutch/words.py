"""The closed lists of Dutch words and word pieces that the analysis knows by itself."""


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text with spaces between them."""
    return frozenset(text.split())


def compounds_in(text: str) -> dict[str, tuple[str, ...]]:
    """Return the parts of each compound: the first word of every line, and the others on it."""
    compounds = {}
    for line in text.strip().splitlines():
        whole, *parts = line.split()
        compounds[whole] = tuple(parts)
    return compounds


# Words that say how a sentence hangs together, never what it is about. Deliberately short: "zonder", "alleen", "samen",
# "kan", "niet", "meer", "over" and "na" carry meaning in a search ("zonder werk", "na school") and are no part of it.
FUNCTION_WORDS = words_in(
    """
    de het een der den des n t s
    en of maar want dus noch
    in op te van aan bij met voor tot uit om door naar als dan
    dat die dit deze er hier daar
    ik jij je u hij zij ze wij we jullie hem haar hen hun ons onze mij me mijn jouw uw zijn zich
    is was waren ben bent wordt worden werd werden heeft hebben had hebt heb zal zou zullen
    wat wie welke hoe waar
    ook nog al wel zo toch
    """
)

# Words that in a question only say that somebody asks for something. They are searched for where nothing else is.
QUESTION_WORDS = words_in(
    """
    kan kun kunt kunnen wil wilt willen wilde moet moeten mag mogen iets iemand ergens
    waarom wanneer waarmee waarvoor waarover waaraan hoeveel welk zoek zoeken zoekt vind vinden vindt
    doe doet doen gedaan ga gaat gaan krijg krijgt krijgen geef geeft geven maak maakt maken pak pakken aanpakken
    betrek betrekt betrekken ervaring ervaringen lukt lukken weet weten hoort werkt zouden
    bestaat bestaan graag misschien eigenlijk even alle mensen dingen goed goede beter heel erg manier manieren
    voorbeeld voorbeelden
    niet geen meer minder veel ander andere anderen anders steeds vaak soms altijd nooit gewoon echt eens
    tegen via per tijdens sinds volgens vanuit vanaf over onder tussen rond samen
    iedereen niemand zulke kom komt komen kwam laat laten staat staan bijvoorbeeld mogelijk
    samenwerken samenwerkt
    """
)

# What may be split off from a verb and stand far behind it ("doe niet mee"): these are seldom anything else then.
PARTICLES = words_in("mee af weg terug rond samen toe neer")

# The same of words that mostly stand before what they belong to: "vul in", but "vul in de bibliotheek".
PREPOSITIONS = words_in("aan bij door in na om onder op over uit voor")

# A word that begins with one of these is nearly always a derivation (verbinden, herkennen), a separable verb and what
# is made of it (aanbieden, uitvoering) or an adverb (daarbinnen): seldom a compound, and never one whose first part
# anybody searches for.
PREFIXES = words_in(
    """
    aan achter af anti be bij binnen boven buiten daar door een ge heen her hier in inter mede mee na neer om omhoog
    onder ont op over rond samen tegen terug toe tussen uit ultra van vast ver vol voor voort waar wan weer weg wel
    """
)

# Endings that the word lists know as words of their own, with what a linking s leaves of them (martelaar-s-chap), and
# the last part of adverbs (daarbinnen).
SUFFIXES = words_in(
    """
    aal aar aars achtig achtige age atie baar bare chap chappen che dan den der ders ding dom end ende ere eren eur eus
    gene heid heden ier iers ing ingen ion isch ische isme ist isten iteit king lijk lijke ling lingen listen loos
    loosheid loze men ment pel pen per ren ring ringen schap schappen sel sering ster sters ten ter tie tig ting tingen
    ven aan achter binnen boven buiten door heen mee naar naast onder over tegen toe tussen uit van voor
    """
)

# What may stand between two parts: nothing, or the s, e or en that joins them (bestuur-s-lid, paard-e-bloem).
LINKS = ("", "s", "e", "en")

# Plurals that the table only knows as a form of a verb: leden of lijden, namen of nemen.
PLURALS = {
    "leden": "lid",
    "namen": "naam",
    "lagen": "laag",
    "gaven": "gave",
    "sloten": "slot",
    "schoten": "schot",
    "bogen": "boog",
    "zagen": "zaag",
    "graven": "graf",
    "vaten": "vat",
}

# Words that the table only knows as a form of another one, which hardly anybody means: vals of val, vers of verversen.
BY_THEMSELVES = words_in(
    """
    vals rots vers geel vaart vaardig keus spuit slepen geloof beer koe kat netjes
    """
)

# Words of the social domain that are so common that they would stay whole, while readers look for their parts too.
COMPOUNDS = compounds_in(
    """
    hulpverlening hulp verlening
    hulpverlener hulp verlener
    dagbesteding dag besteding
    taalles taal les
    dienstverlening dienst verlening
    arbeidsmarkt arbeid markt
    laaggeletterde laag geletterd
    laaggeletterden laag geletterd
    buurtsportcoach buurt sport coach
    zelfredzaamheid zelf redzaamheid
    zelfredzaam zelf redzaam
    mantelzorger mantel zorger
    raadslid raad lid
    kinderopvang kinder opvang
    kinderbijslag kinder bijslag
    huisarts huis arts
    rechtsbijstand recht bijstand
    cybercriminaliteit cyber criminaliteit
    """
)
