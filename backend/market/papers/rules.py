"""What papers say of themselves. Pure."""

from __future__ import annotations

from uuid import UUID


def check_number(paper_id: UUID) -> str:
    """문서 확인번호, ``7F3A-20C1``: the beginning of the paper's id, so that print and row can be laid side by side."""
    digits = paper_id.hex[:8].upper()
    return f"{digits[:4]}-{digits[4:]}"


def file_name(title: str, number: str) -> str:
    """What a download is called, plain enough for every file system."""
    kept = "".join(letter for letter in f"{number} {title}" if letter.isalnum() or letter in " -_.()")
    return f"{' '.join(kept.split())[:120].strip(' .') or 'paper'}.pdf"
