"""The Stripe emulator for faults, too."""

from factories.payments import stripe_shop  # noqa: F401
from factories.stripe import stripe_client, stripe_emulator, stripe_emulator_process  # noqa: F401
from factories.toss import toss_shop, toss_stub  # noqa: F401
