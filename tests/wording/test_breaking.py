"""What stays on one line."""

from wording.breaking import unbroken


def test_a_number_stays_with_its_sign_or_word():
    texts = ["Dat kost € 3.000.", "Wet, artikelen 7 en 7a", "artikel 2 van de wet", "een artikel van 2 mensen", "€"]

    assert [unbroken(text) for text in texts] == [
        "Dat kost €\u00a03.000.",
        "Wet, artikelen\u00a07 en 7a",
        "artikel\u00a02 van de wet",
        "een artikel van 2 mensen",
        "€",
    ]
