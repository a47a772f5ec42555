import { defineMessages } from "~/lib/i18n/index.ts";

const n = (value: number) => value.toLocaleString("ko-KR");
const s = (count: number, word: string) => `${n(count)} ${word}${count === 1 ? "" : "s"}`;

/** What one purchase request says of itself, in lists and on its own page. */
export const requestWords = defineMessages({
  ko: {
    title: "품의·결재", lead: "올린 품의와 결재할 품의를 봐요.", add: "새 품의",
    tab: { mine: "내가 올린", decide: "결재할", department: "우리 부서", ended: "끝난" },
    none: { mine: "올린 품의가 없어요", decide: "결재할 품의가 없어요", department: "우리 부서의 품의가 없어요", ended: "끝난 품의가 없어요" },
    noneBody: "품목을 담은 뒤 ‘품의 올리기’를 누르면 시작돼요.", toItems: "품목 찾기",
    status: { DRAFT: "작성 중", IN_APPROVAL: "결재 중", SENT_BACK: "보완 요청", LAPSED: "기간 끝남", APPROVED: "승인·발주", REJECTED: "반려", WITHDRAWN: "취하", CANCELED: "발주 취소" },
    number: (number: string) => `품의 ${number}`, unnumbered: "번호 없음", request: "품의", person: "기안", amount: "금액", state: "상태", hold: "유지 기간", of: (vendors: string, more: number) => (more ? `${vendors} 외 ${n(more)}곳` : vendors), next: "다음", search: "번호·제목", doSearch: "찾기",
    asked: "요구 금액 (부가세 포함)", split: (net: string, tax: string) => `공급가액 ${net} + 세액 ${tax}`, hasLeft: (left: string, at: string) => `값·재고·예산 유지 ${left} · ${at}`, heldOver: (at: string) => `유지 기간 끝남 · ${at}`,
    line: "결재선", draftStep: "기안", orderStep: "발주", orderAfter: "마지막 결재 뒤 저절로", yourTurn: "지금 차례", comments: "의견 1", deputy: (name: string) => `${name} 대결`, parallel: "함께 결재", stepState: { WAITING: "", APPROVED: "승인", SENT_BACK: "보완 요청", REJECTED: "반려", ENDED: "결재 전 끝남" },
    items: "품목", each: "품목마다 따로 승인하거나 반려할 수 있어요", item: "품목·기업", quantity: "수량", unit: "단가", net: "공급가액", gross: "합계", decision: "결정", approve: "승인", refuse: "반려", decisionOf: (name: string) => `${name} 결정`, reason: "반려 사유", reasonHint: "기안자에게 알려요. 나머지 품목은 그대로 나아가요.", quoteNo: (number: string) => `견적 ${number}`, refused: (reason: string) => `반려: ${reason}`,
    tax: "세액", delivery: "배송비 (부가세 포함)", cut: "반려", cutCount: (count: string) => `반려 ${count}건 (부가세 포함)`, toApprove: "승인할 금액", total: "합계", freeze: "배송비는 남은 품목으로 다시 계산해요.",
    decide: "결정", opinion: "의견", optional: "선택", opinionHint: "다음 결재자와 기안자에게 전할 말", doApprove: (won: string) => `${won} 승인`, sendBack: "보완 요청", rejectAll: "전부 반려", goesTo: (name: string) => `승인하면 ${name} 님에게 넘어가요.`, lastStep: "마지막 결재예요. 승인하면 발주서가 기업에 나가고 예산이 확정돼요.", asDeputy: (name: string) => `${name} 님 대신 결재해요.`,
    needComment: "돌려보내거나 반려하는 까닭을 의견에 적어 주세요.", needReason: "반려하는 까닭을 적어 주세요.", allRejected: "모든 품목을 반려하려면 ‘전부 반려’를 눌러 주세요.", busy: "처리하는 중…",
    confirmReject: "이 품의를 전부 반려할까요?", confirmRejectBody: "품의가 끝나고 잡아 둔 재고와 예산이 풀려요. 기안자에게 사유를 알리고 장바구니를 돌려줘요.", confirmWithdraw: "이 품의를 취하할까요?", confirmWithdrawBody: "결재가 멈추고 잡아 둔 재고와 예산이 풀려요. 담았던 품목은 장바구니로 돌아와요.", yesReject: "전부 반려", yesWithdraw: "취하하기", keep: "그대로 두기",
    withdraw: "취하하기", resubmit: "다시 올리기", edit: "고치기", submit: "결재 올리기", remove: "지우기",
    quotes: "견적 비교", noQuotes: "붙인 견적이 없어요", quotePaper: "견적서", chosen: "선정", lowest: "최저가", chosenLowest: "선정 · 최저가", validUntil: (day: string) => `유효 ${day}까지`, whyNotLowest: "최저가를 고르지 않은 사유",
    ground: "계약 근거", splitReason: "나눠 사는 것이 아닌 까닭", budget: "예산", year: "올해 예산", used: "집행", heldBy: "다른 품의", this: "이 품의", afterwards: "승인 뒤 잔액", noBudget: "예산과목을 아직 고르지 않았어요",
    trail: "처리 이력", folder: "전체 서류 받기 (ZIP)", orders: "발주", deliverBy: "납품 희망일", place: "납품 장소", papers: "서류", paper: "품의서 (PDF)",
    done: { approve: "승인했어요.", sendBack: "보완을 요청했어요.", reject: "반려했어요.", withdraw: "품의를 취하했어요. 담았던 품목은 장바구니로 돌아왔어요.", submit: "결재를 올렸어요.", save: "저장했어요." },
    over: { LAPSED: "유지 기간이 끝나 결재가 멈췄어요", SENT_BACK: "보완을 요청받았어요" }, overBody: { LAPSED: "값·재고·예산이 풀렸어요. 지금 값으로 다시 확인하고 올려 주세요.", SENT_BACK: "의견을 보고 고친 뒤 다시 올려 주세요." },
    changed: "그 사이 달라진 것", changedNone: "값과 수량은 그대로예요.", dearer: (name: string, from: string, to: string) => `${name}: 단가 ${from} → ${to}`, gone: (name: string) => `${name}: 지금은 살 수 없어요`, fewer: (name: string, left: number) => `${name}: ${n(left)}개만 남았어요`, added: (name: string) => `${name}: 새로 담았어요`, pieces: (name: string, from: number, to: number) => `${name}: ${n(from)}개 → ${n(to)}개`,
  },
  en: {
    title: "Requests and approvals", lead: "Requests you filed, and those that wait for your decision.", add: "New request",
    tab: { mine: "Mine", decide: "To decide", department: "My department", ended: "Ended" },
    none: { mine: "You have filed no request", decide: "No request waits for your decision", department: "Your department has no request", ended: "No request has ended" },
    noneBody: "Fill a basket, then choose “Put up for approval”.", toItems: "Find items",
    status: { DRAFT: "Draft", IN_APPROVAL: "In approval", SENT_BACK: "Sent back", LAPSED: "No longer held", APPROVED: "Approved, ordered", REJECTED: "Rejected", WITHDRAWN: "Withdrawn", CANCELED: "Order cancelled" },
    number: (number) => `Request ${number}`, unnumbered: "no number yet", request: "Request", person: "Filed by", amount: "Amount", state: "State", hold: "Held until", of: (vendors, more) => (more ? `${vendors} and ${n(more)} more` : vendors), next: "Next", search: "Number or title", doSearch: "Search",
    asked: "Amount asked for (with VAT)", split: (net, tax) => `Supply ${net} + VAT ${tax}`, hasLeft: (left, at) => `Price, stock and budget held: ${left} · ${at}`, heldOver: (at) => `No longer held · ${at}`,
    line: "Approval line", draftStep: "Filed", orderStep: "Order", orderAfter: "by itself after the last approval", yourTurn: "now", comments: "1 comment", deputy: (name) => `by deputy ${name}`, parallel: "in parallel", stepState: { WAITING: "", APPROVED: "approved", SENT_BACK: "sent back", REJECTED: "rejected", ENDED: "ended before" },
    items: "Items", each: "Each item can be approved or rejected by itself", item: "Item and enterprise", quantity: "Pieces", unit: "Unit price", net: "Supply", gross: "Total", decision: "Decision", approve: "Approve", refuse: "Reject", decisionOf: (name) => `Decision on ${name}`, reason: "Why it is rejected", reasonHint: "The requester is told. The other items go on.", quoteNo: (number) => `Quote ${number}`, refused: (reason) => `Rejected: ${reason}`,
    tax: "VAT", delivery: "Delivery (with VAT)", cut: "Rejected", cutCount: (count) => `Rejected: ${count} (with VAT)`, toApprove: "To be approved", total: "Total", freeze: "Delivery is worked out anew for what stays.",
    decide: "Decision", opinion: "Comment", optional: "optional", opinionHint: "For the next approver and the requester", doApprove: (won) => `Approve ${won}`, sendBack: "Send back", rejectAll: "Reject all", goesTo: (name) => `Next it goes to ${name}.`, lastStep: "Yours is the last approval: it sends the purchase orders and commits the budget.", asDeputy: (name) => `You decide for ${name}.`,
    needComment: "Say in the comment why you send it back or reject it.", needReason: "Say why it is rejected.", allRejected: "To reject every item, choose “Reject all”.", busy: "Working…",
    confirmReject: "Reject the whole request?", confirmRejectBody: "The request ends; stock and budget are free again. The requester is told why and gets the basket back.", confirmWithdraw: "Withdraw this request?", confirmWithdrawBody: "The approval stops; stock and budget are free again. The items go back into the basket.", yesReject: "Reject all", yesWithdraw: "Withdraw", keep: "Leave it",
    withdraw: "Withdraw", resubmit: "Put up again", edit: "Edit", submit: "Put up for approval", remove: "Delete",
    quotes: "Quotes compared", noQuotes: "No quote is attached", quotePaper: "Quote", chosen: "Chosen", lowest: "Lowest", chosenLowest: "Chosen, lowest", validUntil: (day) => `valid until ${day}`, whyNotLowest: "Why not the lowest",
    ground: "Legal ground", splitReason: "Why this is no split purchase", budget: "Budget", year: "This year", used: "Used", heldBy: "Other requests", this: "This request", afterwards: "Left after approval", noBudget: "No budget line chosen yet",
    trail: "Trail", folder: "The whole folder (ZIP)", orders: "Purchase orders", deliverBy: "Wanted by", place: "Delivery place", papers: "Papers", paper: "Request (PDF)",
    done: { approve: "Approved.", sendBack: "Sent back.", reject: "Rejected.", withdraw: "Withdrawn. The items are back in the basket.", submit: "Put up for approval.", save: "Saved." },
    over: { LAPSED: "Its terms are no longer held", SENT_BACK: "It was sent back" }, overBody: { LAPSED: "Price, stock and budget are free. Check them as they are now, and put it up again.", SENT_BACK: "Read the comment, mend it, and put it up again." },
    changed: "What changed meanwhile", changedNone: "Prices and pieces are the same.", dearer: (name, from, to) => `${name}: unit price ${from} → ${to}`, gone: (name) => `${name}: cannot be bought now`, fewer: (name, left) => `${name}: only ${s(left, "piece")} left`, added: (name) => `${name}: newly added`, pieces: (name, from, to) => `${name}: ${n(from)} → ${n(to)} pieces`,
  },
});
