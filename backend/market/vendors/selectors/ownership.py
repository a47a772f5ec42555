"""Who is the only one in charge of an enterprise."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from market.vendors.models import VendorMember, VendorRole


class VendorOwnership:
    """Accounts' question before somebody leaves: would an enterprise be left without an owner?"""

    def organization_kept_by(self, user_id: int) -> str | None:
        """The name of an enterprise whose only active owner this user is."""
        owners = VendorMember.objects.filter(role=VendorRole.OWNER)
        others = owners.filter(vendor=OuterRef("vendor"), user__is_active=True).exclude(user_id=user_id)
        return (
            owners.filter(~Exists(others), user_id=user_id)
            .order_by("id")
            .values_list("vendor__name", flat=True)
            .first()
        )
