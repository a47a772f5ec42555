"""Invented numbers, names and pictures."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest

from market.core.money import Money
from market.core.tax import split_gross
from market.seeding.draw import People, Pictures, business_number, random_for
from market.seeding.order_plans import net_of


def passes_the_checksum(number: str) -> bool:
    """Written from the rule (weights 1 3 7 1 3 7 1 3 5), not from the generator."""
    digits = [int(digit) for digit in number]
    weighted = digits[0] + 3 * digits[1] + 7 * digits[2] + digits[3] + 3 * digits[4] + 7 * digits[5] + digits[6]
    weighted += 3 * digits[7] + 5 * digits[8] + 5 * digits[8] // 10
    return (10 - weighted % 10) % 10 == digits[9]


@pytest.mark.parametrize("number", ["1108141272", "1234567891", "1208147521"])
def test_the_check_of_this_file_knows_published_numbers(number: str) -> None:
    assert passes_the_checksum(number)
    assert not passes_the_checksum("1234567890")


def test_business_numbers_pass_the_checksum_and_are_nobodys() -> None:
    numbers = [business_number(serial) for serial in range(1, 25_000)]
    numbers += [business_number(serial, middle="83") for serial in range(1, 61)]
    assert len(set(numbers)) == len(numbers)
    assert all(number.startswith("000") and len(number) == 10 for number in numbers)
    assert all(passes_the_checksum(number) for number in numbers)


def test_a_person_is_never_named_the_same_twice() -> None:
    random, people = random_for("test"), People()
    drawn = [people.draw(random) for _ in range(5000)]
    assert all(person.surname != person.given for person in drawn)
    assert len({person.name for person in drawn}) > 1000


def test_pictures_of_one_motif_differ_from_their_neighbours() -> None:
    pictures = Pictures()
    taken = [pictures.take("soap", 2) for _ in range(60)]
    for before, after in itertools.pairwise(taken):
        assert before[0].split("/")[1] != after[0].split("/")[1]
    assert len({one for pair in taken for one in pair}) == 120


@pytest.mark.parametrize("gross", [0, 10, 110, 1005, 33_330, 99_999, 1_234_560, 888_888_880])
def test_the_quick_supply_amount_is_the_markets_own(gross: int) -> None:
    assert net_of(gross, "taxable") == split_gross(Money.of(gross, "KRW"), Decimal("0.1")).net.amount
    assert net_of(gross, "exempt") == gross
