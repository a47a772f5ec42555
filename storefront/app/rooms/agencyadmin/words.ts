import { defineMessages } from "~/lib/i18n/index.ts";

/** What the pages about an agency's people and rules share. */
export const adminWords = defineMessages({
  ko: {
    busy: "보내는 중…", cancel: "그만두기", none: "없음", you: "나", save: "저장", act: "바꾸기", gone: "탈퇴한 담당자", whole: "기관 전체", left: "빠진 분",
    name: "이름", department: "부서", jobTitle: "직급·직위", abilities: "권한", email: "이메일", status: "상태", days: "기간",
    abilityNotes: { REQUEST: "견적·목록·품의", APPROVE: "결재선에 서기", INSPECT: "납품 확인", PAY: "예산·지출", ADMINISTER: "구성원·기준·결재선" },
    regimes: { LOCAL: "지방계약법", STATE: "국가계약법", OWN_RULES: "기관 자체 규정" }, laws: { LOCAL: "지방계약법", STATE: "국가계약법" },
    missing: "찾는 것이 없어요.",
  },
  en: {
    busy: "Sending…", cancel: "Leave it", none: "none", you: "you", save: "Save", act: "Change", gone: "account deleted", whole: "the whole agency", left: "has left",
    name: "Name", department: "Department", jobTitle: "Title", abilities: "Abilities", email: "E-mail", status: "Status", days: "Days",
    abilityNotes: { REQUEST: "quotes, lists, requests", APPROVE: "stands in approval lines", INSPECT: "accepts deliveries", PAY: "budgets and payment", ADMINISTER: "people, rules, approval lines" },
    regimes: { LOCAL: "Local contract law", STATE: "State contract law", OWN_RULES: "Rules of its own" }, laws: { LOCAL: "Local contract law", STATE: "State contract law" },
    missing: "Nothing was found.",
  },
});

export const peopleWords = defineMessages({
  ko: {
    title: "구성원", lead: "누가 무엇을 할 수 있는지 정해요. 원인행위(품의·결재)와 지출은 서로 다른 분이 맡아요.",
    people: "함께 일하는 분", former: "빠진 분", waiting: "초대 중", waitingNone: "보낸 초대가 없어요", joins: "참여 신청",
    invite: "초대하기", inviteBody: (domain: string) => `@${domain} 주소만 초대할 수 있어요. 그 주소의 이음 계정으로만 받을 수 있고, 7일 동안 쓸 수 있어요.`, noDomain: "공식 메일 도메인이 등록되지 않아 초대할 수 없어요. 이음 담당자에게 알려 주세요.",
    inviteEmail: "초대할 공식 메일", send: "초대 보내기", until: (day: string) => `${day}까지`, over: "기한 지남", resend: "다시 보내기", revoke: "초대 거두기", mailed: (day: string) => `${day} 보냄`,
    letIn: "받아들이기", refuse: "거절하기", refuseReason: "거절하는 까닭 (신청한 분이 읽어요)", since: (day: string) => `${day} 신청`,
    done: { invite: "초대 메일을 보냈어요.", resend: "초대 메일을 다시 보냈어요.", revoke: "초대를 거뒀어요.", letin: "새 구성원이 들어왔어요.", refuse: "신청을 거절했어요.", ended: "구성원에서 뺐어요.", handed: "일을 넘기고 구성원에서 뺐어요." } as Record<string, string>,
  },
  en: {
    title: "Members", lead: "Who may do what. Who commits (requests, approves) and who pays are different people.",
    people: "Who works here", former: "Who has left", waiting: "Invited", waitingNone: "Nobody is invited", joins: "Asks to join",
    invite: "Invite", inviteBody: (domain) => `Only addresses at @${domain} can be invited. Only an Ieum account of that address can accept, within seven days.`, noDomain: "Nobody can be invited: the agency has no official e-mail domain. Please tell the market's staff.",
    inviteEmail: "Official address", send: "Send invitation", until: (day) => `until ${day}`, over: "run out", resend: "Send again", revoke: "Take back", mailed: (day) => `sent ${day}`,
    letIn: "Let in", refuse: "Refuse", refuseReason: "Why not (the person reads it)", since: (day) => `asked ${day}`,
    done: { invite: "The invitation is on its way.", resend: "The invitation goes out once more.", revoke: "The invitation has ended.", letin: "A new member has joined.", refuse: "The request was refused.", ended: "The membership has ended.", handed: "The work was handed over and the membership has ended." } as Record<string, string>,
  },
});

