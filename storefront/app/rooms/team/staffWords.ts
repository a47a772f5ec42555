import { defineMessages } from "~/lib/i18n/index.ts";

/** What staff read of enterprises. */
export const staffVendorWords = defineMessages({
  ko: {
    title: "입점기업", lead: "기업을 찾고, 판매 상태를 바꾸고, 바뀐 정보를 확인해요.", search: "이름, 대표자, 사업자번호, 주소", find: "찾기", all: "전체", tabs: "판매 상태", next: "다음 기업", none: "맞는 기업이 없어요", noneBody: "다른 말로 찾아보세요.",
    name: "기업", number: "사업자번호", representative: "대표자", joined: "입점", state: "상태", resting: (day: string) => `${day}까지 쉼`, checking: "변경 확인 중",
    waiting: "확인할 변경", waitingNone: "확인할 변경이 없어요", open: "보기", crumb: "입점기업",
    facts: "사업자 정보", legalName: "상호", legalForm: "조직 형태", mailOrder: "통신판매업", phone: "전화", email: "이메일", address: "주소", kind: "기업 유형", shop: "가게 페이지", since: "입점일", holiday: "쉬는 날",
    rechecks: "바뀐 정보", rechecksNone: "확인할 것이 없어요", changedOn: (day: string) => `${day} 바뀜`, confirm: "맞아요", refuse: "다시 받기", note: "기업에 할 말", noteHint: "다시 받을 때는 무엇을 내야 하는지 꼭 적어 주세요.", revoke: "바로 취소할 인증서", revokeNone: "취소할 인증서가 없어요.", decideHead: "확인하기",
    members: "함께 일하는 사람", certificates: "인증서", allCertificates: "인증서 모두 보기", noCertificates: "지금 세는 인증서가 없어요.",
    account: "정산 계좌", accountNone: "등록한 계좌가 없어요.", check: "통장 사본과 같아요", checked: (day: string) => `${day} 확인함`, unchecked: "확인 전", bankbook: "통장 사본", noBankbook: "통장 사본 없음", holder: "예금주", past: "전에 쓰던 계좌",
    work: "지금 하고 있는 일", workNone: "끝나지 않은 일이 없어요.", live: (count: string) => `판매 중인 상품 ${count}`,
    states: "판매 상태", reason: "사유 (기업이 읽어요)", trustReason: "이유 (기록에만 남아요)", suspend: "판매 멈추기", close: "퇴점 처리", reopen: "다시 열기", look: "미리 보기", trust: "믿는 기업으로", distrust: "심사 다시 받기", trusted: "상품 변경이 심사 없이 반영돼요.", untrusted: "상품 변경을 심사해요.", trustHead: "상품 심사", history: "상태 기록", byStaff: "운영팀", byUs: "기업",
    ask: { suspend: "판매를 멈출까요?", close: "퇴점 처리할까요?", reopen: "다시 열까요?" } as Record<string, string>,
    effect: {
      suspend: "상품이 가게에서 사라지고 새 주문을 받지 않아요. 이미 받은 주문은 보내거나 취소해야 하고, 인증서와 기업 정보는 계속 고칠 수 있어요. 구성원 모두에게 사유를 메일로 알려요.",
      close: "상품이 모두 내려가고 구성원은 지난 기록만 볼 수 있어요. 끝나지 않은 일이 있으면 처리되지 않아요. 구성원 모두에게 메일로 알려요.", reopen: "상품이 다시 보이고 주문을 받아요. 구성원 모두에게 메일로 알려요.",
    } as Record<string, string>,
    needReason: "사유를 적어 주세요.", yes: { suspend: "멈출게요", close: "퇴점 처리할게요", reopen: "다시 열게요" } as Record<string, string>,
    done: { suspend: "판매를 멈췄어요.", close: "퇴점 처리했어요.", reopen: "다시 열었어요.", trust: "이제 심사 없이 반영돼요.", distrust: "이제 심사를 받아요.", confirm: "확인했어요.", refuse: "다시 받기로 했어요.", checked: "계좌를 확인했어요." } as Record<string, string>,
  },
  en: {
    title: "Enterprises", lead: "Find enterprises, change how they stand, look at what they changed.", search: "Name, representative, business number, address", find: "Find", all: "All", tabs: "How they stand", next: "More enterprises", none: "None fits", noneBody: "Try other words.",
    name: "Enterprise", number: "Business number", representative: "Representative", joined: "Since", state: "State", resting: (day) => `on holiday until ${day}`, checking: "being re-checked",
    waiting: "Changes to look at", waitingNone: "No change to look at", open: "Open", crumb: "Enterprises",
    facts: "Business facts", legalName: "Registered name", legalForm: "Form", mailOrder: "Mail order", phone: "Phone", email: "E-mail", address: "Address", kind: "Kind", shop: "Page in the shop", since: "Here since", holiday: "Holidays",
    rechecks: "What changed", rechecksNone: "Nothing to look at", changedOn: (day) => `changed on ${day}`, confirm: "All in order", refuse: "Ask again", note: "Note to the enterprise", noteHint: "When you ask again, say what they have to hand in.", revoke: "Certificates to revoke at once", revokeNone: "There is no certificate to revoke.", decideHead: "Decide",
    members: "Who works there", certificates: "Certificates", allCertificates: "All certificates", noCertificates: "No certificate counts today.",
    account: "Bank account", accountNone: "No account is named.", check: "It is the one on the copy", checked: (day) => `checked on ${day}`, unchecked: "not checked", bankbook: "Copy of the bankbook", noBankbook: "no copy", holder: "Holder", past: "Earlier accounts",
    work: "Under way", workNone: "Nothing is open.", live: (count) => `${count} listings on sale`,
    states: "How it stands", reason: "Reason (the enterprise reads it)", trustReason: "Reason (kept in the log only)", suspend: "Suspend", close: "Close", reopen: "Reopen", look: "Look first", trust: "Trust its changes", distrust: "Review its changes", trusted: "Changes of listings pass without review.", untrusted: "Changes of listings are reviewed.", trustHead: "Review of listings", history: "History", byStaff: "staff", byUs: "the enterprise",
    ask: { suspend: "Suspend it?", close: "Close it?", reopen: "Reopen it?" } as Record<string, string>,
    effect: {
      suspend: "Its goods vanish and nothing new can be ordered. Open orders are to be sent or cancelled; certificates and profile can be changed. Everybody who works there reads the reason by mail.",
      close: "All its goods vanish; its people can look back. It is refused while work is open. Everybody who works there is told by mail.", reopen: "Its goods are shown and can be ordered. Everybody who works there is told by mail.",
    } as Record<string, string>,
    needReason: "Please give a reason.", yes: { suspend: "Suspend", close: "Close", reopen: "Reopen" } as Record<string, string>,
    done: { suspend: "It is suspended.", close: "It is closed.", reopen: "It sells again.", trust: "Its changes pass now.", distrust: "Its changes are reviewed now.", confirm: "Confirmed.", refuse: "Asked again.", checked: "The account is checked." } as Record<string, string>,
  },
});
