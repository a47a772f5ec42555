"""English words for the labels of options."""

from __future__ import annotations

import re

from market.seeding.sources import source

COUNTED = re.compile(r"(\d[\d,]*)\s*(\D+)")


def option_en(label: str) -> str:
    """The English of an option's label; empty where there is none, so that the Korean is shown."""
    data = source("options_en.yaml")
    if label in data["labels"]:
        return str(data["labels"][label])
    counted = COUNTED.fullmatch(label)
    if not counted or counted[2] not in data["counters"]:
        return ""
    many, one = data["counters"][counted[2]]
    if counted[1] == "1":
        return one if one == "once" else f"1 {one}"
    return f"{counted[1]} {many}"
