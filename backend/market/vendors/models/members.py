"""Who works for an enterprise, and who is invited to."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from market.accounts.models import User
from market.vendors.models.enterprises import Vendor


class VendorRole(models.TextChoices):
    OWNER = "owner", "대표"
    MANAGER = "manager", "관리자"
    CLERK = "clerk", "담당자"


class VendorMember(models.Model):
    vendor = models.ForeignKey(Vendor, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="vendor_memberships")
    role = models.CharField(max_length=10, choices=VendorRole.choices)
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vendor", "user"], name="vendor_member_once")]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.vendor_id}"


class VendorInvitation(models.Model):
    """An invitation to one address. The link in the mail is signed; only an account of that confirmed address can take it."""

    vendor = models.ForeignKey(Vendor, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(help_text="in lower case")
    role = models.CharField(max_length=10, choices=VendorRole.choices)
    invited_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    mailed_count = models.PositiveSmallIntegerField(
        default=1, help_text="how often its mail was asked for; one mail each"
    )
    mailed_at = models.DateTimeField(default=timezone.now, help_text="when it was asked for last")
    accepted_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["vendor", "email"],
                condition=models.Q(accepted_at__isnull=True, revoked_at__isnull=True),
                name="vendor_invitation_once",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_at__isnull=True) | models.Q(revoked_at__isnull=True),
                name="vendor_invitation_one_end",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} of {self.vendor_id}"
