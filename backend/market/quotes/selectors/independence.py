"""Are enterprises that quoted against each other independent? Two quotes of one hand are none (비교견적)."""

from __future__ import annotations

from collections.abc import Iterable

from market.quotes.rules import Identity, SharedTraits, shared_traits
from market.vendors.models import Vendor, VendorMember
from market.vendors.selectors.account_marks import account_marks


def shared_between(vendor_ids: Iterable[int]) -> list[SharedTraits]:
    """Each pair of these enterprises that has the representative, the address, the account, the e-mail address, the phone or a person in
    common, in three statements. Account numbers are compared by keyed digests and told to nobody."""
    ids = sorted(set(vendor_ids))
    members: dict[int, set[int]] = {vendor_id: set() for vendor_id in ids}
    for vendor_id, user_id in VendorMember.objects.filter(vendor_id__in=ids).values_list("vendor_id", "user_id"):
        members[vendor_id].add(user_id)
    marks = account_marks(ids)
    return shared_traits(
        [
            Identity(
                vendor_id=vendor.pk,
                representative=vendor.representative,
                address=vendor.address,
                email=vendor.email,
                phone=vendor.phone,
                account=marks.get(vendor.pk, ""),
                member_ids=frozenset(members[vendor.pk]),
            )
            for vendor in Vendor.objects.filter(pk__in=ids).order_by("pk")
        ]
    )
