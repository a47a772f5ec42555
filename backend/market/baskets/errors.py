"""What can go wrong when lists are kept and baskets are filled."""

from __future__ import annotations

from market.core.errors import DomainError


class TooManyLists(DomainError):
    """An agency keeps at most ``limit`` lists."""

    code = "too_many"
    message_ko = "목록은 기관마다 {limit}개까지 둘 수 있어요. 안 쓰는 목록을 지워 주세요."
    message_en = "An agency keeps at most {limit} lists. Please delete some."


class TooManyItems(DomainError):
    """A list holds, or a request names, at most ``limit`` things."""

    code = "too_many"
    message_ko = "한 번에 {limit}가지까지예요."
    message_en = "At most {limit} things at once."


class NoPublicChannel(DomainError):
    """The market sells to no agencies at present."""

    code = "not_found"
    message_ko = "공공기관 채널이 열려 있지 않아요."
    message_en = "The channel for agencies is not open."


class NothingRead(DomainError):
    """Neither text nor file holds a code."""

    code = "required"
    message_ko = "상품코드와 수량을 한 줄에 하나씩 적거나 파일을 올려 주세요."
    message_en = "Write one code and quantity a line, or upload a file."