export const memberWords = defineMessages({
  ko: {
    back: "구성원", change: "맡은 일", saved: "저장했어요.", ownNote: "내 권한은 줄일 수만 있어요.", hand: "업무 인계", handLead: "맡고 있던 일을 다른 분에게 넘기고 구성원에서 빼요. 한 번에 이뤄지고, 하신 일의 기록은 그대로 남아요.", handFormer: "빠진 분의 손에 남은 일을 다른 분에게 넘겨요.",
    work: "맡고 있는 일", noWork: "맡고 있는 일이 없어요", successor: "이어받을 분", choose: "골라 주세요", look: "미리 보기", blocked: "이어받을 수 없는 일", blockedNote: "이대로는 넘길 수 없어요. 다른 분을 고르거나, 빼고 넘긴 뒤 따로 넘겨 주세요.", missing: (what: string) => `이어받을 분에게 필요한 권한이 없어요: ${what}. 권한을 먼저 주거나 다른 분을 골라 주세요.`,
    skip: "이 일은 빼고 넘길게요", hand1: (who: string) => `${who} 님에게 넘기고 빼기`, handLeft: (who: string) => `${who} 님에게 넘기기`, end: "구성원에서 빼기", endBody: "바로 이 기관의 화면을 볼 수 없게 돼요. 다시 초대할 수 있어요.", endAsk: (who: string) => `${who} 님을 뺄까요?`, leaveAsk: "이 기관에서 나갈까요?", endYes: "뺄게요", leaveYes: "나갈게요", pieces: (count: number) => `${count}건`,
    kinds: { LISTS: "부서 목록", QUOTE_REQUESTS: "진행 중인 견적 요청", QUOTES: "유효한 견적", REQUEST_DRAFTS: "쓰고 있는 품의", REQUESTS: "진행 중인 품의·발주", TEMPLATE_STEPS: "결재선 자리", APPROVAL_STEPS: "기다리는 결재" },
    reasons: { OWN_REQUEST: "자기 품의는 스스로 결재할 수 없어요", IN_LINE: "이미 이 결재선에 있어요" }, leftOn: (day: string) => `${day}에 빠졌어요`,
  },
  en: {
    back: "Members", change: "Tasks", saved: "Saved.", ownNote: "You can only give up abilities of your own.", hand: "Hand the work over", handLead: "Moves what the person has in hand to somebody else and ends the membership, all at once. The record of what was done stays.", handFormer: "Moves what is still in the hands of who has left to somebody else.",
    work: "In hand", noWork: "Nothing is in hand", successor: "Successor", choose: "Choose", look: "Preview", blocked: "Cannot be taken over", blockedNote: "It cannot be handed over like this. Choose somebody else, or leave these out and hand them over apart.", missing: (what) => `The successor lacks what the work needs: ${what}. Grant it first or choose somebody else.`,
    skip: "Leave these out", hand1: (who) => `Hand over to ${who} and end`, handLeft: (who) => `Hand over to ${who}`, end: "End the membership", endBody: "The person sees nothing of the agency from now on. You can invite them again.", endAsk: (who) => `End the membership of ${who}?`, leaveAsk: "Leave this agency?", endYes: "End it", leaveYes: "Leave", pieces: (count) => String(count),
    kinds: { LISTS: "Lists", QUOTE_REQUESTS: "Open requests for quotes", QUOTES: "Standing quotes", REQUEST_DRAFTS: "Requests being written", REQUESTS: "Running requests and orders", TEMPLATE_STEPS: "Places in approval lines", APPROVAL_STEPS: "Approvals that wait" },
    reasons: { OWN_REQUEST: "nobody approves the own request", IN_LINE: "stands in this approval already" }, leftOn: (day) => `left on ${day}`,
  },
});

