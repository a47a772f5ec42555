"""What can go wrong with certificates; codes are those of VendorErrorCode."""

from __future__ import annotations

from market.core.errors import DomainError


class CertificateNotDecidable(DomainError):
    """It is in no state from which this is possible: decided by somebody else, or withdrawn."""

    code = "not_decidable"
    message_ko = "그 사이에 상태가 바뀐 인증서예요. 새로 고친 뒤 확인해 주세요."
    message_en = "This certificate has moved on in the meantime. Please look at it again."


class CertificateKnown(DomainError):
    code = "unique"
    message_ko = "같은 종류와 번호, 발급일의 인증서가 이미 있어요."
    message_en = "You have a certificate of this kind with this number and day of issue already."


class RenewalWaiting(DomainError):
    code = "unique"
    message_ko = "이 인증서를 대신할 새 인증서를 이미 확인하고 있어요."
    message_en = "A renewal of this certificate is being checked already."


class OwnCertificate(DomainError):
    code = "own_certificate"
    message_ko = "내가 속한 기업이나 내가 올린 인증서는 다른 담당자가 확인해야 해요."
    message_en = "Somebody else has to check what you handed in, or what belongs to an enterprise of yours."


class CertificateEnded(DomainError):
    code = "certificate_ended"
    message_ko = "기한이 이미 지난 인증서예요. 새 인증서를 올려 달라고 돌려보내 주세요."
    message_en = "This certificate has ended in the meantime. Send it back and ask for a new one."
