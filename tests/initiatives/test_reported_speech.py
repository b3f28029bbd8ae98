"""What somebody said is told as reported speech, and looks like it."""

import pytest
from django.core.exceptions import ValidationError

from initiatives.reported_speech import objection_to
from tests.evidence_factories import CitationFactory
from tests.markup import squeezed

TOLD = [
    "Volgens haar helpt de bibliotheek.",
    "Hij noemt haar de ‘stille kracht van de samenleving’.",
    "Zo’n avond, met foto’s, werkt volgens hem het best.",
    "Van 's-Gravenhage tot 's-Hertogenbosch zijn de mensen volgens haar enthousiast over wat de bibliotheek doet.",
    "Een ‘dagje uit’, zegt zij. En ‘één grote familie’ van mensen die het volgens haar heel fijn met elkaar hebben.",
]
SPOKEN = [
    "Wij helpen iedereen.",
    "Daar helpen we bij.",
    "Volgens hem is dat aan ons.",
    "Onze vestigingen zijn dicht.",
    "Dat is mijn plan.",
    "Hier sta ik.",
    "Hij noemt haar ‘de stille kracht van de samenleving’.",
    "Hij zegt: “Je hoort de bibliotheek bijna nooit.”",
    'Hij zegt: "Je hoort de bibliotheek bijna nooit."',
    "Hij zegt: 'Zo’n plek is er bijna nergens.'",
]


def test_nobody_speaks_and_a_literal_expression_is_short():
    refused = [text for text in TOLD if objection_to(text)]
    accepted = [text for text in SPOKEN if not objection_to(text)]

    assert (refused, accepted) == ([], [])


@pytest.mark.django_db
def test_who_writes_a_quote_hears_what_is_wrong():
    with pytest.raises(ValidationError) as refused:
        CitationFactory(paraphrase="Wij helpen iedereen.").full_clean()

    [sentence] = refused.value.message_dict["paraphrase"]
    assert sentence.startswith("Vertel na wat er gezegd is, zonder ‘Wij’.")


@pytest.mark.django_db
def test_it_stands_on_the_page_as_a_sentence_and_not_as_a_quote(client):
    said = CitationFactory(speaker="Noor", speaker_role="wethouder", paraphrase="Volgens Noor helpt het.")

    page = squeezed(client.get(said.initiative.get_absolute_url()))

    assert '<p>Volgens Noor helpt het.</p><p class="small soft">Noor, wethouder. Naverteld uit: ' in page
    assert "<blockquote" not in page
