import { defineMessages } from "~/lib/i18n/index.ts";

const orders: Record<string, string> = { unconfirmed: "확인 전", unfulfilled: "보내기 전", "partially fulfilled": "일부 보냄", requested: "반품 신청", accepted: "반품 오는 중", received: "반품 도착" };
const ordersEn: Record<string, string> = { unconfirmed: "not confirmed", unfulfilled: "to be sent", "partially fulfilled": "partly sent", requested: "asked to return", accepted: "on its way back", received: "arrived back" };
const facts: Record<string, string> = { name: "가게 이름", legal_name: "상호", representative: "대표자", postal_code: "우편번호", address: "주소", district: "지역", legal_form: "조직 형태" };
const factsEn: Record<string, string> = { name: "name", legal_name: "registered name", representative: "representative", postal_code: "postcode", address: "address", district: "district", legal_form: "form of organisation" };

/** What several pages about one enterprise say. */
export const teamWords = defineMessages({
  ko: {
    busy: "보내는 중…", back: "돌아가기", cancel: "그만두기", none: "없음", you: "나", more: (count: number) => `그 밖에 ${count}건`,
    roles: { OWNER: "대표", MANAGER: "관리자", CLERK: "담당자" },
    roleNotes: { OWNER: "모든 일, 정산 계좌와 담당자까지", MANAGER: "상품, 인증서, 기업 정보, 주문, 판매 분석", CLERK: "주문과 배송, 재고" },
    statuses: { ACTIVE: "판매 중", SUSPENDED: "판매 멈춤", CLOSED: "퇴점" },
    rechecks: { OPEN: "확인 중", CONFIRMED: "확인함", REFUSED: "다시 내야 함" },
    orders, facts, openOrders: "보내야 할 주문", openReturns: "끝나지 않은 반품", liveProducts: "판매 중인 상품", pieces: (count: number) => `${count.toLocaleString("ko-KR")}건`,
    changed: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
    forms: { SOLE_TRADER: "개인사업자", COMPANY: "주식회사·유한회사", COOPERATIVE: "협동조합", SOCIAL_COOPERATIVE: "사회적협동조합", FARMING_CORPORATION: "영농·어업조합법인", NONPROFIT: "사단·재단·사회복지법인", OTHER: "그 밖의 단체" },
  },
  en: {
    busy: "Sending…", back: "Back", cancel: "Leave it", none: "none", you: "you", more: (count) => `and ${count} more`,
    roles: { OWNER: "Owner", MANAGER: "Manager", CLERK: "Clerk" },
    roleNotes: { OWNER: "everything, also the bank account and members", MANAGER: "listings, certificates, profile, orders, figures", CLERK: "orders, parcels and stock" },
    statuses: { ACTIVE: "selling", SUSPENDED: "suspended", CLOSED: "has left" },
    rechecks: { OPEN: "being checked", CONFIRMED: "confirmed", REFUSED: "to be handed in anew" },
    orders: ordersEn, facts: factsEn, openOrders: "Orders to be sent", openReturns: "Returns that are not done", liveProducts: "Listings on sale", pieces: (count) => String(count),
    changed: (field, before, after) => `${field}: ${before} → ${after}`,
    forms: { SOLE_TRADER: "Sole trader", COMPANY: "Company", COOPERATIVE: "Cooperative", SOCIAL_COOPERATIVE: "Social cooperative", FARMING_CORPORATION: "Farming or fishing corporation", NONPROFIT: "Association, foundation, welfare corporation", OTHER: "Other" },
  },
});

