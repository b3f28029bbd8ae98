"""Numbers and amounts as Dutch readers write them."""

from decimal import Decimal

from wording.numbers import amount, money


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
