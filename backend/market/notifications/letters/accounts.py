"""What the mails about accounts say. None names the person: whoever opens an account could write anything there."""

from __future__ import annotations

from market.notifications.letters.letter import Button, Letter, Note, Row
from market.notifications.letters.links import shop_link
from market.notifications.letters.voice import Voice


def _spelled_out(voice: Voice) -> str:
    return voice(
        "단추가 열리지 않으면 이 주소를 브라우저에 붙여 넣어 주세요.",
        "If the button does not open, paste this address into your browser.",
        "단추가 열리지 않으면 이 주소를 브라우저에 붙여 넣으십시오.",
    )


def _not_you(voice: Voice) -> Note:
    return Note(
        title=voice("요청한 적이 없다면", "If this was not you", "요청하신 적이 없다면"),
        text=voice(
            "이 메일을 그냥 두셔도 돼요. 아무것도 바뀌지 않아요.",
            "Just leave this mail alone. Nothing changes.",
            "이 메일을 그대로 두셔도 됩니다. 아무것도 바뀌지 않습니다.",
        ),
    )


def _good_for(voice: Voice, seconds: int) -> Row:
    """How long the link works; it works once."""
    span = voice.span(seconds)
    return Row(
        voice("링크를 쓸 수 있는 동안", "The link works for", "링크 유효 시간"),
        voice(f"{span}, 한 번", f"{span}, once"),
    )


def _letter(voice: Voice, *, subject: str, title: str, lead: tuple[str, ...], **rest: object) -> Letter:
    return Letter(
        language=voice.language,
        is_public=voice.is_public,
        subject=subject,
        preheader=lead[0],
        kicker=voice("내 계정", "Your account", "계정 안내"),
        title=title,
        lead=lead,
        **rest,  # type: ignore[arg-type]
    )


def account_confirm(url: str, seconds: int, voice: Voice) -> Letter:
    return _letter(
        voice,
        subject=voice("이메일 주소를 확인해 주세요", "Please confirm your address", "이메일 주소 확인 요청"),
        title=voice("이 주소가 맞나요?", "Is this your address?", "이메일 주소를 확인해 주십시오"),
        lead=(
            voice(
                "이음에 가입해 주셔서 고맙습니다. 아래 단추를 누르면 가입이 끝나요.",
                "Thank you for joining Ieum. Press the button to finish.",
                "이음에 가입해 주셔서 감사합니다. 아래 단추를 누르시면 가입이 완료됩니다.",
            ),
        ),
        keys=(_good_for(voice, seconds),),
        parts=(
            Button(
                label=voice("내 주소가 맞아요", "Yes, it is mine", "주소 확인"),
                url=url,
                spelled_out=_spelled_out(voice),
            ),
            _not_you(voice),
        ),
    )


def account_known(voice: Voice) -> Letter:
    """Somebody used an address that has an account. Its owner is told, and only its owner."""
    return _letter(
        voice,
        subject=voice("이미 이음 계정이 있어요", "You already have an account", "이미 등록된 이메일 주소입니다"),
        title=voice("이미 계정이 있어요", "You already have an account", "이미 계정이 있습니다"),
        lead=(
            voice(
                "누군가 이 주소로 새 계정을 만들거나 주소를 바꾸려고 했어요. 이 주소에는 이미 계정이 있어서 새로 만들지 않았어요.",
                "Somebody tried to open an account with this address, or to change theirs to it. It has one already, so nothing was made.",
                "이 주소로 새 계정을 만들거나 주소를 바꾸려는 요청이 있었습니다. 이미 계정이 있어 새로 만들지 않았습니다.",
            ),
            voice(
                "직접 하셨다면 로그인해 주세요. 비밀번호가 생각나지 않으면 로그인 화면에서 새로 정할 수 있어요.",
                "If it was you, please sign in. If you do not remember the password, you can set a new one there.",
                "직접 요청하셨다면 로그인해 주십시오. 비밀번호는 로그인 화면에서 새로 정하실 수 있습니다.",
            ),
        ),
        parts=(
            Button(
                label=voice("로그인하기", "Sign in", "로그인"),
                url=shop_link("/sign-in", voice.language, is_public=voice.is_public),
            ),
            _not_you(voice),
        ),
    )


def password_reset(url: str, seconds: int, voice: Voice) -> Letter:
    return _letter(
        voice,
        subject=voice("비밀번호를 새로 정해 주세요", "Set a new password", "비밀번호 재설정 안내"),
        title=voice("비밀번호를 새로 정해요", "Set a new password", "비밀번호를 새로 정하십시오"),
        lead=(
            voice(
                "비밀번호를 새로 정하고 싶다는 요청을 받았어요. 아래 단추를 눌러 새 비밀번호를 적어 주세요.",
                "You asked for a new password. Press the button and choose one.",
                "비밀번호 재설정 요청을 받았습니다. 아래 단추를 눌러 새 비밀번호를 정해 주십시오.",
            ),
        ),
        keys=(_good_for(voice, seconds),),
        parts=(
            Button(
                label=voice("새 비밀번호 정하기", "Choose a password", "비밀번호 재설정"),
                url=url,
                spelled_out=_spelled_out(voice),
            ),
            _not_you(voice),
        ),
    )


