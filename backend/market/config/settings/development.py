"""A market on one's own machine: state in one ignored folder, sample accounts allowed."""

import secrets
from pathlib import Path

from market.config.settings.base import *  # noqa: F403
from market.config.settings.base import SECRET_KEY, STATE_DIR

SAMPLE_ACCOUNTS_ALLOWED = True

# Mails stay on this machine and can be read at /mailbox/.
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = STATE_DIR / "mail"
MAILBOX_SHOWN = True


def secret_key_kept_in(folder: Path) -> str:
    """The same random key at every start, made once, readable by its owner only."""
    path = folder / "secret_key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return path.read_text(encoding="ascii")


SECRET_KEY = SECRET_KEY or secret_key_kept_in(STATE_DIR)
