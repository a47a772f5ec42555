"""What can go wrong with enterprises; codes are those of VendorErrorCode."""

from __future__ import annotations

from market.core.errors import DomainError


class BusinessNumberInvalid(DomainError):
    code = "business_number_invalid"
    message_ko = "사업자등록번호가 맞지 않아요. 등록증에 적힌 열 자리를 다시 확인해 주세요."
    message_en = "This is no business registration number. Please check its ten digits against the certificate."


class BusinessNumberTaken(DomainError):
    code = "business_number_taken"
    message_ko = "이미 입점한 기업의 번호예요. 그 기업의 대표에게 초대를 부탁하거나 입점센터에 문의해 주세요."
    message_en = "An enterprise with this number sells here already. Ask its owner for an invitation, or write to the vendor desk."


class OwnApplicationExists(DomainError):
    code = "unique"
    message_ko = "이 번호로 진행 중인 신청이 이미 있어요. 그 신청을 이어서 해 주세요."
    message_en = "You have an application with this number under way. Please go on with that one."


class TooManyApplications(DomainError):
    code = "too_many_requests"
    message_ko = "진행 중인 신청이 {limit}건이에요. 하나를 마치거나 취소한 뒤에 새로 시작해 주세요."
    message_en = "You have {limit} applications under way. Finish or withdraw one of them first."


class TooManyChecks(DomainError):
    code = "too_many_requests"
    is_passing = True
    message_ko = "번호를 너무 여러 번 확인했어요. 한 시간 뒤에 다시 해 주세요."
    message_en = "Too many numbers were checked. Please try again in an hour."


class EmailNotConfirmed(DomainError):
    code = "account_not_confirmed"
    message_ko = "이메일 확인을 마친 계정만 입점을 신청할 수 있어요. 받은 메일의 링크를 눌러 주세요."
    message_en = (
        "Only an account with a confirmed e-mail address can apply. Please follow the link in the mail you got."
    )


class ApplicationNotEditable(DomainError):
    code = "not_editable"
    message_ko = "지금은 고칠 수 없는 신청이에요."
    message_en = "This application cannot be changed now."


class AlreadyDecided(DomainError):
    code = "already_decided"
    message_ko = "그 사이에 상태가 바뀐 신청이에요. 새로 고친 뒤 확인해 주세요."
    message_en = "This application has moved on in the meantime. Please look at it again."


class OwnApplication(DomainError):
    code = "own_application"
    message_ko = "내가 낸 신청은 다른 담당자가 심사해야 해요."
    message_en = "Somebody else has to review your own application."


class TermsNotAccepted(DomainError):
    code = "terms_not_accepted"
    message_ko = "입점 약관과 개인정보 처리에 동의해야 보낼 수 있어요."
    message_en = "You have to agree to the terms of selling before you can send it."


class MissingPaper(DomainError):
    code = "not_complete"
    message_ko = "{name_ko} 파일을 올려 주세요."
    message_en = "Please hand in: {name_en}."


class MailOrderMissing(DomainError):
    """전자상거래법 §12: a number, or why none is needed."""

    code = "required"
    message_ko = "신고번호나 면제 이유 가운데 하나를 적어 주세요."
    message_en = "Please give the registration number, or say why you need none."


class TooManyPapers(DomainError):
    code = "too_many_files"
    message_ko = "서류는 {limit}개까지 올릴 수 있어요. 필요 없는 것을 지워 주세요."
    message_en = "At most {limit} papers can be handed in. Please remove what is not needed."


class RegistryClosed(DomainError):
    code = "registry_closed"
    message_ko = "국세청에 폐업으로 나오는 번호예요. 번호를 다시 확인해 주세요."
    message_en = "The tax service says that this business is closed. Please check the number."


class RegistrySuspended(DomainError):
    code = "registry_suspended"
    message_ko = "국세청에 휴업으로 나오는 번호예요. 다시 문을 연 뒤에 승인할 수 있어요."
    message_en = "The tax service says that this business is suspended. It can be approved once it has reopened."


