"""Where files that people send are kept: pictures for everybody, and private papers."""

from market.config.settings.base import STATE_DIR
from market.config.settings.market import MEDIA_ROOT_NAME

# Both lie in the media folder, which no server may hand out: pictures are shown in sizes of ours (thumbnail/…), papers only after
# asking who wants to read them (documents/…).
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "pictures": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(STATE_DIR / MEDIA_ROOT_NAME / "pictures")},
    },
    "papers": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": str(STATE_DIR / MEDIA_ROOT_NAME / "papers"),
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
}
