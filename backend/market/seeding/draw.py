"""Drawing plausible, obviously invented facts: numbers, phones, addresses, people. Everything follows from the generator given."""

from __future__ import annotations

import datetime as dt
import zlib
from collections import defaultdict
from dataclasses import dataclass
from random import Random
from uuid import UUID

from market.core.clock import SEOUL
from market.seeding.sizes import SEED
from market.seeding.sources import Entry, SeedSourceError, motifs, palettes, source

BUSINESS_NUMBER_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
BUSINESS_NUMBER_MIDDLES = ("81", "86", "87", "88")
PUBLIC_BODY_MIDDLE = "83"


def random_for(stage: str) -> Random:
    """Each stage has its own generator, so that a change in one leaves the others as they were."""
    return Random(f"{SEED}/{stage}")  # noqa: S311 - samples, not secrets


def uuid_of(random: Random) -> UUID:
    return UUID(int=random.getrandbits(128), version=4)


def uuid_at(random: Random, moment: dt.datetime) -> UUID:
    """A UUID that begins with its time (version 7): rows of one day lie beside one another in the index, so loading is fast."""
    milliseconds = int(moment.timestamp() * 1000)
    bits = random.getrandbits(74)
    return UUID(int=milliseconds << 80 | 7 << 76 | (bits >> 62) << 64 | 2 << 62 | bits & (1 << 62) - 1)


def business_number(serial: int, *, middle: str = "") -> str:
    """A number that passes the checksum yet starts with 000, which no tax office gives. Distinct for serials below 40,000."""
    block, rest = divmod(serial, 10_000)
    first_nine = f"000{middle or BUSINESS_NUMBER_MIDDLES[block]}{rest * 7919 % 10_000:04d}"
    total = sum(int(digit) * weight for digit, weight in zip(first_nine, BUSINESS_NUMBER_WEIGHTS, strict=True))
    return first_nine + str((10 - (total + int(first_nine[8]) * 5 // 10) % 10) % 10)


def phone(random: Random) -> str:
    """A landline of the sample block 02-000-xxxx."""
    return f"02-000-{random.randrange(10_000):04d}"


def mobile(random: Random) -> str:
    """A mobile of the sample block 010-0000-xxxx, as it is stored."""
    return f"+82100000{random.randrange(10_000):04d}"


def working_moment(random: Random, day: dt.date) -> dt.datetime:
    return dt.datetime.combine(
        day, dt.time(random.randint(9, 17), random.randint(0, 59), random.randint(0, 59)), tzinfo=SEOUL
    )


def moment_between(random: Random, start: dt.datetime, end: dt.datetime) -> dt.datetime:
    """A moment in working hours of a day between the two."""
    days = max((end - start).days, 0)
    moment = working_moment(random, (start.astimezone(SEOUL) + dt.timedelta(days=random.randint(0, days))).date())
    return min(max(moment, start), end)


class Places:
    """Districts and addresses within them."""

    def __init__(self) -> None:
        data = source("districts.yaml")
        self.seoul: list[Entry] = data["districts"]
        self.elsewhere: list[Entry] = data["elsewhere"]
        self.all = [*self.seoul, *self.elsewhere]
        self.by_code = {entry["code"]: entry for entry in self.all}

    def draw(self, random: Random, *, elsewhere_share: float = 0.12) -> Entry:
        return random.choice(self.elsewhere if random.random() < elsewhere_share else self.seoul)

    def postal_code(self, random: Random, place: Entry) -> str:
        prefix = str(place["postcode_prefix"])
        return prefix + f"{random.randrange(10 ** (5 - len(prefix))):0{5 - len(prefix)}d}"

    def street(self, random: Random, place: Entry) -> str:
        """A road and an invented number."""
        return f"{random.choice(place['neighbourhoods'])} {random.randint(1, 280)}"


@dataclass(frozen=True, slots=True)
class Person:
    surname: str
    given: str
    surname_en: str
    given_en: str

    @property
    def name(self) -> str:
        return self.surname + self.given

    @property
    def mailbox(self) -> str:
        return f"{self.given_en}.{self.surname_en}".lower()


class People:
    """Names of invented people. ``weights``: how much each era of given names counts, oldest first."""

    def __init__(self) -> None:
        data = source("people.yaml")
        self.data: Entry = data
        self.surnames: list[Entry] = data["surnames"]
        self.surname_weights = [entry["weight"] for entry in self.surnames]
        self.eras: list[list[Entry]] = [era["names"] for era in data["given_names"]]

    def draw(self, random: Random, weights: tuple[float, ...] = (2, 5, 4, 1)) -> Person:
        surname = random.choices(self.surnames, self.surname_weights)[0]
        names = random.choices(self.eras, weights)[0]
        given = random.choice(names)
        while surname["name"] == given["name"]:
            given = random.choice(names)
        return Person(surname["name"], given["name"], surname["name_en"], given["name_en"])


class Pictures:
    """Hands out drawings so that two of the same motif that come one after the other never look alike."""

    def __init__(self) -> None:
        self._counts: defaultdict[str, int] = defaultdict(int)
        self._palettes = palettes()
        self._motifs = motifs()

    def take(self, motif: str, count: int = 1) -> list[str]:
        """``count`` pictures of one thing in one colourway."""
        if motif not in self._motifs:
            raise SeedSourceError(f"catalog-seeds/art has no drawing named {motif}")
        turn = self._counts[motif]
        self._counts[motif] += 1
        palette = self._palettes[(zlib.crc32(motif.encode()) + turn * 3) % len(self._palettes)]
        first = (turn * 11) % 837
        return [f"{motif}/{palette}/{first + number}" for number in range(count)]
