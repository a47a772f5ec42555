"""People and their addresses. Do NOT read ``User.permissions`` of Django: permissions come from staff groups."""

from __future__ import annotations

import secrets
import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower

from market.core.models import ModelWithMetadata, metadata_index


def new_token_key() -> str:
    return secrets.token_urlsafe(9)


class Address(ModelWithMetadata):
    """A postal address. Korea: ``country_area`` 시·도, ``city`` 시·군·구, ``street_address_1`` road name and building number."""

    first_name = models.CharField(max_length=256, blank=True, default="")
    last_name = models.CharField(max_length=256, blank=True, default="")
    company_name = models.CharField(max_length=256, blank=True, default="")
    street_address_1 = models.CharField(max_length=256, blank=True, default="")
    street_address_2 = models.CharField(max_length=256, blank=True, default="")
    city = models.CharField(max_length=256, blank=True, default="")
    city_area = models.CharField(max_length=128, blank=True, default="")
    postal_code = models.CharField(max_length=20, blank=True, default="")
    country = models.CharField(max_length=2, default="KR")
    country_area = models.CharField(max_length=128, blank=True, default="")
    phone = models.CharField(max_length=30, blank=True, default="")

    class Meta:
        indexes = [metadata_index("address_metadata")]

    def __str__(self) -> str:
        return f"{self.postal_code} {self.city} {self.street_address_1}"


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, email: str | None) -> User:
        return self.get(email__iexact=email)


class User(ModelWithMetadata, AbstractBaseUser):
    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    email = models.EmailField(unique=True)
    first_name = models.CharField(max_length=256, blank=True, default="")
    last_name = models.CharField(max_length=256, blank=True, default="")
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    is_confirmed = models.BooleanField(default=True)
    is_sample = models.BooleanField(default=False, help_text="an invented person of the seeds")
    date_joined = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    language_code = models.CharField(max_length=35, default="ko")
    # Part of every token: changing it (password change, sign-out everywhere) makes all earlier tokens void.
    token_key = models.CharField(max_length=12, default=new_token_key)
    addresses = models.ManyToManyField(Address, related_name="owners", blank=True)
    default_shipping_address = models.ForeignKey(
        Address, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    default_billing_address = models.ForeignKey(
        Address, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()

    class Meta:
        ordering = ["email"]
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_once")]
        indexes = [models.Index(fields=["date_joined"], name="user_joined"), metadata_index("user_metadata")]

    def __str__(self) -> str:
        return self.email


class EmailChange(models.Model):
    """A wish to change an address: who, from which, to which. It goes with the account, and holds what events may not carry."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="email_changes")
    old_email = models.EmailField()
    new_email = models.EmailField()
    created_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(new_email=models.F("old_email")), name="email_change_changes_something"
            )
        ]

    def __str__(self) -> str:
        return f"change of address of {self.user_id}"


class ExternalIdentity(models.Model):
    """A person as an identity provider knows them. The provider's address may change; issuer and subject never do."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="external_identities")
    issuer = models.CharField(max_length=255)
    subject = models.CharField(max_length=255)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issuer", "subject"], name="external_identity_once")]

    def __str__(self) -> str:
        return f"{self.user_id} at {self.issuer}"


class ClosedAccount(models.Model):
    """That an account of some address was deleted, and when: orders from before stay without an owner, whoever has the address later.

    Holds a keyed digest, never the address.
    """

    email_digest = models.CharField(max_length=64, unique=True)
    closed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"closed {self.closed_at:%Y-%m-%d}"


class StaffGroup(models.Model):
    """A named set of Saleor permissions that staff members share."""

    name = models.CharField(max_length=150, unique=True)
    permissions = ArrayField(models.CharField(max_length=50), default=list)
    users = models.ManyToManyField(User, related_name="staff_groups", blank=True)

    def __str__(self) -> str:
        return self.name
