import { defineVoices } from "~/rooms/cart/voice.ts";

/** Leaving, and changing the address one signs in with. */
export const leaveWords = defineVoices({
  ko: {
    emailHead: "이메일 바꾸기", emailLead: "이메일은 로그인 이름이에요. 새 주소로 보낸 메일에서 확인해야 바뀌어요.", now: "지금 이메일", fresh: "새 이메일", why: "다른 사람이 바꾸지 못하도록 확인해요.", ask: "확인 메일 받기", changeEmail: "이메일 바꾸기",
    noPassword: "다른 서비스로 가입해 비밀번호가 없다면, 먼저 정해 주세요.", noPasswordWay: "비밀번호 정하기",
    confirmHead: "이메일을 바꿀까요?", confirmLead: "이 메일을 받은 주소가 새 로그인 이름이 돼요. 바꾼 뒤에는 모든 기기에서 로그아웃되고, 새 이메일로 다시 로그인해요.", confirmNow: (email: string) => `지금 이메일: ${email}`, confirmYes: "새 이메일로 바꾸기", keep: "그대로 두기",
    leave: "회원 탈퇴", leaveBrief: "계정과 저장한 주소를 지워요. 되돌릴 수 없어요.", leaveWay: "탈퇴 알아보기",
    head: "회원 탈퇴", lead: "지우기 전에 무엇이 사라지고 무엇이 남는지 봐 주세요.", goes: "바로 지워요", goesList: "이름, 이메일, 비밀번호|저장한 주소|담아 둔 장바구니|소속 기관과 기업의 구성원 자격|다른 서비스와의 연결", stays: "법에 따라 남겨요",
    staysWhy: "전자상거래법은 거래 기록을 정해진 동안 보관하도록 해요. 남은 기록은 계정과 끊어지고, 다른 정보와 나누어 보관하다가 기간이 지나면 지워요.", record: "기록", howLong: "기간", contracts: "주문(계약)과 청약철회", payments: "결제와 물건 공급", disputes: "불만과 분쟁 처리", five: "5년", three: "3년",
    before: "먼저 확인해 주세요", beforeList: "배송 중인 주문은 그대로 배송돼요. 다만 내 이음에서 볼 수 없으니 주문 메일을 간직해 주세요.|청약철회와 환불은 고객센터에서 이어서 해드려요.|같은 이메일로 다시 가입해도 지난 주문은 돌아오지 않아요.",
    askLead: "실수로 지우지 않도록, 가입한 이메일로 확인 메일을 보내드려요. 메일의 단추를 누르고 한 번 더 확인해야 지워져요.", askDo: "탈퇴 확인 메일 받기", askedHead: "확인 메일을 보냈어요.", asked: (email: string) => `${email} 메일함을 봐 주세요. 메일은 1분에 한 번 보낼 수 있어요.`,
    sureHead: "계정을 지울까요?", sureLead: (email: string) => `${email} 계정을 지워요. 지운 뒤에는 되돌릴 수 없어요.`, sureYes: "계정 지우기", goneHead: "계정을 지웠어요", goneLead: "그동안 이음과 함께해 주셔서 고맙습니다.", goneStays: "거래 기록은 법에 따라 최대 5년 동안 따로 보관한 뒤 지워요.", goneWay: "첫 화면으로", privacy: "개인정보 처리방침",
    cannotHead: "지금은 탈퇴할 수 없어요.", ownerTodo: "혼자 하기 어려우면 고객센터가 도와드려요. 정리한 다음 다시 와 주세요.", staffTodo: "운영자 계정은 운영자를 관리하는 사람이 닫아요. 그분에게 부탁해 주세요.", contact: "고객센터",
  },
  formal: {
    emailLead: "이메일은 로그인 이름입니다. 새 주소로 보낸 메일에서 확인해야 변경됩니다.", why: "다른 사람이 바꾸지 못하도록 확인합니다.", noPassword: "다른 서비스로 가입하여 비밀번호가 없으면 먼저 정해 주십시오.", confirmHead: "이메일을 바꾸시겠습니까?",
    confirmLead: "이 메일을 받은 주소가 새 로그인 이름이 됩니다. 바꾼 뒤에는 모든 기기에서 로그아웃되며, 새 이메일로 다시 로그인해야 합니다.", leaveBrief: "계정과 저장한 주소를 삭제하며 되돌릴 수 없습니다.", lead: "삭제하기 전에 무엇이 사라지고 무엇이 남는지 확인해 주십시오.", goes: "바로 삭제합니다", stays: "법에 따라 보관합니다",
    staysWhy: "전자상거래법에 따라 거래 기록을 정해진 기간 보관합니다. 보관하는 기록은 계정과 분리하여 따로 두고, 기간이 지나면 삭제합니다.", before: "먼저 확인해 주십시오",
    beforeList: "배송 중인 주문은 그대로 배송됩니다. 다만 이곳에서 볼 수 없으니 주문 메일을 보관해 주십시오.|청약철회와 환불은 고객센터에서 이어서 처리합니다.|같은 이메일로 다시 가입해도 지난 주문은 연결되지 않습니다.",
    askLead: "실수로 삭제하지 않도록 가입한 이메일로 확인 메일을 보냅니다. 메일의 단추를 누르고 한 번 더 확인해야 삭제됩니다.", askedHead: "확인 메일을 보냈습니다.", asked: (email) => `${email} 메일함을 확인해 주십시오. 메일은 1분에 한 번 보낼 수 있습니다.`,
    sureHead: "계정을 삭제하시겠습니까?", sureLead: (email) => `${email} 계정을 삭제합니다. 삭제한 뒤에는 되돌릴 수 없습니다.`, goneHead: "계정을 삭제하였습니다", goneLead: "그동안 이용해 주셔서 감사합니다.", goneStays: "거래 기록은 법에 따라 최대 5년 동안 따로 보관한 뒤 삭제합니다.",
    cannotHead: "지금은 탈퇴할 수 없습니다.", ownerTodo: "어려우시면 고객센터에 요청해 주십시오. 정리한 다음 다시 신청해 주십시오.", staffTodo: "운영자 계정은 운영자를 관리하는 사람이 닫습니다. 그 사람에게 요청해 주십시오.",
  },
  en: {
    emailHead: "Change your e-mail address", emailLead: "You sign in with this address. It changes once you confirm the mail that goes to the new one.", now: "Present address", fresh: "New address", why: "So that nobody else can change it.", ask: "Send the confirmation", changeEmail: "Change the address",
    noPassword: "If you came by another service and have no password yet, set one first.", noPasswordWay: "Set a password",
    confirmHead: "Change your address?", confirmLead: "The address that got this mail becomes the one you sign in with. You are then signed out everywhere, and sign in anew with it.", confirmNow: (email) => `Present address: ${email}`, confirmYes: "Change to the new address", keep: "Keep it as it is",
    leave: "Delete the account", leaveBrief: "Your account and saved addresses go. This cannot be undone.", leaveWay: "What deleting means",
    head: "Delete your account", lead: "Before you delete it, see what goes and what has to stay.", goes: "Goes at once", goesList: "Name, e-mail address, password|Saved addresses|Carts|Membership of agencies and enterprises|Links to other services", stays: "Stays, because the law asks",
    staysWhy: "The e-commerce act requires records of trade to be kept for a time. They are cut off from your account, kept apart from everything else, and deleted afterwards.", record: "Record", howLong: "Kept for", contracts: "Orders (contracts) and withdrawals", payments: "Payments and supply of goods", disputes: "Complaints and disputes", five: "5 years", three: "3 years",
    before: "Before you go", beforeList: "Orders on their way still arrive. You can no longer see them here, so keep their mails.|Customer service handles withdrawals and refunds from then on.|Past orders do not come back if you register again with this address.",
    askLead: "To prevent mistakes we send a mail to your address. Your account goes once you press its button and confirm again.", askDo: "Send the confirmation", askedHead: "The mail is on its way.", asked: (email) => `Look into the mailbox of ${email}. We can send one mail a minute.`,
    sureHead: "Delete your account?", sureLead: (email) => `The account of ${email} will be deleted. This cannot be undone.`, sureYes: "Delete my account", goneHead: "Your account is deleted", goneLead: "Thank you for your time with Ieum.", goneStays: "Records of trade are kept apart for up to 5 years, as the law asks, and then deleted.", goneWay: "To the first page", privacy: "Privacy policy",
    cannotHead: "The account cannot be deleted now.", ownerTodo: "Customer service can help with it. Come back once it is settled.", staffTodo: "Accounts of staff are closed by those who manage staff. Please ask them.", contact: "Customer service",
  },
});
