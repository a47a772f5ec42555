"""What papers asks the rooms above: they know more of the subject of a paper than whose it is."""

from __future__ import annotations

from typing import Protocol


class PaperSubjects(Protocol):
    """The subjects of one type, by their ids as papers name them."""

    def is_sealed(self, subject_id: str) -> bool:
        """Whether the agency may not read papers about it yet (an answer before the deadline)."""
        ...

    def readers_among(self, subject_id: str, vendor_ids: list[int]) -> bool:
        """Whether one of these enterprises may read papers about it, though the paper is not made out to it."""
        ...


_subjects: dict[str, PaperSubjects] = {}


def register_paper_subjects(subject_type: str, subjects: PaperSubjects) -> None:
    _subjects[subject_type] = subjects


def subjects_of(subject_type: str) -> PaperSubjects | None:
    return _subjects.get(subject_type)