export const departmentWords = defineMessages({
  ko: {
    title: "부서", lead: "품의와 예산, 목록이 부서별로 나뉘어요. 닫은 부서의 기록은 남아요.", list: "부서 목록", add: "부서 더하기", name: "부서 이름", rename: "이름 저장", renameOf: (name: string) => `${name} 새 이름`, people: "인원", peopleOf: (count: number) => `${count}명`, close: "닫기", reopen: "다시 쓰기", closed: "닫음", none: "아직 부서가 없어요",
    done: { add: "부서를 더했어요.", rename: "이름을 바꿨어요.", close: "부서를 닫았어요. 언제든 다시 쓸 수 있어요.", reopen: "다시 쓸 수 있어요." } as Record<string, string>,
  },
  en: {
    title: "Departments", lead: "Requests, budgets and lists are kept by department. The records of a closed one stay.", list: "Departments", add: "Add a department", name: "Name", rename: "Save name", renameOf: (name) => `New name of ${name}`, people: "People", peopleOf: (count) => String(count), close: "Close", reopen: "Use again", closed: "closed", none: "No department yet",
    done: { add: "The department was added.", rename: "The name has changed.", close: "The department is closed. You can use it again at any time.", reopen: "It can be used again." } as Record<string, string>,
  },
});

export const deputyWords = defineMessages({
  ko: {
    title: "대결", lead: "자리를 비우는 동안 결재·검수·지출을 대신할 분이에요. 하루에 한 분, 같은 권한을 가진 분이 맡고, 대신하는 분의 대신은 없어요.", add: "대신할 분 정하기", member: "자리를 비우는 분", deputy: "대신할 분", from: "첫날", to: "마지막 날", reason: "까닭 (휴가, 출장, 교육 …)", name: "정하기",
    now: "지금과 앞으로", past: "지난 1년", none: "정해 둔 대결이 없어요", noneBody: "자리를 비울 때 미리 정해 두면 결재가 멈추지 않아요.", acts: "대신하는 중", ahead: "예정", revoked: "거둠", ended: "끝남", revoke: "거두기", noFit: "같은 권한을 가진 분이 없어요. 기관 관리자에게 알려 주세요.", nothing: "결재·검수·지출 권한이 없어서 대신할 분을 정하지 않아도 돼요.",
    done: { name: "정했어요. 두 분에게 메일로 알렸어요.", revoke: "거뒀어요. 두 분에게 메일로 알렸어요." } as Record<string, string>, badDay: "날짜를 골라 주세요.", choose: "골라 주세요",
  },
  en: {
    title: "Deputies", lead: "Who approves, inspects and pays instead of who is away. One person a day, with the same abilities; a deputy's deputy does not act.", add: "Name a deputy", member: "Away", deputy: "Acts instead", from: "First day", to: "Last day", reason: "Reason (leave, trip, training …)", name: "Name",
    now: "Now and ahead", past: "The last year", none: "No deputy is named", noneBody: "Name one before you are away, and approvals do not stop.", acts: "acting now", ahead: "ahead", revoked: "called off", ended: "over", revoke: "Call off", noFit: "Nobody holds the same abilities. Please tell an administrator.", nothing: "You neither approve, inspect nor pay, so no deputy is needed.",
    done: { name: "Named. Both were told by mail.", revoke: "Called off. Both were told by mail." } as Record<string, string>, badDay: "Choose a day.", choose: "Choose",
  },
});