class RegistryUnknown(DomainError):
    code = "registry_unknown"
    message_ko = "국세청에 등록되지 않은 번호예요. 번호를 다시 확인해 주세요."
    message_en = "The tax service does not know this number. Please check it."


class RegistryUnchecked(DomainError):
    code = "registry_unchecked"
    message_ko = "국세청에서 상태를 아직 확인하지 못했어요. 다시 확인하거나, 등록증으로 확인했다고 표시해 주세요."
    message_en = "The tax service has not answered yet. Ask again, or say that you checked it against the paper."


class AlreadyMember(DomainError):
    code = "already_member"
    message_ko = "이미 함께 일하고 있는 분이에요."
    message_en = "This person is a member already."


class AlreadyInvited(DomainError):
    code = "unique"
    message_ko = "이미 초대한 주소예요. 메일이 안 왔다면 초대 목록에서 다시 보내 주세요."
    message_en = (
        "This address is invited already. If the mail did not arrive, send it again from the list of invitations."
    )


class TooManyInvitations(DomainError):
    """For known and unknown addresses alike."""

    code = "too_many_requests"
    is_passing = True
    message_ko = "초대 메일을 너무 자주 보냈어요. 조금 뒤에 다시 해 주세요."
    message_en = "Too many invitations were sent. Please try again later."


class InvitationOver(DomainError):
    """Expired, revoked, used or not ours: one answer for all."""

    code = "invitation_expired"
    message_ko = "더는 쓸 수 없는 초대예요. 초대한 분께 다시 보내 달라고 해 주세요."
    message_en = "This invitation is over. Please ask for a new one."

    def __init__(self) -> None:
        super().__init__("token")


class InvitationEnded(DomainError):
    """What the enterprise's own people are told of an invitation that was taken or revoked."""

    code = "invitation_used"
    message_ko = "이미 쓰였거나 거둔 초대예요."
    message_en = "This invitation was accepted or revoked already."


class WrongAccount(DomainError):
    code = "wrong_account"
    message_ko = "이 초대는 {invited} 앞으로 왔어요. 그 이메일 계정으로 로그인해 주세요."
    message_en = "This invitation is for {invited}. Please sign in with that account."


class AddressNotConfirmed(DomainError):
    code = "account_not_confirmed"
    message_ko = "이메일 확인을 먼저 마쳐 주세요. 그다음에 초대를 받을 수 있어요."
    message_en = "Please confirm your e-mail address first; then you can accept the invitation."


class LastOwner(DomainError):
    """An enterprise is never left without somebody in charge who can sign in."""

    code = "last_owner"
    message_ko = "마지막 대표예요. 다른 분을 먼저 대표로 정해 주세요."
    message_en = "This is the last owner. Make somebody else an owner first."


class StatusNotChangeable(DomainError):
    code = "status_not_changeable"
    message_ko = "지금 상태에서는 바꿀 수 없어요. 새로 고친 뒤 확인해 주세요."
    message_en = "The enterprise cannot go there from how it stands now."


class HasOpenWork(DomainError):
    code = "has_open_orders"
    message_ko = "아직 끝나지 않은 일이 있어요: 주문 {orders}건, 반품 {withdrawals}건. 모두 마친 뒤에 퇴점할 수 있어요."
    message_en = (
        "There is work left: {orders} orders, {withdrawals} withdrawals. The enterprise can close when all is done."
    )


class UnprovenClaim(DomainError):
    """사회적기업 육성법 §19, 협동조합 기본법 §3②: a protected name without its certificate. 예비 is not 인증."""

    code = "unproven_claim"
    message_ko = (
        "‘{word}’은(는) 확인된 인증서가 있어야 쓸 수 있는 이름이에요. 다른 말로 바꾸거나 인증서를 먼저 내 주세요."
    )
    message_en = "‘{word}’ is a protected name that needs a verified certificate. Use other words, or hand the certificate in first."


class RecheckDecided(DomainError):
    code = "already_decided"
    message_ko = "이미 끝난 확인이에요. 새로 고친 뒤 확인해 주세요."
    message_en = "This re-check was decided already."
