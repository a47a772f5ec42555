import { defineMessages } from "~/lib/i18n/index.ts";

/** What every page of joining says, to applicants and to those who vet. */
export const fieldWords = defineMessages({
  ko: {
    fields: {
      businessNumber: "사업자등록번호", legalName: "상호", legalForm: "조직 형태", representative: "대표자", openedOn: "개업일", mailOrderNumber: "통신판매업 신고번호", mailOrderExemption: "신고 면제 이유", name: "가게 이름", kind: "기업 유형",
      introduction: "기업 소개", phone: "전화번호", email: "이메일", postalCode: "우편번호", address: "사업장 주소", district: "지역", businessRegistration: "사업자등록증", bankbookCopy: "통장 사본", certificate: "인증서",
      mailOrderRegistration: "통신판매업 신고증", evidence: "그 밖의 서류", certificateNumber: "인증번호", certificateIssuedOn: "발급일", certificateValidUntil: "끝나는 날", bank: "은행", accountNumber: "계좌번호", accountHolder: "예금주", agreed: "약관 동의",
    } as Record<string, string>,
    steps: { business: "사업자 확인", about: "기업 소개", papers: "서류", account: "정산 계좌", send: "확인하고 보내기" },
    forms: { SOLE_TRADER: "개인사업자", COMPANY: "주식회사·유한회사", COOPERATIVE: "협동조합", SOCIAL_COOPERATIVE: "사회적협동조합", FARMING_CORPORATION: "영농·어업조합법인", NONPROFIT: "사단·재단·사회복지법인", OTHER: "그 밖의 단체" },
    statuses: { DRAFT: "작성 중", SUBMITTED: "심사 중", RETURNED: "보완 요청", APPROVED: "승인", DECLINED: "거절", WITHDRAWN: "취소함" },
    states: { ACTIVE: "계속사업자", SUSPENDED: "휴업", CLOSED: "폐업", UNREGISTERED: "등록되지 않은 번호", ASKING: "묻는 중", UNANSWERED: "상태 확인 못 함" },
    kinds: { BUSINESS_REGISTRATION: "사업자등록증", BANKBOOK_COPY: "통장 사본", CERTIFICATE: "인증서", MAIL_ORDER_REGISTRATION: "통신판매업 신고증", EVIDENCE: "그 밖의 서류" },
    none: "아직 없음", asOf: (when: string) => `${when} 국세청 확인`, offline: "견본 응답이에요. 국세청에 실제로 묻지는 않았어요.", matches: "개업일과 대표자가 등록된 내용과 같아요.", differs: "개업일이나 대표자가 등록된 내용과 달라요. 사업자등록증에 적힌 대로인지 확인해 주세요.",
    exempt: (why: string) => `면제: ${why}`, unusual: "요즘 쓰는 모양과 달라요", account: (bank: string, digits: string) => `${bank} ••••${digits}`, size: (kb: string) => `${kb}KB`, by: { me: "신청인", staff: "이음 심사 담당" }, open: (name: string) => `${name} 열기`,
  },
  en: {
    fields: {
      businessNumber: "Business number", legalName: "Registered name", legalForm: "Legal form", representative: "Representative", openedOn: "Opening day", mailOrderNumber: "Mail-order registration", mailOrderExemption: "Why none is needed", name: "Trading name", kind: "Kind of enterprise",
      introduction: "Introduction", phone: "Phone", email: "E-mail", postalCode: "Postcode", address: "Place of business", district: "District", businessRegistration: "Business registration paper", bankbookCopy: "Copy of the bankbook", certificate: "Certificate",
      mailOrderRegistration: "Mail-order paper", evidence: "Other papers", certificateNumber: "Certificate number", certificateIssuedOn: "Day of issue", certificateValidUntil: "Last day", bank: "Bank", accountNumber: "Account number", accountHolder: "Account holder", agreed: "Terms",
    } as Record<string, string>,
    steps: { business: "Business", about: "About you", papers: "Papers", account: "Bank account", send: "Check and send" },
    forms: { SOLE_TRADER: "Sole trader", COMPANY: "Company", COOPERATIVE: "Cooperative", SOCIAL_COOPERATIVE: "Social cooperative", FARMING_CORPORATION: "Farming or fishing corporation", NONPROFIT: "Association, foundation, welfare corporation", OTHER: "Other" },
    statuses: { DRAFT: "Draft", SUBMITTED: "Under review", RETURNED: "To be mended", APPROVED: "Approved", DECLINED: "Declined", WITHDRAWN: "Withdrawn" },
    states: { ACTIVE: "In business", SUSPENDED: "Suspended", CLOSED: "Closed", UNREGISTERED: "Not registered", ASKING: "Being asked", UNANSWERED: "Not confirmed" },
    kinds: { BUSINESS_REGISTRATION: "Business registration paper", BANKBOOK_COPY: "Copy of the bankbook", CERTIFICATE: "Certificate", MAIL_ORDER_REGISTRATION: "Mail-order paper", EVIDENCE: "Other papers" },
    none: "none yet", asOf: (when) => `tax service, ${when}`, offline: "A sample answer: the tax service was not really asked.", matches: "Opening day and representative are as registered.", differs: "Opening day or representative are not as registered. Please compare them with the registration paper.",
    exempt: (why) => `Exempt: ${why}`, unusual: "not written as offices do today", account: (bank, digits) => `${bank} ••••${digits}`, size: (kb) => `${kb} KB`, by: { me: "Applicant", staff: "Ieum reviewer" }, open: (name) => `Open ${name}`,
  },
});

