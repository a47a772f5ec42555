"""What can go wrong when an agency is run."""

from __future__ import annotations

from market.core.errors import DomainError


class BudgetExceeded(DomainError):
    """Less is left on the line than is asked for; ``available`` and ``asked`` in won."""

    code = "budget_exceeded"
    message_ko = "예산이 모자라요. 남은 금액은 {available}원이에요."
    message_en = "The budget line does not reach; {available} won are left."


class BudgetBelowUse(DomainError):
    """A line cannot be cut below what is held, ordered and paid from it; ``used`` in won."""

    code = "budget_below_use"
    message_ko = "이미 {used}원을 쓰기로 했어요. 그보다 작게 줄일 수 없어요."
    message_en = "{used} won are already held, ordered or paid. The line cannot be cut below that."


class BudgetLineClosed(DomainError):
    """Nothing more is bought from a closed line; what was held or ordered goes on."""

    code = "budget_line_closed"
    message_ko = "닫힌 예산과목이에요. 다른 과목을 골라 주세요."
    message_en = "This budget line is closed. Please choose another."


class BudgetLineThere(DomainError):
    """The agency has this line in this year already, perhaps closed."""

    code = "unique"
    message_ko = "같은 연도, 부서, 회계, 세부사업, 통계목의 과목이 이미 있어요."
    message_en = "There is such a line already: the same year, department, account, project and code."


class BudgetImportWrong(DomainError):
    """Rows cannot be taken as they are; ``rows`` of them."""

    code = "budget_import_wrong"
    message_ko = "고칠 행이 {rows}개 있어요. 고쳐서 다시 올려 주세요."
    message_en = "{rows} rows have to be mended first. Nothing was changed."


class BudgetImportOver(DomainError):
    """Applied or undone already."""

    code = "budget_import_over"
    message_ko = "지금 상태에서는 할 수 없어요."
    message_en = "This cannot be done with the workbook as it stands."


class BudgetImportUsed(DomainError):
    """Lines were used or changed since; ``lines`` of them."""

    code = "budget_import_used"
    message_ko = "그 뒤에 쓰거나 고친 과목이 {lines}개 있어서 되돌릴 수 없어요."
    message_en = "{lines} lines were used or changed since, so the import cannot be undone."


class AgencyNumberInvalid(DomainError):
    code = "business_number_invalid"
    message_ko = "고유번호가 맞지 않아요. 고유번호증에 적힌 열 자리를 다시 확인해 주세요."
    message_en = "This is no registration number. Please check its ten digits against the certificate."


class EmailNotConfirmed(DomainError):
    code = "account_not_confirmed"
    message_ko = "이메일 확인을 마친 계정만 기관을 신청할 수 있어요. 받은 메일의 링크를 눌러 주세요."
    message_en = (
        "Only an account with a confirmed e-mail address can apply. Please follow the link in the mail you got."
    )


class TooManyApplications(DomainError):
    code = "too_many_requests"
    message_ko = "진행 중인 신청이 {limit}건이에요. 하나를 마치거나 취소한 뒤에 새로 시작해 주세요."
    message_en = "You have {limit} applications under way. Finish or withdraw one of them first."


class OwnApplicationExists(DomainError):
    code = "unique"
    message_ko = "이 번호로 진행 중인 신청이 이미 있어요. 그 신청을 이어서 해 주세요."
    message_en = "You have an application with this number under way. Please go on with that one."


class ApplicationNotEditable(DomainError):
    code = "not_editable"
    message_ko = "지금은 고칠 수 없는 신청이에요."
    message_en = "This application cannot be changed now."


class ApplicationMoved(DomainError):
    code = "already_decided"
    message_ko = "그 사이에 상태가 바뀐 신청이에요. 새로 고친 뒤 확인해 주세요."
    message_en = "This application has moved on in the meantime. Please look at it again."


class OwnApplication(DomainError):
    code = "own_application"
    message_ko = "내가 낸 신청은 다른 사람이 확인해야 해요."
    message_en = "Somebody else has to decide about your own application."


class PublicMailRefused(DomainError):
    code = "public_mail"
    message_ko = "‘{domain}’은(는) 누구나 만들 수 있는 메일이에요. 기관의 공식 메일 주소를 적어 주세요."
    message_en = "Anybody can open a mailbox at ‘{domain}’. Please give an address of the agency's own domain."


class OfficialAddressUnproved(DomainError):
    code = "official_email_unconfirmed"
    message_ko = "공식 메일 주소를 아직 확인하지 않았어요. 그 주소로 받은 메일의 링크를 눌러 주세요."
    message_en = "The official address is not confirmed yet. Please follow the link in the mail sent there."


class ProofOver(DomainError):
    """Expired, used, for another address or not ours: one answer for all."""

    code = "invitation_expired"
    message_ko = "더는 쓸 수 없는 링크예요. 신청서에서 확인 메일을 다시 보내 주세요."
    message_en = "This link is over. Please send the mail again from the application."

    def __init__(self) -> None:
        super().__init__("token")


class NumberTaken(DomainError):
    """For those who vet; an applicant is never told."""

    code = "unique"
    message_ko = "이 번호의 기관이 이미 있어요. 그 기관의 관리자에게 넘겨 주세요."
    message_en = "An agency with this number is here already. Please pass it on to its administrators."


class NoAgencyToPassTo(DomainError):
    code = "invalid"
    message_ko = "이 번호의 기관이 없거나 관리자가 없어요."
    message_en = "There is no agency with this number, or none with an administrator."