export const memberWords = defineMessages({
  ko: {
    title: "담당자", lead: "함께 일하는 사람과 맡은 역할이에요. 대표만 바꿀 수 있어요.",
    people: "함께 일하는 사람", name: "이름", role: "역할", since: "함께한 날", email: "이메일", asleep: "쉬는 계정", act: "바꾸기", saveRole: "역할 저장", roleOf: (who: string) => `${who} 역할`,
    remove: "내보내기", leave: "나가기", removeAsk: (who: string) => `${who} 님을 내보낼까요?`, leaveAsk: "이 기업에서 나갈까요?",
    removeBody: "바로 이 기업의 화면을 볼 수 없게 되고, 그분이 보낸 초대도 끝나요. 필요하면 다시 초대할 수 있어요.", leaveBody: "바로 이 기업의 화면을 볼 수 없게 돼요. 다시 들어오려면 대표가 초대해야 해요.",
    removeYes: "내보낼게요", leaveYes: "나갈게요",
    invite: "초대하기", inviteBody: "적은 주소로 메일이 가요. 그 주소의 이음 계정으로만 받을 수 있고, 7일 동안 쓸 수 있어요.", inviteEmail: "초대할 이메일", send: "초대 보내기",
    waiting: "초대 중", waitingNone: "보낸 초대가 없어요", until: (day: string) => `${day}까지`, over: "기한 지남", resend: "다시 보내기", revoke: "초대 거두기", mailed: (when: string) => `${when} 보냄`,
    done: { invite: "초대 메일을 보냈어요.", resend: "초대 메일을 다시 보냈어요.", revoke: "초대를 거뒀어요.", role: "역할을 바꿨어요.", remove: "내보냈어요." } as Record<string, string>,
  },
  en: {
    title: "Members", lead: "Who works for the enterprise, and as what. Only owners change it.",
    people: "Who works here", name: "Name", role: "Role", since: "Since", email: "E-mail", asleep: "account asleep", act: "Change", saveRole: "Save role", roleOf: (who) => `Role of ${who}`,
    remove: "Remove", leave: "Leave", removeAsk: (who) => `Remove ${who}?`, leaveAsk: "Leave this enterprise?",
    removeBody: "The person sees nothing of the enterprise from now on, and invitations they had sent end. You can invite them again.", leaveBody: "You will see nothing of the enterprise from now on. An owner would have to invite you again.",
    removeYes: "Remove", leaveYes: "Leave",
    invite: "Invite", inviteBody: "A mail goes to the address. Only an Ieum account of that address can accept, within seven days.", inviteEmail: "E-mail to invite", send: "Send invitation",
    waiting: "Invited", waitingNone: "Nobody is invited", until: (day) => `until ${day}`, over: "run out", resend: "Send again", revoke: "Take back", mailed: (when) => `sent ${when}`,
    done: { invite: "The invitation is on its way.", resend: "The invitation goes out once more.", revoke: "The invitation has ended.", role: "The role has changed.", remove: "The member has gone." } as Record<string, string>,
  },
});