def password_changed(voice: Voice) -> Letter:
    return _letter(
        voice,
        subject=voice("비밀번호가 바뀌었어요", "Your password has changed", "비밀번호 변경 안내"),
        title=voice("비밀번호가 바뀌었어요", "Your password has changed", "비밀번호가 변경되었습니다"),
        lead=(
            voice(
                "이제 새 비밀번호로 로그인해 주세요. 다른 기기에서는 모두 로그아웃됐어요.",
                "From now on sign in with the new one. All other devices are signed out.",
                "이제 새 비밀번호로 로그인해 주십시오. 다른 기기에서는 모두 로그아웃되었습니다.",
            ),
        ),
        parts=(
            Button(
                label=voice("로그인하기", "Sign in", "로그인"),
                url=shop_link("/sign-in", voice.language, is_public=voice.is_public),
            ),
            _was_it_you(voice),
        ),
    )


def _was_it_you(voice: Voice) -> Note:
    return Note(
        title=voice("바꾼 적이 없다면", "If it was not you", "변경하신 적이 없다면"),
        text=voice(
            "누군가 계정에 들어왔을 수 있어요. 로그인 화면에서 비밀번호를 바로 새로 정하고 이 메일에 답해 주세요.",
            "Somebody may have entered your account. Set a new password on the sign-in page at once and answer this mail.",
            "누군가 계정에 접근했을 수 있습니다. 즉시 비밀번호를 새로 정하고 이 메일에 회신해 주십시오.",
        ),
    )


def email_change_confirm(url: str, seconds: int, voice: Voice) -> Letter:
    """To the new address."""
    return _letter(
        voice,
        subject=voice("새 이메일 주소를 확인해 주세요", "Confirm your new address", "새 이메일 주소 확인 요청"),
        title=voice("이 주소로 바꿀까요?", "Change to this address?", "이 주소로 변경하시겠습니까?"),
        lead=(
            voice(
                "이음 계정의 이메일 주소를 이 주소로 바꾸고 싶다는 요청을 받았어요. 아래 단추를 누르면 바뀌어요.",
                "Somebody wants to use this address for their Ieum account. Press the button to change to it.",
                "이음 계정의 이메일 주소를 이 주소로 바꾸려는 요청을 받았습니다. 아래 단추를 누르시면 변경됩니다.",
            ),
        ),
        keys=(_good_for(voice, seconds),),
        parts=(
            Button(
                label=voice("이 주소로 바꾸기", "Change to this address", "주소 변경"),
                url=url,
                spelled_out=_spelled_out(voice),
            ),
            _not_you(voice),
        ),
    )


def email_change_notice(new_email: str, voice: Voice) -> Letter:
    """To the old address: somebody who holds the account wants to leave it. The new one is masked, enough to recognise."""
    return _letter(
        voice,
        subject=voice(
            "이메일 주소를 바꾸려고 해요", "A change of your address was asked for", "이메일 주소 변경 요청 안내"
        ),
        title=voice(
            "이메일 주소를 바꾸려고 해요", "Your address is about to change", "이메일 주소 변경 요청이 있었습니다"
        ),
        lead=(
            voice(
                "새 주소에서 확인하면 계정의 이메일 주소가 바뀌어요. 그 전까지는 지금 주소를 그대로 써요.",
                "It changes once the new address is confirmed. Until then this one stays.",
                "새 주소에서 확인하면 계정의 이메일 주소가 변경됩니다.",
            ),
        ),
        keys=(Row(voice("새 주소", "New address"), new_email),),
        parts=(_was_it_you(voice),),
    )


def email_changed(new_email: str, voice: Voice) -> Letter:
    """To the old address, when the new one counts."""
    return _letter(
        voice,
        subject=voice("이메일 주소가 바뀌었어요", "Your address has changed", "이메일 주소 변경 안내"),
        title=voice("이메일 주소가 바뀌었어요", "Your address has changed", "이메일 주소가 변경되었습니다"),
        lead=(
            voice(
                "이제 새 주소로 로그인하고, 소식도 새 주소로 보내드려요. 이 주소로는 더 보내지 않아요.",
                "Sign in with the new address from now on; our mails go there, and no longer here.",
                "이제 새 주소로 로그인하시고, 안내도 새 주소로 보내 드립니다.",
            ),
        ),
        keys=(Row(voice("새 주소", "New address"), new_email),),
        parts=(_was_it_you(voice),),
    )


def account_deletion(url: str, seconds: int, voice: Voice) -> Letter:
    return _letter(
        voice,
        subject=voice("탈퇴를 확인해 주세요", "Confirm that you are leaving", "탈퇴 확인 요청"),
        title=voice("정말 떠나시나요?", "Are you leaving?", "탈퇴를 확인해 주십시오"),
        lead=(
            voice(
                "탈퇴하고 싶다는 요청을 받았어요. 아래 단추를 누르면 계정과 저장한 주소를 지워요. 되돌릴 수 없어요.",
                "You asked to delete your account. Press the button, and it is gone with its saved addresses. This cannot be undone.",
                "탈퇴 요청을 받았습니다. 아래 단추를 누르시면 계정과 저장한 주소를 삭제하며, 되돌릴 수 없습니다.",
            ),
            voice(
                "주문 기록은 전자상거래법에 따라 5년 동안 따로 보관해요.",
                "Records of orders are kept apart for 5 years, as the e-commerce act asks.",
                "주문 기록은 전자상거래법에 따라 5년 동안 따로 보관합니다.",
            ),
        ),
        keys=(_good_for(voice, seconds),),
        parts=(
            Button(label=voice("탈퇴하기", "Delete my account", "탈퇴"), url=url, spelled_out=_spelled_out(voice)),
            _not_you(voice),
        ),
    )
