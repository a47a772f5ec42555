"""What a member may do for the own enterprise, by role. The market's staff have permissions of their own (core/permissions.py)."""

from __future__ import annotations

from enum import Enum


class Ability(Enum):
    """One thing somebody may do for an enterprise."""

    MANAGE_MEMBERS = "manage_members"  # invite, change roles, remove
    MANAGE_ACCOUNT = "manage_account"  # bank account, closing
    MANAGE_PROFILE = "manage_profile"  # who we are, delivery terms, holidays
    MANAGE_CERTIFICATES = "manage_certificates"
    MANAGE_LISTINGS = "manage_listings"  # goods, prices, pictures, bulk
    MANAGE_STOCK = "manage_stock"  # how many there are, where
    HANDLE_ORDERS = "handle_orders"  # confirm, ship, cancel, take back
    SEE_FIGURES = "see_figures"  # sales and visits


# By the values of models.VendorRole.
ABILITIES: dict[str, frozenset[Ability]] = {
    "owner": frozenset(Ability),
    "manager": frozenset(Ability) - {Ability.MANAGE_MEMBERS, Ability.MANAGE_ACCOUNT},
    "clerk": frozenset({Ability.MANAGE_STOCK, Ability.HANDLE_ORDERS}),
}
# What is left to do for an enterprise that has left the market: serve what was ordered, be paid, look back.
ABILITIES_WHEN_CLOSED = frozenset({Ability.HANDLE_ORDERS, Ability.SEE_FIGURES, Ability.MANAGE_ACCOUNT})


def roles_with(ability: Ability) -> list[str]:
    """The roles that carry the ability."""
    return [role for role, abilities in ABILITIES.items() if ability in abilities]
