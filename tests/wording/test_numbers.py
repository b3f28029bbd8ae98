"""Numbers and amounts as Dutch readers write them."""

from decimal import Decimal

from wording.numbers import amount, euros, money, number_in_full, plain_number, price_in_words


def test_numbers_have_points_between_thousands_and_no_zeros_at_the_end():
    numbers = [0, 5, 1500, "1234567", Decimal("1500.00"), Decimal("0.50"), Decimal("-2500.25")]

    assert [amount(Decimal(number)) for number in numbers] == [
        "0",
        "5",
        "1.500",
        "1.234.567",
        "1.500",
        "0,5",
        "-2.500,25",
    ]


def test_money_has_both_decimals_or_none():
    assert [money(Decimal(number)) for number in ("85", "12.5", "1150.00", "1150.50")] == [
        "85",
        "12,50",
        "1.150",
        "1.150,50",
    ]


def test_a_number_to_type_has_a_comma_and_no_points_or_empty_zeros():
    numbers = [plain_number(Decimal(number)) for number in ("1500", "1500.00", "0.050", "-12.5", "1E+3")]

    assert numbers == ["1500", "1500", "0,05", "-12,5", "1000"]


def test_a_loss_has_its_minus_before_the_sign_of_the_euro():
    assert [euros(Decimal(number)) for number in ("12000", "-100", "0")] == ["€\u00a012.000", "−€\u00a0100", "€\u00a00"]


def test_a_price_says_that_it_is_free_or_not_known():
    prices = [None, Decimal(0), Decimal("85.00"), Decimal("12.5")]

    assert [price_in_words(price) for price in prices] == ["Niet bekend", "gratis", "€\u00a085", "€\u00a012,50"]


def test_a_number_in_full_has_all_its_decimals_and_points():
    numbers = [
        number_in_full(Decimal(number)) for number in ("1100000.00", "2.7500", "0.1234", "50.00", "100", "-1234.5")
    ]

    assert numbers == ["1.100.000", "2,75", "0,1234", "50", "100", "-1.234,5"]
