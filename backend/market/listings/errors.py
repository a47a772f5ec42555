"""What can go wrong with workbooks."""

from __future__ import annotations

from market.core.errors import DomainError


class ImportAtWork(DomainError):
    """Another workbook of the enterprise is being worked on."""

    code = "import_at_work"
    is_passing = True
    message_ko = "다른 파일을 처리하고 있어요. 끝난 다음에 다시 해 주세요."
    message_en = "Another workbook is being worked on. Please wait until it is done."


class ImportNotReady(DomainError):
    """This cannot be done with the workbook as it stands."""

    code = "import_not_ready"
    message_ko = "지금 상태에서는 할 수 없어요."
    message_en = "This cannot be done with the workbook as it stands."


class NoRight(DomainError):
    """The person who uploaded it may not list for the enterprise any more."""

    code = "not_found"
    message_ko = "상품을 올릴 권한이 없어졌어요."
    message_en = "You may not list for the enterprise any more."