export const policyWords = defineMessages({
  ko: {
    title: "구매 기준", lead: "이 기관이 스스로 정한 한도예요. 비워 두면 법이 정한 대로예요. 시작된 기준은 고치지 않고, 새 기준이 뒤를 이어요.",
    facts: "기관 정보", number: "고유번호", regime: "적용 규정", domain: "공식 메일", representative: "기관장", phone: "전화", address: "주소", joined: "함께한 날", factsNote: "바뀐 정보가 있으면 이음 담당자에게 알려 주세요.",
    now: "오늘의 기준", unset: "따로 정한 기준이 없어요. 법이 정한 대로예요.", history: "기준의 역사", add: "새 기준", from: "시작하는 날", current: "적용 중", ahead: "예정", past: "지남", range: (from: string, to: string | null) => (to ? `${from} ~ ${to}` : `${from}부터`), by: (who: string) => `${who} 등록`,
    fields: { law: "적용 법", quoteOmitBelow: "견적 생략 (미만)", oneQuoteUpTo: "1인 견적 (이하)", comparisonFrom: "비교견적 (초과)", splitWarningFrom: "쪼개기 알림 (한 해 합계)", directOrderUpTo: "품의 없이 주문 (이하)", holdDays: "조건 유지 기간" },
    notes: { quoteOmitBelow: "부가세를 뺀 추정가격. 이 금액보다 작으면 견적서를 받지 않아요.", oneQuoteUpTo: "부가세를 뺀 추정가격. 여기까지는 누구에게서든 한 곳 견적이면 돼요.", comparisonFrom: "부가세를 뺀 추정가격. 이보다 크면 기관 규칙으로 두 곳을 견줘요.", splitWarningFrom: "부가세를 뺀 금액. 한 기업에서 한 해에 산 합계가 넘으면 알려 드려요.", directOrderUpTo: "부가세를 넣은 금액. 0은 언제나 품의, 비우면 얼마든 바로 주문.", holdDays: "품의가 도는 동안 가격·재고·예산을 잡아 두는 날 수 (1~30)." },
    byLaw: "법대로", any: "제한 없음", always: "언제나 품의", days: (count: number) => `${count}일`, preview: "바뀌는 것 보기", previewHead: (day: string) => `${day}부터 이렇게 바뀌어요`, nothing: "바뀌는 것이 없어요.", before: "지금", after: "새 기준", make: "이대로 정하기", edit: "고치기", off: "거두기", offAsk: (day: string) => `${day}에 시작할 기준을 거둘까요?`, offYes: "거둘게요", badNumber: "0 이상의 금액을 숫자로 적어 주세요.", badDay: "날짜를 골라 주세요.", cannot: "이대로는 정할 수 없어요. 날짜와 금액을 다시 봐 주세요.",
    widen: "한도를 법보다 넓히는 것은 자체 규정을 쓰는 기관만 할 수 있어요. 법보다 큰 금액을 적어도 법의 한도가 지켜져요.", done: { add: "새 기준을 정했어요.", off: "기준을 거뒀어요." } as Record<string, string>,
  },
  en: {
    title: "Buying rules", lead: "Limits the agency sets itself. What is left empty is as the law has it. Rules that have begun are never changed; new ones follow them.",
    facts: "The agency", number: "Registration number", regime: "Follows", domain: "Official mail", representative: "Head", phone: "Phone", address: "Address", joined: "Since", factsNote: "Please tell the market's staff if any of this has changed.",
    now: "Today's rules", unset: "Nothing was set: the law's own limits hold.", history: "History", add: "New rules", from: "First day", current: "in force", ahead: "ahead", past: "past", range: (from, to) => (to ? `${from} – ${to}` : `from ${from}`), by: (who) => `by ${who}`,
    fields: { law: "Law", quoteOmitBelow: "No quote below", oneQuoteUpTo: "One quote up to", comparisonFrom: "Two quotes above", splitWarningFrom: "Split warning (sum of a year)", directOrderUpTo: "Ordered without a request, up to", holdDays: "Terms are held for" },
    notes: { quoteOmitBelow: "Estimated price without VAT. Below it no quote is asked.", oneQuoteUpTo: "Estimated price without VAT. Up to it one quote from anybody is enough.", comparisonFrom: "Estimated price without VAT. Above it two are compared by rule of the house.", splitWarningFrom: "Without VAT. You are told when a year's purchases from one enterprise exceed it.", directOrderUpTo: "VAT included. 0: always a request; empty: any amount is ordered at once.", holdDays: "Days for which price, stock and budget are held during approval (1 to 30)." },
    byLaw: "as the law has it", any: "no limit", always: "always a request", days: (count) => `${count} days`, preview: "See what changes", previewHead: (day) => `From ${day} on this changes`, nothing: "Nothing changes.", before: "Now", after: "New", make: "Set these rules", edit: "Change", off: "Call off", offAsk: (day) => `Call off the rules that begin on ${day}?`, offYes: "Call off", badNumber: "Give an amount of 0 or more in figures.", badDay: "Choose a day.", cannot: "This cannot be set. Please look at the day and the amounts again.",
    widen: "Only an agency with rules of its own may go beyond the law: whatever is written here, the law's limits hold.", done: { add: "The new rules are set.", off: "The rules were called off." } as Record<string, string>,
  },
});