export const profileWords = defineMessages({
  ko: {
    title: "기업 정보", lead: "손님이 보는 기업 소개와 배송 조건, 쉬는 날이에요.",
    who: "기업 소개", shop: "배송 조건", rest: "쉬는 날", facts: "사업자 정보", save: "저장",
    factsNote: "여기 있는 것을 바꾸면 바로 가게에 보이고, 인증서를 다시 확인해요. 새로 발급받은 인증서가 있으면 올려 주세요.",
    fields: {
      name: "가게 이름", nameEn: "영어 이름", legalName: "상호", representative: "대표자", legalForm: "조직 형태", postalCode: "우편번호", address: "사업장 주소", district: "지역", mailOrderNumber: "통신판매업 신고번호", phone: "전화번호",
      email: "손님 문의 이메일", introduction: "소개", introductionEn: "영어 소개", deliveryFee: "배송비 (원)", freeDeliveryFrom: "무료 배송 기준 (원)", remoteAreaSurcharge: "제주·도서 추가 (원)", returnFee: "반품비 (원)",
      dispatchDays: "보내기까지 (영업일)", carrier: "택배사", carrierEn: "택배사 영어 이름",
    } as Record<string, string>,
    hints: { introduction: "‘사회적기업’처럼 법으로 지키는 이름은 확인된 인증서가 있어야 쓸 수 있어요.", freeDeliveryFrom: "비워 두면 늘 배송비를 받아요.", dispatchDays: "이미 받은 주문의 기한은 바뀌지 않아요.", phone: "예: 02-000-0000" } as Record<string, string>,
    optional: "(없어도 돼요)", needNumber: "숫자로 적어 주세요.", needDays: "쉬는 날의 첫날과 마지막 날을 적어 주세요.",
    recheckOpen: "바뀐 정보를 확인하고 있어요.", recheckRefused: "확인하지 못한 것이 있어요.", recheckWay: "인증서 올리기",
    startsOn: "첫날", endsOn: "마지막 날", note: "손님에게 할 말", noteHint: "예: 추석 연휴로 쉬어요.", look: "미리 보기", restBody: "쉬는 동안 상품은 보이지만 살 수 없어요. 이미 받은 주문의 보낼 기한은 그대로예요.",
    now: (until: string) => `지금 쉬고 있어요. ${until}까지예요.`, ahead: (from: string, until: string) => `${from}부터 ${until}까지 쉬어요.`, end: "지금 다시 팔기", callOff: "쉬는 날 취소",
    confirm: (from: string, until: string) => `${from}부터 ${until}까지 쉴까요?`, confirmNone: "보내야 할 주문이 없어요.", confirmOpen: "쉬기 전에 받은 주문이 있어요. 기한은 그대로니 그 안에 보내 주세요.", yes: "이대로 쉴게요",
    done: { profile: "저장했어요.", rest: "쉬는 날을 정했어요.", back: "다시 팔 수 있어요." } as Record<string, string>,
  },
  en: {
    title: "The enterprise", lead: "What shoppers read about you, how you deliver, and when you rest.",
    who: "About you", shop: "Delivery terms", rest: "Holidays", facts: "Business facts", save: "Save",
    factsNote: "A change here shows in the shop at once, and your certificates are looked at again. Please hand in certificates that were issued anew.",
    fields: {
      name: "Name", nameEn: "Name in English", legalName: "Registered name", representative: "Representative", legalForm: "Form of organisation", postalCode: "Postcode", address: "Place of business", district: "District",
      mailOrderNumber: "Mail-order registration", phone: "Phone", email: "E-mail for shoppers", introduction: "Introduction in Korean", introductionEn: "Introduction in English", deliveryFee: "Delivery charge (won)",
      freeDeliveryFrom: "Free delivery from (won)", remoteAreaSurcharge: "Extra for Jeju and islands (won)", returnFee: "Return charge (won)", dispatchDays: "Working days to dispatch", carrier: "Carrier in Korean", carrierEn: "Carrier in English",
    } as Record<string, string>,
    hints: { introduction: "Names kept by law, such as ‘social enterprise’, need a verified certificate.", freeDeliveryFrom: "Empty: delivery always costs.", dispatchDays: "Orders you have keep their deadline.", phone: "e.g. 02-000-0000" } as Record<string, string>,
    optional: "(may be empty)", needNumber: "Please write a number.", needDays: "Please give the first and the last day.",
    recheckOpen: "The change is being checked.", recheckRefused: "Something could not be confirmed.", recheckWay: "Hand in certificates",
    startsOn: "First day", endsOn: "Last day", note: "What shoppers read", noteHint: "e.g. Closed for Chuseok.", look: "Look first", restBody: "Meanwhile your goods are shown and cannot be bought. Orders you have keep their deadline.",
    now: (until) => `You are on holiday until ${until}.`, ahead: (from, until) => `On holiday from ${from} until ${until}.`, end: "Sell again now", callOff: "Call it off",
    confirm: (from, until) => `Rest from ${from} until ${until}?`, confirmNone: "No order waits to be sent.", confirmOpen: "These orders came before. Their deadlines stay: please send them in time.", yes: "Yes, rest",
    done: { profile: "Saved.", rest: "The holidays are entered.", back: "Your goods can be bought again." } as Record<string, string>,
  },
});

