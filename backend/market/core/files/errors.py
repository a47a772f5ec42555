"""Why a file is not taken."""

from __future__ import annotations

from market.core.errors import DomainError


class FileRefused(DomainError):
    """The file is not what may be sent here; ``reason_ko`` and ``reason_en`` say why."""

    code = "invalid"
    message_ko = "{reason_ko}"
    message_en = "{reason_en}"

    def __init__(self, field: str | None, reason_ko: str, reason_en: str) -> None:
        super().__init__(field, reason_ko=reason_ko, reason_en=reason_en)


class FileTooLarge(DomainError):
    """More bytes than ``limit_mb`` megabytes."""

    code = "file_size_limit_exceeded"
    message_ko = "파일은 {limit_mb}MB까지 올릴 수 있어요."
    message_en = "A file may have {limit_mb} MB at most."


class WorkbookUnreadable(FileRefused):
    """The file is no workbook of ours, or breaks its bounds; nothing of it was kept."""