export const joiningWords = defineMessages({
  ko: {
    title: "입점 안내", head: "이웃에게 팔아 보세요", lead: "사회적기업, 협동조합, 마을기업, 자활기업처럼 사람과 지역을 먼저 생각하는 기업이라면 누구나 이음에서 팔 수 있어요.",
    needHead: "이것만 준비해 주세요", needs: ["사업자등록증 (사진이나 PDF)", "정산받을 통장 사본", "통신판매업 신고번호. 면제라면 그 이유", "인증서나 확인서 (있다면)"], papersNote: "사진을 찍어 올려도 돼요. PDF, JPG, PNG, 10MB까지.",
    howHead: "이렇게 진행돼요", how: [["신청서 쓰기", "10분쯤 걸려요. 중간에 멈춰도 저장돼요."], ["이음이 살펴보기", "영업일 5일 안에 메일로 알려 드려요."], ["입점센터 열기", "승인되면 바로 상품을 올릴 수 있어요."]] as readonly (readonly [string, string])[],
    feeHead: "비용", fee: "신청과 입점에는 돈이 들지 않아요. 배송 조건은 기업이 직접 정해요.", signIn: "로그인하고 신청하기", register: "회원 가입하고 신청하기", signedOut: "신청하려면 계정이 있어야 해요. 로그인하면 이 화면으로 돌아와요.", start: "신청 시작하기", startAnother: "다른 기업으로 새로 신청하기",
    mine: "내 신청", noName: "이름을 아직 정하지 않은 신청", goOn: "이어서 쓰기", mend: "고치러 가기", look: "상태 보기", begun: (day: string) => `${day}에 시작`, sentOn: (day: string) => `${day}에 보냄`, left: (count: number) => `${count}곳 남음`, ready: "보낼 준비가 됐어요", inCentre: (names: string) => `${names}에서 일하고 있어요.`, toCentre: "입점센터로 가기", saved: "저장했어요. 언제든 이어서 쓸 수 있어요.", withdrawn: "신청을 취소했어요.", busy: "보내는 중…",
  },
  en: {
    title: "Sell with us", head: "Sell to your neighbours", lead: "Social enterprises, cooperatives, village and self-support enterprises: whoever puts people and place first can sell on Ieum.",
    needHead: "What you need", needs: ["Certificate of business registration (photograph or PDF)", "Copy of the bankbook you want to be paid into", "Mail-order registration number, or why you need none", "Certificates, if you have any"], papersNote: "A photograph will do. PDF, JPG or PNG, up to 10 MB.",
    howHead: "How it goes", how: [["Fill in the form", "About ten minutes. It is saved as you go."], ["We look at it", "We write to you within five working days."], ["The vendor centre opens", "Once approved, you can list goods at once."]],
    feeHead: "What it costs", fee: "Applying and joining cost nothing. You set your own delivery terms.", signIn: "Sign in and apply", register: "Open an account and apply", signedOut: "You need an account to apply. After signing in you come back here.", start: "Start the application", startAnother: "Apply with another enterprise",
    mine: "Your applications", noName: "An application without a name", goOn: "Go on", mend: "Mend it", look: "See how it stands", begun: (day) => `begun ${day}`, sentOn: (day) => `sent ${day}`, left: (count) => (count === 1 ? "one thing left" : `${count} things left`), ready: "ready to be sent", inCentre: (names) => `You work for ${names}.`, toCentre: "Open the vendor centre", saved: "Saved. Go on whenever you like.", withdrawn: "The application is withdrawn.", busy: "Sending…",
  },
});
