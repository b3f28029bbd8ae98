"""What a visitor asks in an address becomes a text that the database can look for."""

import pytest
from django.core.exceptions import ValidationError
from django.forms import CharField
from django.http import QueryDict

from visitors.asked import NO_TEXT, asked_text, asked_texts


def test_a_text_has_no_nul_no_space_around_it_and_is_cut_off():
    query = QueryDict("leeg=&nul=a%00b&ruim=%20x%20&lang=" + "y" * 300)

    read = [asked_text(query, name) for name in ("leeg", "nul", "ruim", "weg")]

    assert (read, len(asked_text(query, "lang"))) == (["", "ab", "x", ""], 200)


def test_of_several_texts_each_is_there_once_in_their_order():
    query = QueryDict("g=b&g=&g=a&g=%00&g=b%20&g=%20a")

    assert asked_texts(query, "g") == ["b", "a"]


def test_a_form_says_of_a_nul_character_what_an_address_says_of_it():
    with pytest.raises(ValidationError) as refused:
        CharField().clean("nul\x00teken")

    assert refused.value.messages == [NO_TEXT]
