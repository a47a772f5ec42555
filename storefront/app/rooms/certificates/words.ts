import { defineMessages } from "~/lib/i18n/index.ts";

export const certificateWords = defineMessages({
  ko: {
    title: "인증서", lead: "확인된 인증서만 표시와 검색 조건, 계약의 길이 돼요. 기한이 지나면 셋이 함께 사라져요.", add: "인증서 올리기", one: "인증서",
    standing: { DRAFT: "작성 중", WAITING: "확인 중", VALID: "유효", EXPIRING: "곧 끝남", EXPIRED: "끝남", RETURNED: "돌아옴", REVOKED: "취소됨", WITHDRAWN: "거둠" },
    endsIn: (name: string, days: number) => (days === 0 ? `${name} 오늘 끝나요` : `${name} ${days}일 뒤 끝나요`),
    leftDays: (days: number) => (days === 0 ? "오늘까지" : `${days}일 남음`), passed: (issued: string, all: number, passed: number) => `${issued} 발급 · ${all}일 가운데 ${passed}일 지남`,
    after: (day: string) => `${day}이 지나면`, onlyUpTo: (as: string, amount: string) => `${as}는 ${amount}까지만 한 곳 견적으로 계약할 수 있어요.`, stays: (as: string, amount: string) => `${as}는 그대로 ${amount}까지 돼요.`, staysAny: (as: string) => `${as}는 그대로 금액 제한이 없어요.`,
    badgeGoes: (name: string) => `‘${name}’ 표시와 검색 조건이 함께 사라져요.`,
    renew: "새 인증서 올리기", renewalWaits: "새 인증서를 확인하고 있어요", counting: "지금 쓰이는 인증서", waiting: "확인 중", returned: "돌아온 인증서", past: "지난 인증서",
    none: "아직 인증서가 없어요", noneBody: "인증서를 올리면 확인한 뒤 상품과 기업 페이지에 보여 드려요.", noEnd: "기한 없음", until: (day: string) => `${day}까지`,
    number: "번호", authority: "발급 기관", issued: "발급일", validUntil: "유효 기한", item: "품목", file: "서류", noFile: "서류 없음", checked: "확인한 날", handedIn: "올린 날", by: "올린 사람", opens: "열리는 길", opensNone: "이 인증서만으로 열리는 계약의 길은 없어요.", pre: "예비 지정은 인증 표시와 수의계약의 근거가 되지 않아요.",
    wouldOpen: "확인되면 열리는 길", reason: "돌려보낸 까닭", revokedWhy: "취소한 까닭", again: "고쳐서 다시 올리기", withdraw: "거두기", withdrawAsk: "올린 인증서를 거둘까요?", withdrawBody: "확인을 멈춰요. 나중에 다시 올릴 수 있어요.", withdrawYes: "네, 거둘게요", cancel: "그대로 두기",
    newTitle: "인증서 올리기", renewTitle: (name: string) => `${name} 새로 올리기`, newLead: "종류를 먼저 고르면 그 인증서에 필요한 칸만 보여 드려요.", kind: "인증서 종류", pick: "이 종류로", change: "다른 종류로", whatYouAre: "기업 유형", whatYouProve: "비율·품목·제품 확인", preKinds: "예비 지정",
    hintNumber: "서류에 적힌 그대로 적어 주세요.", hintAuthority: "다르면 서류에 적힌 기관으로 고쳐 주세요.", hintItem: "서류에 적힌 제품 이름을 적어 주세요.", hintDays: (days: number) => `발급일부터 ${days}일까지 쓸 수 있어요.`, hintMonths: (months: number) => `발급일부터 ${months / 12}년까지 쓸 수 있어요.`, hintUsual: "서류에 적힌 마지막 날을 적어 주세요.", hintOptional: "서류에 기한이 없으면 비워 두세요.", neverEnds: "이 인증서는 기한이 없어요.",
    hintFile: "PDF, JPG, PNG · 10MB까지. 글자가 다 보이게 찍어 주세요.", fileAgain: "파일은 다시 골라 주세요. 적은 내용은 그대로 있어요.", fileMissing: "서류 파일을 골라 주세요.", tooLarge: "파일은 10MB까지 올릴 수 있어요.", send: "확인 요청하기", busy: "올리는 중…", badDay: "날짜를 다시 적어 주세요.", checkDays: "확인에는 보통 2~3일 걸려요.", basis: "근거",
    oldStays: "지금 인증서는 기한까지 그대로 쓰여요. 새 인증서는 확인된 날부터 함께 쓰여요.", done: { sent: "올렸어요. 확인하고 나면 메일로 알려 드려요.", withdrawn: "거뒀어요." } as Record<string, string>,
    ways: "계약의 길", waysLead: "지금 인증서로 지방자치단체가 우리 기업과 수의계약할 수 있는 길이에요.", details: "자세히", all: "모두", soon: "곧 끝나는 인증서가 없어요",
  },
  en: {
    title: "Certificates", lead: "Only checked certificates become marks, search filters and ways of contracting. On the day one lapses all three go together.", add: "Hand in a certificate", one: "Certificate",
    standing: { DRAFT: "Draft", WAITING: "Being checked", VALID: "Valid", EXPIRING: "Ends soon", EXPIRED: "Ended", RETURNED: "Sent back", REVOKED: "Revoked", WITHDRAWN: "Taken back" },
    endsIn: (name: string, days: number) => (days === 0 ? `${name} ends today` : `${name} ends in ${days} day${days === 1 ? "" : "s"}`),
    leftDays: (days: number) => (days === 0 ? "until today" : `${days} days left`), passed: (issued: string, all: number, passed: number) => `Issued ${issued} · ${passed} of ${all} days gone`,
    after: (day: string) => `After ${day}`, onlyUpTo: (as: string, amount: string) => `${as}, only contracts up to ${amount} are possible on one quote.`, stays: (as: string, amount: string) => `${as} it stays at ${amount}.`, staysAny: (as: string) => `${as} there is still no ceiling.`,
    badgeGoes: (name: string) => `The mark “${name}” and the search filter go with it.`,
    renew: "Hand in the new one", renewalWaits: "A new one is being checked", counting: "Counting now", waiting: "Being checked", returned: "Sent back", past: "Past certificates",
    none: "No certificates yet", noneBody: "Hand one in: once checked, it stands on your goods and your page.", noEnd: "No end", until: (day: string) => `until ${day}`,
    number: "Number", authority: "Issued by", issued: "Issued on", validUntil: "Valid until", item: "Item", file: "Paper", noFile: "No paper", checked: "Checked on", handedIn: "Handed in", by: "By", opens: "What it opens", opensNone: "No way of contracting hangs on this certificate alone.", pre: "A preliminary designation is neither a mark of certification nor a ground for a private contract.",
    wouldOpen: "What it will open once checked", reason: "Why it came back", revokedWhy: "Why it was revoked", again: "Mend and hand in again", withdraw: "Take back", withdrawAsk: "Take the certificate back?", withdrawBody: "It is not checked any further. You can hand it in again later.", withdrawYes: "Yes, take it back", cancel: "Leave it",
    newTitle: "Hand in a certificate", renewTitle: (name: string) => `Renew: ${name}`, newLead: "Choose the kind first; then you see only what this kind needs.", kind: "Kind of certificate", pick: "This kind", change: "Another kind", whatYouAre: "What the enterprise is", whatYouProve: "Ratio, item or product", preKinds: "Preliminary designations",
    hintNumber: "As printed on the paper.", hintAuthority: "Change it if the paper names another.", hintItem: "The product as the paper names it.", hintDays: (days: number) => `Counts up to ${days} days from its issue.`, hintMonths: (months: number) => `Counts up to ${months / 12} year${months === 12 ? "" : "s"} from its issue.`, hintUsual: "The last day, as printed on the paper.", hintOptional: "Leave empty if the paper names no end.", neverEnds: "A certificate of this kind has no end.",
    hintFile: "PDF, JPG or PNG, up to 10 MB. Every letter should be readable.", fileAgain: "Please choose the file again; what you typed is still here.", fileMissing: "Please choose the paper.", tooLarge: "A file may have 10 MB at most.", send: "Ask to have it checked", busy: "Sending…", badDay: "Please enter the day again.", checkDays: "Checking usually takes two or three days.", basis: "Basis",
    oldStays: "The present certificate counts through its last day; the new one counts beside it once checked.", done: { sent: "Handed in. We write to you once it is checked.", withdrawn: "Taken back." } as Record<string, string>,
    ways: "Ways of contracting", waysLead: "How local governments can contract with you today without a tender.", details: "Details", all: "All", soon: "None ends soon",
  },
});

/** The words of the ways themselves: 해요체 is not needed, they are facts. */
export const wayWords = defineMessages({
  ko: {
    amount: "추정가격", quotes: "견적", by: "근거가 되는 인증", article: "조문", anybody: "누구나", upTo: (amount: string) => `${amount}까지`, below: (amount: string) => `${amount} 미만`, above: (amount: string) => `${amount} 초과`, any: "금액 제한 없음", none: "생략 가능", one: "1곳", more: (n: number) => `${n}곳 이상`, platform: "지정정보처리장치(나라장터 등)", own: "직접생산 확인", openUntil: (day: string) => `${day}까지 열림`,
  },
  en: {
    amount: "Estimated price", quotes: "Quotes", by: "By certificate", article: "Article", anybody: "Anybody", upTo: (amount: string) => `Up to ${amount}`, below: (amount: string) => `Below ${amount}`, above: (amount: string) => `above ${amount}`, any: "No ceiling", none: "Not needed", one: "One", more: (n: number) => `${n} or more`, platform: "through a designated system (나라장터 …)", own: "own production to be checked", openUntil: (day: string) => `open until ${day}`,
  },
});