export const accountDeskWords = defineMessages({
  ko: {
    title: "정산 계좌·퇴점", lead: "판매 대금을 받을 계좌와, 이음을 떠나는 길이에요.",
    now: "정산받는 계좌", nowNone: "아직 계좌가 없어요", nowNoneBody: "계좌를 등록하면 운영팀이 통장 사본과 맞는지 확인해요.", checked: (day: string) => `${day} 확인함`, unchecked: "확인 기다리는 중", since: (day: string) => `${day} 등록`,
    past: "전에 쓰던 계좌", ended: (day: string) => `${day}까지`,
    change: "계좌 바꾸기", changeBody: "바꾸면 모든 대표에게 메일로 알려요. 운영팀이 통장 사본과 맞는지 확인한 뒤부터 이 계좌로 보내요.", bank: "은행", chooseBank: "골라 주세요", number: "계좌번호", holder: "예금주", bankbook: "통장 사본", bankbookHint: "PDF, JPG, PNG. 10MB까지.",
    password: "내 비밀번호", passwordHint: "계정 주인인지 한 번 더 확인해요.", save: "계좌 바꾸기", needBank: "은행을 골라 주세요.", needFile: "통장 사본을 올려 주세요.", needPassword: "비밀번호를 적어 주세요.", tooLarge: "파일은 10MB까지 올릴 수 있어요.",
    history: "판매 상태 기록", byStaff: "이음 운영팀", byUs: "우리 기업",
    close: "퇴점하기", closeBody: "퇴점하면 상품이 모두 내려가고 새 주문을 받지 않아요. 지난 주문과 판매 기록은 계속 볼 수 있고, 늦게 들어온 반품도 처리할 수 있어요. 다시 열려면 운영팀에 알려 주세요.",
    cannot: "아직 퇴점할 수 없어요. 아래 일을 먼저 마쳐 주세요.", closeReason: "떠나는 이유", closeLook: "퇴점 미리 보기", closeAsk: "정말 퇴점할까요?", closeEffect: (count: string) => `판매 중인 상품 ${count}이 바로 내려가요.`, closeYes: "퇴점할게요", needReason: "이유를 적어 주세요.", closed: "퇴점한 기업이에요.",
    done: { account: "계좌를 바꿨어요. 모든 대표에게 메일로 알렸어요.", closed: "퇴점했어요. 그동안 고마웠어요." } as Record<string, string>,
  },
  en: {
    title: "Account and leaving", lead: "Where you are paid, and how to leave Ieum.",
    now: "Account in use", nowNone: "No account yet", nowNoneBody: "Name one; our team compares it with the copy of the bankbook.", checked: (day) => `checked on ${day}`, unchecked: "waiting to be checked", since: (day) => `named on ${day}`,
    past: "Earlier accounts", ended: (day) => `until ${day}`,
    change: "Name another account", changeBody: "Every owner is told by mail. We pay to it once our team has compared it with the copy of the bankbook.", bank: "Bank", chooseBank: "Please choose", number: "Account number", holder: "Account holder", bankbook: "Copy of the bankbook", bankbookHint: "PDF, JPG or PNG, up to 10 MB.",
    password: "Your password", passwordHint: "To be sure that it is you.", save: "Name this account", needBank: "Please choose a bank.", needFile: "Please add a copy of the bankbook.", needPassword: "Please give your password.", tooLarge: "A file may have 10 MB at most.",
    history: "How selling stood", byStaff: "Ieum staff", byUs: "the enterprise",
    close: "Leave the market", closeBody: "All goods vanish and nothing new can be ordered. You can still look back at orders and figures, and serve returns that come later. Our team can open it again.",
    cannot: "You cannot leave yet. Please finish this first.", closeReason: "Why you leave", closeLook: "Look at what happens", closeAsk: "Really leave?", closeEffect: (count) => `${count} listings vanish at once.`, closeYes: "Leave the market", needReason: "Please give a reason.", closed: "This enterprise has left.",
    done: { account: "The account has changed. Every owner is told by mail.", closed: "The enterprise has left. Thank you for your time here." } as Record<string, string>,
  },
});

export const invitationWords = defineMessages({
  ko: {
    title: "함께 일하자는 초대", head: (vendor: string) => `${vendor}에서 초대했어요`, role: (role: string, note: string) => `${role} 역할이에요. ${note}을 맡아요.`, until: (day: string) => `${day}까지 받을 수 있어요.`, forWhom: (address: string) => `${address} 앞으로 온 초대예요.`,
    accept: "함께 일할게요", later: "나중에", signIn: "로그인하고 받기", register: "회원 가입하고 받기", signedOut: "초대받은 이메일의 이음 계정으로 로그인해 주세요. 계정이 없다면 그 이메일로 먼저 가입해 주세요. 가입한 뒤 메일의 단추를 다시 누르면 돼요.",
    wrong: "지금 로그인한 계정은 이 초대의 주소와 달라요.", other: "다른 계정으로 로그인", over: "더는 쓸 수 없는 초대예요", overBody: "기한이 지났거나, 이미 쓰였거나, 초대한 기업이 거둔 초대예요. 초대한 분께 다시 보내 달라고 해 주세요.", home: "이음 첫 화면",
  },
  en: {
    title: "An invitation to work together", head: (vendor) => `${vendor} invites you`, role: (role, note) => `As ${role.toLowerCase()}: ${note}.`, until: (day) => `You can accept until ${day}.`, forWhom: (address) => `It is for ${address}.`,
    accept: "Accept", later: "Later", signIn: "Sign in and accept", register: "Open an account and accept", signedOut: "Please sign in with the Ieum account of the invited address. If there is none, open one with that address first, then press the button in the mail again.",
    wrong: "You are signed in with another address than the invited one.", other: "Sign in with another account", over: "This invitation is over", overBody: "It has run out, was used, or was taken back. Please ask whoever invited you for a new one.", home: "Ieum's first page",
  },
});