class AbilityUnknown(DomainError):
    code = "invalid"
    message_ko = "없는 권한이에요."
    message_en = "There is no such ability."


class OwnAbilities(DomainError):
    code = "own_abilities"
    message_ko = "내 권한은 스스로 넓힐 수 없어요. 다른 관리자에게 부탁해 주세요."
    message_en = "Nobody widens the own abilities. Please ask another administrator."


class LastAdministrator(DomainError):
    """An agency is never left without somebody in charge who can sign in."""

    code = "last_administrator"
    message_ko = "마지막 관리자예요. 다른 분에게 관리 권한을 먼저 주세요."
    message_en = "This is the last administrator. Make somebody else one first."


class ForeignDomain(DomainError):
    code = "foreign_domain"
    message_ko = "기관의 공식 메일(@{domain}) 주소만 초대할 수 있어요."
    message_en = "Only addresses of the agency's domain (@{domain}) can be invited."


class NoDomain(DomainError):
    code = "foreign_domain"
    message_ko = "기관의 공식 메일 도메인이 아직 없어요. 이음 담당자에게 등록을 부탁해 주세요."
    message_en = "The agency has no official e-mail domain yet. Please ask the market's staff to set it."


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


class TooManyMails(DomainError):
    """For known and unknown addresses alike."""

    code = "too_many_requests"
    is_passing = True
    message_ko = "메일을 너무 자주 보냈어요. 조금 뒤에 다시 해 주세요."
    message_en = "Too many mails were sent. Please try again later."


class InvitationOver(DomainError):
    """Expired, revoked, used or not ours: one answer for all."""

    code = "invitation_expired"
    message_ko = "더는 쓸 수 없는 초대예요. 초대한 분께 다시 보내 달라고 해 주세요."
    message_en = "This invitation is over. Please ask for a new one."

    def __init__(self) -> None:
        super().__init__("token")


class InvitationEnded(DomainError):
    code = "invitation_used"
    message_ko = "이미 쓰였거나 거둔 초대예요."
    message_en = "This invitation was accepted or revoked already."


class WrongAccount(DomainError):
    code = "wrong_account"
    message_ko = "이 초대는 {invited} 앞으로 왔어요. 그 이메일 계정으로 로그인해 주세요."
    message_en = "This invitation is for {invited}. Please sign in with that account."


class HasOpenWork(DomainError):
    code = "has_open_work"
    message_ko = "아직 맡고 있는 일이 {count}건 있어요. 먼저 다른 분에게 넘겨 주세요."
    message_en = "There are {count} things in this person's hands. Hand them over first."


class DepartmentTaken(DomainError):
    code = "unique"
    message_ko = "같은 이름의 부서가 이미 있어요."
    message_en = "There is a department of this name already."


class DepartmentInUse(DomainError):
    code = "department_in_use"
    message_ko = "이 부서에 {count}명이 있어요. 먼저 다른 부서로 옮겨 주세요."
    message_en = "{count} people are in this department. Move them first."


class NothingToStandInFor(DomainError):
    code = "nothing_to_stand_in_for"
    message_ko = "결재·검수·지출 권한이 없는 분은 대신할 사람을 정하지 않아도 돼요."
    message_en = "Who neither approves, inspects nor pays needs no deputy."


class DeputyLacksAbility(DomainError):
    code = "deputy_lacks_ability"
    message_ko = "대신할 분에게 같은 권한이 없어요. 같은 권한을 가진 분을 골라 주세요."
    message_en = "The deputy does not hold the same abilities. Choose somebody who does."


class DeputyAway(DomainError):
    code = "deputy_away"
    message_ko = "대신할 분도 그사이 자리를 비워요. 다른 분을 골라 주세요."
    message_en = "The deputy is away at that time, too. Choose somebody else."


class DeputyOverlaps(DomainError):
    code = "deputy_overlaps"
    message_ko = "그 기간에 대신할 분이 이미 있어요. 먼저 그 지정을 거둬 주세요."
    message_en = "Somebody stands in on some of these days already. Revoke that first."


class DeputyOver(DomainError):
    code = "not_editable"
    message_ko = "이미 끝났거나 거둔 지정이에요."
    message_en = "This has ended or was revoked already."


class SuccessorUnfit(DomainError):
    code = "successor_unfit"
    message_ko = "이어받을 분에게 필요한 권한이 없어요: {missing}"
    message_en = "The successor lacks abilities that the work needs: {missing}"


class HandoverBlocked(DomainError):
    code = "handover_blocked"
    message_ko = "이어받을 수 없는 결재가 {count}건 있어요. 내용을 보고, 빼고 넘길지 정해 주세요."
    message_en = "{count} approval steps cannot go to this successor. Look at them and say whether to leave them out."


class PolicyFixed(DomainError):
    code = "not_editable"
    message_ko = "이미 시작된 기준은 고칠 수 없어요. 새 기준을 만들어 주세요."
    message_en = "A policy that has begun is never changed. Please make a new one."


class PolicyDayTaken(DomainError):
    code = "unique"
    message_ko = "그날 시작하는 기준이 이미 있어요."
    message_en = "There is a policy that begins on this day already."


class LawFixed(DomainError):
    code = "invalid"
    message_ko = "자체 규정을 쓰는 기관만 바탕이 되는 법을 고를 수 있어요."
    message_en = "Only an agency with rules of its own chooses its base law."
