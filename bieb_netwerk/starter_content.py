"""The files in ``data/`` and the layout of each, in the order in which they refer to each other."""

from events import programme_resources as programme
from events import resources as events
from initiatives import resources as initiatives
from initiatives import theme_resources
from opportunities import figure_resources as figures
from opportunities import resources as opportunities
from partners import resources as partners
from search.resources import SynonymResource
from sources.resources import SourceResource

LAYOUTS = {
    "bronnen.csv": SourceResource,
    "provincies.csv": partners.ProvinceResource,
    "gemeenten.csv": partners.MunicipalityResource,
    "gemeentenamen.csv": partners.MunicipalityAliasResource,
    "herindelingen.csv": partners.SuccessionResource,
    "partners.csv": partners.PartnerResource,
    "bibliotheken.csv": partners.LibraryResource,
    "vestigingen.csv": partners.BranchResource,
    "netwerken.csv": partners.NetworkResource,
    "netwerkleden.csv": partners.NetworkMemberResource,
    "overeenkomsten.csv": partners.AgreementResource,
    "doelgroepen.csv": theme_resources.TargetGroupResource,
    "themas.csv": theme_resources.ThemeResource,
    "praktijkvoorbeelden.csv": initiatives.InitiativeResource,
    "deelnames.csv": initiatives.ParticipationResource,
    "thema_aanbod.csv": theme_resources.LibraryOfferResource,
    "thema_taken.csv": theme_resources.MunicipalDutyResource,
    "thema_vragen.csv": theme_resources.ConversationQuestionResource,
    "cijfers.csv": initiatives.FigureResource,
    "citaten.csv": initiatives.CitationResource,
    "documenten.csv": initiatives.DocumentResource,
    "erkenningen.csv": initiatives.RecognitionResource,
    "indicatoren.csv": figures.IndicatorResource,
    "metingen.csv": figures.MeasurementResource,
    "gemeente_cijfers.csv": figures.IndicatorValueResource,
    "beleidsstukken.csv": opportunities.PolicyDocumentResource,
    "beleidspassages.csv": opportunities.PassageResource,
    "aanbod.csv": opportunities.ServiceResource,
    "aanbod_bekeken.csv": opportunities.SupplyCheckResource,
    "reeksen.csv": events.EventSeriesResource,
    "bijeenkomsten.csv": events.EventResource,
    "bijeenkomst_dagen.csv": events.EventDayResource,
    "bijeenkomst_organisaties.csv": events.EventRoleResource,
    "bijeenkomst_prijzen.csv": events.PriceTierResource,
    "sprekers.csv": programme.SpeakerResource,
    "programma.csv": programme.SessionResource,
    "programma_rollen.csv": programme.AppearanceResource,
    "evaluatievragen.csv": events.EvaluationQuestionResource,
    "synoniemen.csv": SynonymResource,
}
