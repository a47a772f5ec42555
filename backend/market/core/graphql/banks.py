"""Banks as clients name them."""

from market.core.banks import Bank
from market.core.graphql.enums import enum_from_choices

BankEnum = enum_from_choices("BankEnum", Bank, "Banks that money can be sent to.")
